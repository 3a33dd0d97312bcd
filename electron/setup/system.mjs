/**
 * What the operating system must provide on Linux: the libraries that Electron links, a virtual screen where there is no
 * screen, a font, tools that read PDFs back in tests, a compiler where SQLite must be compiled.
 * Looked for by what is missing, not by package: names of packages differ between releases.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAdministrator, locate, run } from './command.mjs';
import { needsVirtualScreen } from './display.mjs';
import { during, SetupFailure } from './report.mjs';

/**
 * @typedef {object} Need
 * @property {string} name for the message
 * @property {string[]} packages Debian packages that provide it; `a|b`: the first that the release knows
 * @property {() => boolean} present
 */

const libraries = /** @type {const} */ ([
  ['libgtk-3.so.0', 'libgtk-3-0t64|libgtk-3-0'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2t64|libasound2'],
  ['libgbm.so.1', 'libgbm1'],
  ['libXss.so.1', 'libxss1'],
  ['libXtst.so.6', 'libxtst6'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0t64|libatk-bridge2.0-0'],
]);

/** What Electron needs to open a window; with `tests` also what the tests read results with. @returns {Need[]} */
export function windowNeeds({ tests = false } = {}) {
  const known = libraryNames();
  return [
    ...libraries.map(([name, packages]) => ({ name, packages: [packages], present: () => known.includes(name) })),
    { name: 'a font', packages: ['fonts-dejavu-core'], present: hasFont },
    ...(tests || needsVirtualScreen() ? [program('xvfb-run', 'xvfb'), program('xauth', 'xauth')] : []),
    ...(tests ? [program('pdftotext', 'poppler-utils'), program('strace', 'strace')] : []),
  ];
}

/** What compiling SQLite needs. @returns {Need[]} */
export function compilerNeeds() {
  return [program('g++', 'g++'), program('make', 'make'), program('python3', 'python3')];
}

/**
 * Installs what is missing when root, else stops with the exact command. Does nothing outside Linux.
 * @param {Need[]} needs
 * @param {string} purpose what they are for, to complete "... needs"
 */
export async function provide(needs, purpose) {
  const missing = process.platform === 'linux' ? needs.filter((need) => !need.present()) : [];
  if (missing.length === 0) {
    return;
  }
  const names = missing.map((need) => need.name).join(', ');
  if (!locate('apt-get')) {
    throw new SetupFailure(`${purpose} needs ${names}, and this system has no apt-get.`, 'Install them with your own package manager, then start again.');
  }
  const wanted = missing.flatMap((need) => need.packages);
  if (!isAdministrator()) {
    const packages = wanted.map((names) => knownPackage(names)).join(' ');
    throw new SetupFailure(
      `${purpose} needs ${names}, and only root may install them.`,
      `Run this, then start again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`,
    );
  }
  await during(`Installing with apt-get: ${names}`, () => install(wanted));
  const left = needs.filter((need) => !need.present()).map((need) => need.name);
  // The list of libraries was read before installing, so it is asked again here.
  const known = libraryNames();
  const absent = left.filter((name) => !known.includes(name));
  if (absent.length > 0) {
    throw new SetupFailure(`${absent.join(', ')} is still missing after apt-get.`, `Install it by hand, then start again.`);
  }
}

/**
 * The first of the names `a|b` that this release's package list has.
 * @param {string} names
 * @param {(name: string) => boolean} isKnown
 */
export function knownPackage(names, isKnown = aptKnows) {
  const choices = names.split('|');
  return choices.find(isKnown) ?? choices[choices.length - 1];
}

async function install(wanted) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-q'], { env });
  const packages = [...new Set(wanted.map((names) => knownPackage(names)))];
  const outcome = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  if (outcome.code !== 0) {
    const reason = `${update.code === 0 ? '' : update.output}\n${outcome.output}`.trim().split('\n').slice(-4).join('\n');
    throw new SetupFailure(
      `apt-get could not install ${packages.join(' ')}.`,
      `It said:\n${reason}\nCheck the package sources and the network, then start again.`,
    );
  }
}

function aptKnows(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

/** @returns {Need} */
function program(name, packageName) {
  return { name, packages: [packageName], present: () => locate(name) !== null };
}

function libraryNames() {
  const ldconfig = locate('ldconfig');
  if (!ldconfig) {
    return libraries.map(([name]) => name); // Not a glibc system: Electron itself will tell.
  }
  const answer = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' });
  return (answer.stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0]);
}

function hasFont() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env.HOME ?? '/', '.fonts'), join(process.env.HOME ?? '/', '.local/share/fonts')];
  return folders.some((folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|ttc)$/.test(String(file))));
}
