/**
 * Builds into out/ what changed since the last build.
 *
 *   node electron/setup/build.mjs            builds what changed
 *   node electron/setup/build.mjs --all      builds everything
 *
 * Beside the programs it writes out/packages/<target>.json: the npm packages whose code went into that target, which is
 * what the licence check and the list of third-party licences are made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { out, root } from './places.mjs';
import { during, entry, SetupFailure } from './report.mjs';

/**
 * @typedef {object} Target
 * @property {string} name also the folder in out/
 * @property {string} config the vite configuration
 * @property {string[]} sources files and folders that it is made from
 * @property {string} result a file that must be there when it is built
 */

/** @type {Target[]} */
export const targets = [
  { name: 'main', config: 'electron/vite.config.ts', sources: ['electron/main', 'shared', 'resources'], result: 'main.cjs' },
  { name: 'preload', config: 'electron/vite.config.ts', sources: ['electron/preload', 'shared/contract'], result: 'preload.cjs' },
  { name: 'case', config: 'electron/vite.config.ts', sources: ['electron/case', 'shared', 'resources'], result: 'process.cjs' },
  { name: 'renderer', config: 'renderer/vite.config.ts', sources: ['renderer', 'shared', 'resources'], result: 'index.html' },
];

/**
 * Builds the targets whose sources changed. Throws SetupFailure.
 * @param {{ all?: boolean, forTests?: boolean }} [options] forTests: once packaged, the program lets itself be driven by
 *   Playwright, as import.meta.env.VITE_KNOOP_TEST_BUILD tells it; unpackaged there is no difference
 */
export async function build({ all = false, forTests = false } = {}) {
  for (const target of targets) {
    const fingerprint = fingerprintOf([...target.sources, target.config, 'package-lock.json', 'tsconfig.json', 'electron/setup/build.mjs']) + (target.name === 'main' && forTests ? ' for tests' : '');
    const stamp = join(out, 'stamps', target.name);
    const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint && existsSync(join(out, target.name, target.result));
    if (all || !current) {
      await during(`Building ${target.name}`, () => buildTarget(target, forTests));
      mkdirSync(join(out, 'stamps'), { recursive: true });
      writeFileSync(stamp, fingerprint);
    }
  }
}

/**
 * A hash over the names and contents of files and folders; absent ones count as empty.
 * @param {string[]} paths relative to the checkout
 */
export function fingerprintOf(paths, folder = root) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(folder, path))) {
      hash.update(relative(folder, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * The npm package that a module's path lies in, or null. Nested packages answer the innermost.
 * @param {string} path
 */
export function packageOf(path) {
  const clean = path.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const at = clean.lastIndexOf('/node_modules/');
  if (at < 0) {
    return null;
  }
  const [first = '', second = ''] = clean.slice(at + '/node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

async function buildTarget(target, forTests) {
  // Loaded late: when this module is first read, npm packages may not be there yet.
  const { build: viteBuild } = await import('vite');
  const packages = new Set();
  const mode = target.config.startsWith('renderer') ? 'production' : target.name;
  try {
    // A page's workers are bundled apart, with plugins of their own.
    await viteBuild({
      configFile: join(root, target.config),
      mode,
      // Given here and not left to the environment, so that no forgotten variable opens a released program.
      define: { 'import.meta.env.VITE_KNOOP_TEST_BUILD': JSON.stringify(forTests && target.name === 'main' ? '1' : '0') },
      plugins: [noting(packages)],
      worker: { plugins: () => [noting(packages)] },
    });
  } catch (error) {
    throw new SetupFailure(`${target.name} could not be built: ${error instanceof Error ? error.message : String(error)}`, 'Correct the source named above, then start again.');
  }
  mkdirSync(join(out, 'packages'), { recursive: true });
  writeFileSync(join(out, 'packages', `${target.name}.json`), `${JSON.stringify([...packages].sort((a, b) => a.localeCompare(b, 'en')), null, 2)}\n`);
}

/** A vite plugin that notes which packages a bundle is made from: of every module that was read, as styles and fonts leave none in a chunk. */
function noting(packages) {
  return {
    name: 'knoop-bundled-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const name = packageOf(id);
        if (name !== null) {
          packages.add(name);
        }
      }
    },
  };
}

function filesIn(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath ?? item.path, item.name))
    .sort();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await entry(() => build({ all: process.argv.includes('--all') }));
}
