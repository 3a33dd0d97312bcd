/**
 * Makes a checkout ready to run and to test, on a computer that has only git and Node.
 *
 *   node electron/setup/prepare.mjs            what `npm start` needs
 *   node electron/setup/prepare.mjs --tests    what `npm test` needs as well
 *   node electron/setup/prepare.mjs --again    decide anew which Electron and which SQLite binary
 *
 * Steps: npm packages of the lockfile, Electron, system libraries (Linux), SQLite for this Node and for this Electron. Each is
 * skipped when nothing changed. This file and what it imports use nothing but Node; npm packages are loaded once installed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependencies } from './dependencies.mjs';
import { electron, pinnedVersion } from './electron.mjs';
import { modules } from './places.mjs';
import { during, entry, say, SetupFailure } from './report.mjs';
import { record, recorded } from './runtime.mjs';
import { sqliteForElectron, sqliteForNode } from './sqlite.mjs';
import { provide, windowNeeds } from './system.mjs';

const oldestNode = [20, 19];

/**
 * Prepares the checkout and answers its runtime. Throws SetupFailure.
 * @param {{ tests?: boolean, again?: boolean }} [options]
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function prepare({ tests = false, again = false } = {}) {
  if (isTooOld(process.versions.node)) {
    throw new SetupFailure(`Knoop needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`, 'Install a current Node (https://nodejs.org), then start again.');
  }
  await dependencies();
  await provide(windowNeeds({ tests }), tests ? 'Testing Knoop' : 'Knoop');
  const inputs = fingerprint();
  const known = again ? null : recorded();
  if (known?.inputs === inputs) {
    return known;
  }
  const found = await electron();
  const nodeSqliteBinding = await during('Trying SQLite in this Node', sqliteForNode);
  const sqliteBinding = await during(`Trying SQLite in Electron ${found.electronVersion}`, () => sqliteForElectron(found.electronPath));
  const decided = { inputs, ...found, sqliteBinding, nodeSqliteBinding };
  record(decided);
  say(`Ready: Node ${process.versions.node}, Electron ${found.electronVersion}.`);
  return decided;
}

/** Whether a version of Node is older than the oldest that Knoop runs on. @param {string} version */
export function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

function fingerprint() {
  const sqlite = JSON.parse(readFileSync(join(modules, 'better-sqlite3', 'package.json'), 'utf8'));
  const facts = [process.platform, process.arch, process.version, process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', pinnedVersion(), sqlite.name, sqlite.version];
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await entry(async () => {
    await prepare({ tests: process.argv.includes('--tests'), again: process.argv.includes('--again') });
  });
}
