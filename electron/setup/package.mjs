/**
 * Packs Knoop with electron-builder.
 *
 *   node electron/setup/package.mjs              the directory target for this system, in dist/ (needs no network)
 *   node electron/setup/package.mjs --test       the same in dist/test/, which Playwright can drive
 *   node electron/setup/package.mjs --installers the installers of electron-builder.yml for this system
 *   node electron/setup/package.mjs --installers --windows   those for Windows
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, fingerprintOf } from './build.mjs';
import { writeLicences } from './licences.mjs';
import { modules, out, root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { during, entry, SetupFailure } from './report.mjs';

/**
 * @typedef {object} Packing
 * @property {boolean} [test] leave the debugger's fuse on, for Playwright
 * @property {boolean} [installers] all targets instead of the directory
 * @property {boolean} [windows] for Windows, from any system
 */

/**
 * Builds and packs, unless the same was packed before (test builds only), and answers the folder with the program in it.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {Packing} packing
 */
export async function pack(runtime, { test = false, installers = false, windows = process.platform === 'win32' } = {}) {
  await build({ forTests: test });
  const output = test ? join(root, 'dist', 'test') : join(root, 'dist');
  const folder = join(output, windows ? 'win-unpacked' : 'linux-unpacked');
  const stamp = join(output, 'packed');
  const fingerprint = fingerprintOf(['out/main', 'out/preload', 'out/case', 'out/renderer', 'package-lock.json', 'package.json', 'electron-builder.yml', 'electron/setup', 'electron/verifier', 'resources/sample', 'resources/icons']) + runtime.inputs;
  if (test && existsSync(stamp) && existsSync(programIn(folder, windows)) && readFileSync(stamp, 'utf8') === fingerprint) {
    return folder;
  }
  const own = windows === (process.platform === 'win32');
  if (installers && runtime.electronIsSubstitute) {
    throw new SetupFailure('Installers are made with the pinned Electron only, and it could not be downloaded here.', 'Run this where github.com or a mirror of it (ELECTRON_MIRROR) can be reached: node electron/setup/prepare.mjs --again');
  }
  await writeLicences(join(out, 'licences.txt'));
  await during(`Packing with electron-builder into ${folder}`, () => electronBuilder({ runtime, output, test, installers, windows, own }));
  if (test) {
    writeFileSync(stamp, fingerprint);
  }
  return folder;
}

/** The executable in a packed folder. @param {string} folder */
export function programIn(folder, windows = process.platform === 'win32') {
  return join(folder, windows ? 'Knoop.exe' : 'knoop');
}

async function electronBuilder({ runtime, output, test, installers, windows, own }) {
  mkdirSync(join(out, 'sqlite'), { recursive: true });
  copyFileSync(sqliteFile(runtime, windows, own), join(out, 'sqlite', 'better_sqlite3.node'));
  process.env.KNOOP_TEST_BUILD = test ? '1' : '0';
  const { Arch, build: builder, Platform } = await import('electron-builder');
  const platform = windows ? Platform.WINDOWS : Platform.LINUX;
  const architecture = own && process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  try {
    await builder({
      projectDir: root,
      publish: 'never',
      targets: platform.createTarget(installers ? null : 'dir', architecture),
      config: {
        extends: join(root, 'electron-builder.yml'),
        directories: { output },
        electronVersion: runtime.electronVersion,
        ...(own ? { electronDist: dirname(runtime.electronPath) } : {}),
      },
    });
  } catch (error) {
    throw new SetupFailure(`electron-builder failed: ${error instanceof Error ? error.message : String(error)}`, 'Read its lines above; the directory target needs no network, the installers do.');
  }
}

/** The binary to ship: the package's own, but for a substitute Electron the compiled one. */
function sqliteFile(runtime, windows, own) {
  if (own && runtime.sqliteBinding) {
    return runtime.sqliteBinding;
  }
  const architecture = own ? process.arch : 'x64';
  return join(modules, 'better-sqlite3', 'prebuilds', `${windows ? 'win32' : 'linux'}-${architecture}.node`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await entry(async () => {
    const has = (name) => process.argv.includes(name);
    const runtime = await prepare();
    await pack(runtime, { test: has('--test'), installers: has('--installers'), ...(has('--windows') ? { windows: true } : {}) });
  });
}
