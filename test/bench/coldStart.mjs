/**
 * From the start of the process to a chart of the sample case that is painted: the user picks the case as soon as the start screen is
 * there, and types the passphrase in no time. The driver that clicks costs some tens of milliseconds, which are counted.
 */
import { chartPainted, makeHome, makeSample, median, quit, shown, start } from './app.mjs';

export const name = 'coldStart';

const RUNS = 5;
const PASSPHRASE = 'kaaien en dokken en kranen';

/** Prints medians in milliseconds; gives them. */
export async function run(runs = RUNS) {
  const results = {};
  for (const [title, passphrase] of [['not encrypted', null], ['encrypted', PASSPHRASE]]) {
    const { home, remove } = makeHome();
    try {
      const first = await start(home);
      await makeSample(first.page, passphrase);
      await quit(first.app);
      const screen = [];
      const chart = [];
      for (let at = 0; at < runs; at += 1) {
        const { app, page, began } = await start(home);
        screen.push((await shown(page, '.recent__name button')) - began);
        const painted = chartPainted(page);
        await page.locator('.recent__name button').first().click();
        if (passphrase !== null) {
          await page.locator('[role=dialog] input[type=password]').fill(passphrase);
          await page.keyboard.press('Enter');
        }
        chart.push((await painted) - began);
        await quit(app);
      }
      results[title] = { screen: median(screen), chart: median(chart) };
      console.log(`cold start, ${title}: start screen ${median(screen).toFixed(0)} ms, chart of the sample ${median(chart).toFixed(0)} ms (${runs} runs: ${chart.map((each) => each.toFixed(0)).join(', ')}); 3000 are allowed: ${(median(chart) / 3000).toFixed(2)}`);
    } finally {
      remove();
    }
  }
  return results;
}
