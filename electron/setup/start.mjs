/**
 * npm start: sets up, builds what changed, and runs Knoop from the checkout. Further arguments go to Knoop:
 *   npm start -- --headless ...
 */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { onScreen, sandboxSwitches } from './display.mjs';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { entry, SetupFailure } from './report.mjs';
import { electronEnvironment } from './runtime.mjs';

// A group of its own, so that one signal reaches Electron and its virtual screen together.
const grouped = process.platform !== 'win32';

await entry(async () => {
  const runtime = await prepare();
  await build();
  const [program, args] = onScreen(runtime.electronPath, [...sandboxSwitches(), root, ...process.argv.slice(2)]);
  return await ended(spawn(program, args, { stdio: 'inherit', env: electronEnvironment(runtime), detached: grouped }));
});

/** Waits for Knoop and answers its exit code; Ctrl-C here ends Knoop and its virtual screen as well. */
function ended(child) {
  const pass = (signal) => (grouped ? process.kill(-child.pid, signal) : child.kill(signal));
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((settle, refuse) => {
    child.once('error', (error) => refuse(new SetupFailure(`Electron could not be started: ${error.message}`, 'Run: node electron/setup/prepare.mjs --again')));
    child.once('close', (code, signal) => settle(code ?? (signal ? 1 : 0)));
  });
}
