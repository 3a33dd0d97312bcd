/**
 * The tests in real Electron: test/e2e. They start programs, not browsers:
 *  - KNOOP_ELECTRON        the Electron that runs the checkout (args: `--no-sandbox` when root, then the checkout's path)
 *  - KNOOP_PACKAGED_APP    the executable that electron-builder packed for tests; unset when it was not packed
 *  - KNOOP_SQLITE_BINDING  inherited by the app, as `npm start` sets it
 * One at a time on a screen: windows share focus and clipboard. `npm test` runs three beside each other, each on a screen of its own (KNOOP_OWN_SCREENS).
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { KnoopOptions } from './e2e/harness/knoop';

const root = join(import.meta.dirname, '..');
const runtime = JSON.parse(readFileSync(join(root, '.cache', 'knoop', 'runtime.json'), 'utf8')) as { electronPath: string; sqliteBinding: string | null };
const packaged = join(root, 'dist', 'test', process.platform === 'win32' ? 'win-unpacked/Knoop.exe' : 'linux-unpacked/knoop');

process.env['KNOOP_ELECTRON'] ??= runtime.electronPath;
if (runtime.sqliteBinding !== null) {
  process.env['KNOOP_SQLITE_BINDING'] ??= runtime.sqliteBinding;
}
if (existsSync(packaged)) {
  process.env['KNOOP_PACKAGED_APP'] ??= packaged;
}

export default defineConfig<KnoopOptions>({
  testDir: join(root, 'test', 'e2e'),
  outputDir: join(root, 'test', 'results', 'e2e'),
  // Three on two cores: a window waits more than it works.
  workers: process.env['KNOOP_OWN_SCREENS'] === '1' ? Math.min(4, availableParallelism() + 1) : 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A trace of every step costs a third of the time: KNOOP_TRACE=1 asks for it.
  use: { trace: process.env['KNOOP_TRACE'] === '1' ? 'retain-on-failure' : 'off' },
  projects: [
    // What packing can break (the archive, the binary beside it, the fuses, the sample's place) is tried in the packed app alone, where there is one: the code is the same.
    { name: 'built', use: { target: 'built' }, ...(process.env['KNOOP_PACKAGED_APP'] ? { grepInvert: /@packaged/ } : {}) },
    ...(process.env['KNOOP_PACKAGED_APP'] ? [{ name: 'packaged', use: { target: 'packaged' as const }, grep: /@packaged/ }] : []),
  ],
});
