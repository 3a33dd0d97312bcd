/** Running other programs. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { SetupFailure } from './report.mjs';

/**
 * @typedef {object} Outcome
 * @property {number | null} code exit code; null when a signal ended the program
 * @property {string | null} signal the signal that ended it
 * @property {string} output standard output and error, mixed, unless shown
 */

/**
 * Runs a program to its end. Never rejects because of the program's own failure.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shown?: boolean, milliseconds?: number }} [options]
 *   shown: the program writes straight to our own output; milliseconds: it is killed after that time
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env = process.env, shown = false, milliseconds } = {}) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => settle({ code: 127, signal: null, output: error.message }));
    child.on('close', (code, signal) => settle({ code, signal, output }));
  });
}

/**
 * The full path of a program on PATH, or null.
 * @param {string} program
 * @param {string} path
 */
export function locate(program, path = process.env.PATH ?? '') {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  // Administrators' programs such as ldconfig are not on an ordinary user's PATH.
  const folders = [...path.split(delimiter), '/usr/sbin', '/sbin'];
  for (const folder of folders.filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, program + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}

/** Whether the process may install system packages. */
export function isAdministrator() {
  return process.getuid?.() === 0;
}

/**
 * npm's own JavaScript entry, so that it can be run by this very Node without a shell.
 * @returns {string}
 */
export function npmEntry() {
  const named = process.env.npm_execpath;
  const candidates = [
    named && /npm-cli\.c?js$/.test(named) ? named : null,
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    linked('npm'),
  ];
  const found = candidates.find((candidate) => candidate !== null && existsSync(candidate));
  if (!found) {
    throw new SetupFailure('npm was not found beside Node.', 'Install Node together with npm (https://nodejs.org), then start again.');
  }
  return found;
}

/** Runs npm with this Node. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export function npm(args, options) {
  return run(process.execPath, [npmEntry(), ...args], options);
}

function linked(program) {
  const file = locate(program);
  try {
    return file && /\.c?js$/.test(realpathSync(file)) ? realpathSync(file) : null;
  } catch {
    return null;
  }
}
