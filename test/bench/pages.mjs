/** How long the sample's briefing takes from its record to a PDF, in all and by page. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { makeHome, makeSample, median, quit, start } from './app.mjs';
import { product } from './product.mjs';

export const name = 'pages';

const RUNS = 3;

/** Prints the median; gives milliseconds and pages. */
export async function run(runs = RUNS) {
  const { briefing: { defaultBriefing }, spoken: { wordsOf } } = await product({ briefing: 'shared/briefing/defaultBriefing.ts', spoken: 'shared/briefing/words.ts' });
  const words = (language) => wordsOf(JSON.parse(readFileSync(new URL(`../../resources/translations/${language}/document.json`, import.meta.url), 'utf8')), language);
  const { home, remove } = makeHome();
  try {
    const { app, page } = await start(home);
    await page.evaluate(() => window.addEventListener('message', (event) => {
      if (event.data === 'case.port') window.benchPort = event.ports[0];
    }));
    await makeSample(page, null);
    const ask = (question) => page.evaluate((asked) => new Promise((resolve) => {
      const id = 2_000_000 + Math.floor(performance.now() * 1000);
      window.benchPort.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.id === id) resolve(data.reply.value);
      });
      window.benchPort.postMessage({ kind: 'request', id, name: asked, args: {} });
    }), question);
    const { settings } = await ask('case.info');
    const charts = await ask('case.charts');
    const record = defaultBriefing({ id: randomUUID(), settings, charts, author: 'Bench', service: '', language: 'en', template: 'dossier', words });
    const times = [];
    let pages = 0;
    for (let at = 0; at < runs; at += 1) {
      const answer = await page.evaluate(async (briefing) => {
        const began = performance.now();
        const reply = await window.knoop.requests['app.previewBriefing']({ briefing, job: crypto.randomUUID() });
        return { ok: reply.ok, code: reply.code, took: performance.now() - began, pages: reply.value?.pages ?? 0 };
      }, record);
      if (!answer.ok) throw new Error(`The briefing could not be made: ${answer.code}`);
      times.push(answer.took);
      pages = answer.pages;
    }
    await quit(app);
    console.log(`briefing of the sample: ${pages} pages in ${median(times).toFixed(0)} ms, ${(median(times) / pages).toFixed(0)} ms a page (${runs} runs)`);
    return { pages, milliseconds: median(times) };
  } finally {
    remove();
  }
}
