/**
 * An SQLite binary that works in this Node, and one that works in this Electron.
 *
 * The package brings a binary per system that asks for Node-API 10. Node before 22.14 and Electron before 35 stop at 9,
 * and there the first `new Database` kills the process; so it is tried in a child process. Where it fails, the binary is
 * compiled from the package's own source, with the features behind that number asked for one by one. The result goes to
 * the cache folder, not into node_modules, which `npm ci` empties.
 *
 * How the case process finds its binary (electron/case):
 *  1. packaged: `process.resourcesPath`/sqlite/better_sqlite3.node, put there by electron-builder; nothing else is looked
 *     at, so that no environment variable makes the released app load a foreign library;
 *  2. from the checkout: the environment variable KNOOP_SQLITE_BINDING, set by start, the tests and Playwright;
 *  3. neither: no `nativeBinding` option, the package takes its own.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmEntry, run } from './command.mjs';
import { onScreen, sandboxSwitches } from './display.mjs';
import { cacheFolder, modules } from './places.mjs';
import { during, SetupFailure } from './report.mjs';
import { compilerNeeds, provide } from './system.mjs';

const packageFolder = join(modules, 'better-sqlite3');
const probe = fileURLToPath(new URL('./probe/', import.meta.url));
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** The binary for this Node; null: the package's own works. Throws SetupFailure. @returns {Promise<string | null>} */
export async function sqliteForNode() {
  return choose('this Node', worksInNode);
}

/** The binary for an Electron; null: the package's own works. Throws SetupFailure. @param {string} electronPath */
export async function sqliteForElectron(electronPath) {
  return choose('this Electron', (binding) => worksInElectron(electronPath, binding));
}

/** Where a compiled binary is kept. @param {string} packageVersion */
export function compiledFile(packageVersion, platform = process.platform, architecture = process.arch, folder = cacheFolder()) {
  return join(folder, `sqlite-${packageVersion}-${platform}-${architecture}-napi9`, 'better_sqlite3.node');
}

/**
 * Where Node's headers lie, as node-gyp's `--nodedir` wants it, or null when they are not on this computer.
 * @param {(path: string) => boolean} isThere
 */
export function headersFolder(executable = process.execPath, isThere = existsSync) {
  const folders = [join(dirname(executable), '..'), dirname(executable), '/usr', '/usr/local'];
  return folders.find((folder) => isThere(join(folder, 'include', 'node', 'node_api.h'))) ?? null;
}

async function choose(where, works) {
  if ((await works(null)) === null) {
    return null;
  }
  const file = compiledFile(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version);
  if (existsSync(file) && (await works(file)) === null) {
    return file;
  }
  await provide(compilerNeeds(), 'Compiling SQLite');
  await during(`Compiling SQLite for ${where}, whose Node-API is older than the shipped binary (about 90 s)`, () => compile(file));
  const problem = await works(file);
  if (problem !== null) {
    throw new SetupFailure(`The compiled SQLite does not work in ${where}: ${problem}`, `Remove ${dirname(file)} and start again with Node 22.14 or newer.`);
  }
  return file;
}

/** Answers what went wrong, or null. */
async function worksInNode(binding) {
  const outcome = await run(process.execPath, [join(probe, 'node.cjs'), packageFolder, ...(binding ? [binding] : [])], { milliseconds: 30_000 });
  return outcome.code === 0 ? null : reason(outcome);
}

async function worksInElectron(electronPath, binding) {
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...environment } = process.env;
  const env = { ...environment, KNOOP_PROBE_PACKAGE: packageFolder, ...(binding ? { KNOOP_PROBE_BINDING: binding } : {}) };
  const [program, args] = onScreen(electronPath, [...sandboxSwitches(), '--disable-gpu', probe]);
  const outcome = await run(program, args, { env, milliseconds: 60_000 });
  return outcome.code === 0 ? null : reason(outcome);
}

function reason({ code, signal, output }) {
  const text = output.split('\n').find((line) => /error|cannot|symbol/i.test(line))?.trim();
  return text ?? (signal ? `it was ended by ${signal}` : `it ended with ${code}`);
}

async function compile(file) {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'compiling-'));
  try {
    cpSync(packageFolder, work, { recursive: true, filter: (path) => !/[\\/](prebuilds|build)$/.test(path) });
    const headers = headersFolder();
    const gyp = join(dirname(npmEntry()), '..', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', ...(headers ? [`--nodedir=${headers}`] : [])];
    // Outside node_modules the package finds node-addon-api, the headers that it includes, by NODE_PATH.
    const env = { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${flags}`.trim(), NODE_PATH: modules };
    const outcome = await run(process.execPath, [gyp, ...args], { cwd: work, env });
    const result = join(work, 'build', 'Release', 'better_sqlite3.node');
    if (outcome.code !== 0 || !existsSync(result)) {
      throw failure(outcome, headers);
    }
    mkdirSync(dirname(file), { recursive: true });
    // Renamed last, so that an interrupted run leaves nothing that looks finished.
    copyFileSync(result, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function failure({ output }, headers) {
  const lines = output.trim().split('\n').filter((line) => /error|ERR!/i.test(line)).slice(0, 6).join('\n');
  return headers
    ? new SetupFailure('SQLite could not be compiled.', `The compiler said:\n${lines}\nInstall Node 22.14 or newer, for which nothing needs compiling, or repair the compiler.`)
    : new SetupFailure("SQLite could not be compiled: Node's headers are not on this computer and could not be downloaded.", `Install Node 22.14 or newer, for which nothing needs compiling, or Node's headers (Debian: libnode-dev).\n${lines}`);
}
