/**
 * The npm packages of the lockfile.
 *
 * npm writes what it installed to node_modules/.package-lock.json as its last act, so comparing that file with the
 * lockfile tells a finished installation from a stale or broken one. The comparison is remembered by a stamp.
 * Install scripts never run (.npmrc: ignore-scripts); the two packages that want one, electron and better-sqlite3,
 * are served by electron.mjs and sqlite.mjs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { modules, root } from './places.mjs';
import { during, SetupFailure } from './report.mjs';

const stampFile = join(modules, '.knoop', 'installed');

/** Installs the packages when they are not those of the lockfile. Throws SetupFailure. */
export async function dependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed) || !corresponds(JSON.parse(lock), JSON.parse(readFileSync(installed, 'utf8')))) {
    await during('Installing the npm packages of the lockfile', install);
  }
  mkdirSync(join(modules, '.knoop'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/**
 * Whether an installation holds what the lockfile asks for; packages for other systems may be absent.
 * @param {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} lock
 * @param {{ packages?: Record<string, { version?: string, integrity?: string }> }} installed
 */
export function corresponds(lock, installed) {
  const present = installed.packages ?? {};
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  const complete = wanted.every(([path, asked]) => {
    const found = present[path];
    return found ? found.version === asked.version && found.integrity === asked.integrity : Boolean(asked.optional);
  });
  return complete && Object.keys(present).every((path) => path in lock.packages);
}

async function install() {
  const outcome = await npm(['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], { cwd: root });
  if (outcome.code !== 0) {
    throw new SetupFailure(
      `The npm packages could not be installed: ${essence(outcome.output)}`,
      'Check that the npm registry can be reached (`npm ping`) and that package-lock.json belongs to package.json (`npm ci --dry-run`), then start again.',
    );
  }
}

/**
 * What npm says first that is a sentence, of all that it says when it fails.
 * @param {string} output
 */
export function essence(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  return lines.find((line) => line.includes(' ') && !/^(code|syscall|errno|npm notice|npm warn)\b/.test(line)) ?? 'npm did not say why.';
}
