/**
 * How long briefings take: the sample's from its record to a PDF on the screen, and one of some 2,700 items from its record to a released file, which was
 * marked, written, opened again and searched.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome, makeSample, median, quit, start } from './app.mjs';
import { writeCalls } from './calls.mjs';
import { product } from './product.mjs';

export const name = 'pages';

const RUNS = 3;
/** Calls among some 2,700 phones. */
const CALLS = 1400;

/** Answers of the case to requests of the page, as the page itself asks them. */
function asking(page) {
  return async (question, args = {}) => {
    const reply = await page.evaluate(([asked, given]) => new Promise((resolve) => {
      const id = 2_000_000 + Math.floor(performance.now() * 1000);
      window.benchPort.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.id === id) resolve(data.reply);
      });
      window.benchPort.postMessage({ kind: 'request', id, name: asked, args: given });
    }), [question, args]);
    if (!reply.ok) throw new Error(`${question}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
}

async function importCalls(app, page, home) {
  const file = join(home, 'calls.csv');
  writeCalls(file, CALLS);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.locator('.toolbar button').first().click();
  await page.locator('.import__head .bp6-intent-primary:not([disabled])').click();
  await page.locator('.import-result').waitFor({ timeout: 60_000 });
}

/** Tables of everything that was imported: items, links and what happened when. */
function blocksOf(ids) {
  const scope = { kind: 'entities', ids };
  return [
    { kind: 'generated', id: randomUUID(), of: 'contents' },
    ...['others', 'links', 'chronology'].map((of) => ({ kind: 'table', id: randomUUID(), of, scope })),
    { kind: 'generated', id: randomUUID(), of: 'sources' },
  ];
}

/** What the program's processes have used since they began, s. */
const used = (app) => app.evaluate(({ app: program }) => Object.fromEntries(program.getAppMetrics().map(({ type, pid, cpu }) => [`${type} ${pid}`, cpu.cumulativeCPUUsage ?? 0])));

/** Prints and gives milliseconds and pages: the median of the sample's, and the one of the large briefing. */
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
    const ask = asking(page);
    const { settings } = await ask('case.info');
    const charts = await ask('case.charts');
    const record = defaultBriefing({ id: randomUUID(), settings, charts, author: 'Bench', service: '', language: 'en', template: 'dossier', words });
    const request = async (asked, args) => {
      const answer = await page.evaluate(async ([kind, given]) => {
        const began = performance.now();
        const reply = await window.knoop.requests[kind]({ ...given, job: crypto.randomUUID() });
        return { ok: reply.ok, code: reply.code, took: performance.now() - began, pages: reply.value?.pages ?? 0, bytes: reply.value?.bytes ?? 0, check: reply.value?.check };
      }, [asked, args]);
      if (!answer.ok) throw new Error(`The briefing could not be made: ${answer.code}`);
      return answer;
    };
    const times = [];
    let pages = 0;
    for (let at = 0; at < runs; at += 1) {
      const answer = await request('app.previewBriefing', { briefing: record });
      times.push(answer.took);
      pages = answer.pages;
    }
    console.log(`briefing of the sample: ${pages} pages in ${median(times).toFixed(0)} ms, ${(median(times) / pages).toFixed(0)} ms a page (${runs} runs)`);

    await importCalls(app, page, home);
    const { entities } = await ask('case.browse', { types: ['phone'], limit: 5000 });
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, join(home, 'large.pdf'));
    const before = await used(app);
    const large = await request('app.exportBriefing', {
      briefing: { ...record, id: randomUUID(), blocks: blocksOf(entities.map(({ id }) => id)) }, format: 'pdf', certificate: null,
      about: { recipient: null, purpose: 'internal', reason: 'Bench', basis: '', copyNumber: '', expires: null },
    });
    const spent = Object.entries(await used(app)).map(([process, seconds]) => [process, seconds - (before[process] ?? 0)]).filter(([, seconds]) => seconds >= 0.1);
    await quit(app);
    console.log(`briefing of ${entities.length} items, released: ${large.pages} pages in ${(large.took / 1000).toFixed(1)} s, ${(large.took / large.pages).toFixed(0)} ms a page; ${(large.bytes / 1e6).toFixed(1)} MB, searched for ${large.check?.searched ?? 0} texts`);
    console.log(`  processor time of what still runs: ${spent.map(([process, seconds]) => `${process.replace(/ .*/, '')} ${seconds.toFixed(1)} s`).join(', ')}; 200 pages are to take 30 s`);
    return { pages, milliseconds: median(times), large: { items: entities.length, pages: large.pages, milliseconds: large.took } };
  } finally {
    remove();
  }
}
