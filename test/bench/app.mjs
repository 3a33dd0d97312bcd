/**
 * The built program, driven for benchmarks: Electron on the checkout, with a home of its own that is taken away again.
 * Wants a screen: run the benchmarks under xvfb-run where there is none.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { build } from '../../electron/setup/build.mjs';
import { sandboxSwitches } from '../../electron/setup/display.mjs';
import { root } from '../../electron/setup/places.mjs';
import { electronEnvironment, recorded } from '../../electron/setup/runtime.mjs';

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A folder for settings and cases, with settings in it that ask nothing. */
export function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  for (const folder of ['settings', 'Documents', '.config']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  const settings = { language: 'en', theme: 'light', actor: 'Bench', service: '', dock: null, sampleOffered: true };
  writeFileSync(join(home, 'settings', 'settings.json'), JSON.stringify({ settings, recent: [] }));
  return { home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Starts the program; `began` is when, in ms of the epoch. Throws where nothing was set up or there is no screen. */
export async function start(home) {
  const runtime = recorded();
  if (runtime === null) throw new Error('Nothing is set up: run node electron/setup/prepare.mjs first.');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) throw new Error('There is no screen: run this as xvfb-run -a node test/bench/run.mjs');
  await build();
  const began = Date.now();
  const app = await _electron.launch({
    executablePath: runtime.electronPath, args: [...sandboxSwitches(), `--user-data-dir=${join(home, 'settings')}`, root], cwd: home,
    env: { ...electronEnvironment(runtime), HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') },
  });
  const page = await app.firstWindow();
  return { app, page, began };
}

export async function quit(app) {
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close())).catch(() => undefined);
  await ended;
}

/** Resolves to the moment (ms of the epoch) at which a chart of more than ten items has been painted. */
export function chartPainted(page) {
  return page.evaluate(() => new Promise((resolve) => {
    const look = () => {
      const cy = document.querySelector('[data-testid=canvas]')?._cyreg?.cy;
      if (cy && cy.nodes().length > 10) requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
      else requestAnimationFrame(look);
    };
    look();
  }));
}

/** Resolves to the moment at which something that fits the selector is on the page. */
export function shown(page, selector) {
  return page.evaluate((wanted) => new Promise((resolve) => {
    const look = () => (document.querySelector(wanted) ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())) : requestAnimationFrame(look));
    look();
  }), selector);
}

/** From the start screen to the sample case with its first chart laid out. */
export async function makeSample(page, passphrase) {
  await page.locator('.start__way').nth(2).click();
  await page.locator(`[role=dialog] label:has(input[value=${passphrase === null ? 'no' : 'yes'}])`).click();
  if (passphrase !== null) for (const field of await page.locator('[role=dialog] input[type=password]').all()) await field.fill(passphrase);
  await page.locator('[role=dialog] button[type=submit]').click();
  await chartPainted(page);
  await page.locator('.status-bar__job').first().waitFor({ state: 'detached' });
}
