/** How long the window and the main process are deaf while 100,000 rows are imported through the import screen. */
import { join } from 'node:path';
import { makeHome, quit, start } from './app.mjs';
import { writeCalls } from './calls.mjs';

export const name = 'responsiveness';

/** Prints the 99th percentile and the greatest delay (ms) of the page's and main's event loops; gives them. */
export async function run(rows = 100_000) {
  const { home, remove } = makeHome();
  try {
    const file = join(home, 'calls.csv');
    writeCalls(file, rows);
    const { app, page } = await start(home);
    await page.locator('.start__way').first().click();
    await page.locator('[role=dialog] input[type=text]').first().fill('Bench');
    // By its label, once the dialog stands still.
    await page.locator('[role=dialog] label:has(input[value=no])').click();
    await page.locator('[role=dialog] button[type=submit]').click();
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
    await page.locator('.toolbar button').first().click();
    const go = page.locator('.import__head .bp6-intent-primary:not([disabled])');
    await go.waitFor();
    await page.locator('.outcome .count').waitFor();
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      globalThis.benchDelay = monitorEventLoopDelay({ resolution: 5 });
      globalThis.benchDelay.enable();
    });
    await page.evaluate(() => {
      const late = [];
      let before = performance.now();
      window.benchLate = late;
      window.benchTimer = setInterval(() => {
        const now = performance.now();
        late.push(Math.max(0, now - before - 8));
        before = now;
      }, 8);
    });
    const began = performance.now();
    await go.click();
    await page.locator('.import-result').waitFor({ timeout: 60_000 + rows / 2 });
    const seconds = (performance.now() - began) / 1000;
    const late = await page.evaluate(() => {
      clearInterval(window.benchTimer);
      return window.benchLate;
    });
    const main = await app.evaluate(() => ({ p99: globalThis.benchDelay.percentile(99) / 1e6, max: globalThis.benchDelay.max / 1e6 }));
    await quit(app);
    late.sort((a, b) => a - b);
    const own = { p99: late[Math.floor(late.length * 0.99)] ?? 0, max: late.at(-1) ?? 0 };
    console.log(`import of ${rows} rows in the window: ${seconds.toFixed(1)} s`);
    console.log(`  page late by ${own.p99.toFixed(0)} ms (99 in 100), ${own.max.toFixed(0)} ms at most; main by ${main.p99.toFixed(0)} and ${main.max.toFixed(0)} ms; 100 are allowed`);
    return { seconds, page: own, main };
  } finally {
    remove();
  }
}
