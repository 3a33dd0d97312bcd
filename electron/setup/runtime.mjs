/**
 * .cache/knoop/runtime.json: what this checkout runs on. prepare writes it; start, build, test, package and the test
 * settings read it.
 *
 * @typedef {object} Runtime
 * @property {string} inputs what the rest was decided from; another value means: decide again
 * @property {string} electronPath the Electron executable
 * @property {string} electronVersion for example "45.4.1"
 * @property {boolean} electronIsSubstitute true where the pinned Electron could not be downloaded
 * @property {string | null} sqliteBinding the SQLite binary for Electron; null: the package's own
 * @property {string | null} nodeSqliteBinding the SQLite binary for this Node; null: the package's own
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runtimeFile } from './places.mjs';

/**
 * The recorded runtime, or null when there is none or one of its files has gone.
 * @param {string} [file]
 * @returns {Runtime | null}
 */
export function recorded(file = runtimeFile) {
  let runtime;
  try {
    runtime = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const files = [runtime.electronPath, runtime.sqliteBinding, runtime.nodeSqliteBinding];
  return files.every((path) => path === null || (typeof path === 'string' && existsSync(path))) ? runtime : null;
}

/** @param {Runtime} value @param {string} [file] */
export function record(value, file = runtimeFile) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * The environment in which Electron runs from the checkout.
 * @param {Runtime} value
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(value, environment = process.env) {
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...rest } = environment;
  return value.sqliteBinding ? { ...rest, KNOOP_SQLITE_BINDING: value.sqliteBinding } : rest;
}
