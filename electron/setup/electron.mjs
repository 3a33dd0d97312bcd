/**
 * An Electron to run: the pinned one, downloaded by the electron package's own installer; where that fails and there is
 * one for this system, the substitute. ELECTRON_OVERRIDE_DIST_PATH names a folder with an unpacked Electron instead.
 */
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { run } from './command.mjs';
import { modules } from './places.mjs';
import { say, SetupFailure } from './report.mjs';
import { hasSubstitute, substitute, substituteVersion } from './substitute.mjs';

const site = 'github.com';
const patience = { connection: 8_000, download: 10 * 60_000 };

/**
 * @typedef {object} Found
 * @property {string} electronPath
 * @property {string} electronVersion
 * @property {boolean} electronIsSubstitute
 */

/** The version that package.json pins. */
export function pinnedVersion() {
  return JSON.parse(readFileSync(join(modules, 'electron', 'package.json'), 'utf8')).version;
}

/** Finds or fetches Electron. Throws SetupFailure. @returns {Promise<Found>} */
export async function electron() {
  const version = pinnedVersion();
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder) {
    return given(folder);
  }
  const installed = installedPath();
  if (installed) {
    return { electronPath: installed, electronVersion: version, electronIsSubstitute: false };
  }
  say(`Downloading Electron ${version} ...`);
  const reason = await download();
  const downloaded = installedPath();
  if (downloaded) {
    return { electronPath: downloaded, electronVersion: version, electronIsSubstitute: false };
  }
  if (!hasSubstitute()) {
    throw new SetupFailure(
      `Electron ${version} could not be downloaded (${reason}).`,
      'Check the network, or set ELECTRON_MIRROR to a mirror of its download site, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron, then start again.',
    );
  }
  say(`Electron ${version} could not be downloaded (${reason}); Electron ${substituteVersion} takes its place for development and tests.`);
  return { electronPath: await substitute(), electronVersion: substituteVersion, electronIsSubstitute: true };
}

function given(folder) {
  const electronPath = join(folder, executableName());
  if (!existsSync(electronPath)) {
    throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName()} in it.`, 'Correct or unset it, then start again.');
  }
  const electronVersion = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { electronPath, electronVersion, electronIsSubstitute: electronVersion !== pinnedVersion() };
}

function executableName() {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  return names[process.platform] ?? 'electron';
}

function installedPath() {
  const dist = join(modules, 'electron', 'dist');
  const path = join(dist, executableName());
  const current = existsSync(join(dist, 'version')) && readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') === pinnedVersion();
  return current && existsSync(path) ? path : null;
}

/** Answers why it failed, or null. */
async function download() {
  const detour = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'].some((name) => process.env[name]);
  // A closed network often swallows packets instead of refusing them: ask whether anyone answers before waiting for a download.
  if (!detour && !(await answers(site))) {
    return `${site} does not answer`;
  }
  const outcome = await run(process.execPath, [join(modules, 'electron', 'install.js')], { milliseconds: patience.download });
  if (outcome.code === 0) {
    return null;
  }
  return /error: (.*)|(.*)/i.exec(outcome.output.trim())?.[0] || 'its installer did not end';
}

function answers(host) {
  return new Promise((settle) => {
    const socket = connect({ host, port: 443, timeout: patience.connection });
    const end = (answer) => {
      socket.destroy();
      settle(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
