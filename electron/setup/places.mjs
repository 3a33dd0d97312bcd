/**
 * Where set-up finds and keeps things.
 *
 * What a checkout knows about its runtime lies in the checkout (.cache/knoop). What was downloaded or
 * compiled lies in the user's cache folder, under a name that holds its version: it is large (Electron
 * 340 MB), takes minutes to make, serves every checkout of this user, and survives `npm ci` and a fresh clone.
 * KNOOP_CACHE names another folder for it.
 */
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What this checkout runs on, written by prepare. */
export const runtimeFile = join(root, '.cache', 'knoop', 'runtime.json');

/** Installed packages. */
export const modules = join(root, 'node_modules');

/** What the build writes. */
export const out = join(root, 'out');

/**
 * The folder for downloaded and compiled things.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function cacheFolder(environment = process.env, platform = process.platform, home = homedir()) {
  if (environment.KNOOP_CACHE) {
    return resolve(environment.KNOOP_CACHE);
  }
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'knoop', 'cache');
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Caches', 'knoop');
  }
  return join(environment.XDG_CACHE_HOME || join(home, '.cache'), 'knoop');
}
