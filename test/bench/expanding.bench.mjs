/**
 * From gesture to screen in a case of a million links: the button that adds a phone's neighbours, until they are painted; and the list of what could be added, from its key.
 *
 *   xvfb-run -a node test/bench/run.mjs expanding [--rows=1000000]
 *
 * Wall clock in the real program, medians: what somebody waits.
 */
import { join } from 'node:path';
import { makeHome, median, quit, start } from './app.mjs';
import { writeCalls } from './calls.mjs';

export const name = 'expanding';

const PHONES = 9;
/** The phone that stands on the chart, by the file's own making. */
const nth = (at) => `+3247${1000000 + at * 97}`;

/** Asks the case over the page's own port. */
const ask = (page, name, args) => page.evaluate(([request, given]) => new Promise((resolve, reject) => {
  const id = (window.benchId = (window.benchId ?? 2_000_000) + 1);
  const hear = ({ data }) => {
    if (data.kind !== 'reply' || data.id !== id) return;
    window.benchPort.removeEventListener('message', hear);
    if (data.reply.ok) resolve(data.reply.value);
    else reject(new Error(data.reply.code));
  };
  window.benchPort.addEventListener('message', hear);
  window.benchPort.postMessage({ kind: 'request', id, name: request, args: given });
}), [name, args]);

/** Resolves in the page when more items than this are painted, or what fits the selector is there: how long it took, ms. */
const painted = (page, begin, more, selector = '') => page.evaluate(([how, least, wanted]) => new Promise((resolve) => {
  const cy = document.querySelector('[data-testid=canvas]')._cyreg.cy;
  const began = performance.now();
  if (how === 'submit') document.querySelector('.expand-dialog [type=submit]').click();
  else document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', code: 'KeyE', ctrlKey: true, bubbles: true, cancelable: true }));
  const look = () => ((wanted === '' ? cy.nodes().length > least : document.querySelector(wanted)) ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look));
  look();
}), [begin, more, selector]);

export async function run({ rows = 1_000_000 } = {}) {
  const { home, remove } = makeHome();
  try {
    const file = join(home, 'calls.csv');
    writeCalls(file, rows);
    const { app, page } = await start(home);
    await page.evaluate(() => window.addEventListener('message', (event) => {
      if (event.data === 'case.port') window.benchPort = event.ports[0];
    }));
    await page.locator('.start__way').first().click();
    await page.locator('[role=dialog] input[type=text]').first().fill('Bench');
    await page.locator('[role=dialog] label:has(input[value=no])').click();
    await page.locator('[role=dialog] button[type=submit]').click();
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
    await page.locator('.toolbar button').first().click();
    await page.locator('.outcome .count').waitFor();
    await page.locator('.import__head .bp6-intent-primary:not([disabled])').click();
    await page.locator('.import-result').waitFor({ timeout: 60_000 + rows / 2 });
    await page.locator('.import-result__row button').last().click();
    const { counts } = await ask(page, 'case.info', {});
    const times = { listed: [], added: [], items: [] };
    for (let at = 0; at < PHONES; at += 1) {
      const { hits } = await ask(page, 'case.search', { text: nth(at), limit: 1 });
      const chart = crypto.randomUUID();
      await ask(page, 'case.execute', { command: 'chart.create', args: { id: chart, name: `Chart ${at}`, items: [{ subject: hits[0].id, x: 0, y: 0 }] } });
      await page.locator('.chart-tabs [role=tab]').last().click();
      await page.waitForFunction(() => document.querySelector('[data-testid=canvas]')?._cyreg?.cy.nodes().length === 1);
      await page.locator('[data-testid=canvas]').focus();
      await page.keyboard.press('Control+a');
      await page.waitForTimeout(300);
      times.listed.push(await painted(page, 'key', 0, '.expand-dialog tbody tr'));
      await page.waitForTimeout(300);
      times.added.push(await painted(page, 'submit', 1));
      times.items.push(await page.evaluate(() => document.querySelector('[data-testid=canvas]')._cyreg.cy.nodes().length - 1));
      await page.waitForTimeout(600);
    }
    await quit(app);
    console.log(`${counts.entities} entities, ${counts.links} links; ${PHONES} phones, wall clock`);
    console.log(`  from the key to the list of what can be added   ${median(times.listed).toFixed(0)} ms`);
    console.log(`  from the button to ${median(times.items)} new items painted         ${median(times.added).toFixed(0)} ms; aim 100`);
    return times;
  } finally {
    remove();
  }
}
