import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { Contents } from '../../../electron/case/db/contents';
import { Imports } from '../../../electron/case/importWorker';
import { ReadThread } from '../../../electron/case/readThread';
import type { CaseStore } from '../../../electron/case/store';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

const root = join(import.meta.dirname, '..', '..', '..');
let built = '';

/** In place of one format: an importer that spins for ever, eats memory, or does so while it shows rows, as the file says. */
const HOSTILE = `
const eat = (bytes) => { const all = []; for (;;) all.push(new Array(10_000).fill(all.length + bytes.read(0, 1).length)); };
const spin = () => { for (;;); };
export const format = {
  id: 'dl', mediaType: 'text/plain', endings: ['.dl'],
  recognise: ({ text }) => (text.startsWith('test ') ? 1 : 0),
  open(bytes) {
    const [, how] = bytes.read(0, 100).toString().split(' ');
    if (how === 'spin') spin();
    if (how === 'eat') eat(bytes);
    if (how === 'throw') throw new TypeError('unforeseen');
    return { total: bytes.size, done: () => 0, unit: 'record', async *outcomes() {
      yield [{ kind: 'page', page: 1, text: 'first page' }];
      if (how === 'late') spin();
    } };
  },
};`;

beforeAll(async () => {
  // Below the checkout, so that the threads find better-sqlite3.
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'hostile-'));
  const injected = { name: 'hostile-format', load: (id: string) => (id.endsWith('importers/formats/dl.ts') ? HOSTILE : null) };
  await build({ configFile: join(root, 'electron', 'vite.config.ts'), mode: 'case', logLevel: 'error', plugins: [injected], build: { outDir: built, emptyOutDir: true } });
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const PLAN: RecordPlan = { format: 'dl', encoding: null, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR', namespace: '', entityTypes: {}, linkTypes: {}, chart: true, source: { supplier: '', grading: null, handling: [] } };
const IMPATIENT = { still: 2, stopping: 1 };

function file(content: string): { readonly path: string; readonly name: string } {
  const path = join(temporaryFolder(), 'partner.dl');
  writeFileSync(path, content);
  return { path, name: 'partner.dl' };
}

const hashes = (store: CaseStore): string[] => {
  const contents = Contents.open(store.folder, store.key, true);
  try {
    return contents.hashes();
  } finally {
    contents.close();
  }
};

const GOOD = 'A nummer;B nummer;Start\n+32470550127;+32470550128;01/02/2026 14:05\n';

test('a file that makes its reader spin or eat memory is stopped with a sentence, and the case goes on', async () => {
  const { store } = await newCase(PASSPHRASE);
  const reads = new ReadThread(store, join(built, 'workers', 'read.cjs'), IMPATIENT);
  const preview = (content: string) => reads.ask('preview', { document: file(content), reading: undefined, records: undefined, recipes: true });
  try {
    expect(await preview(GOOD)).toMatchObject({ kind: 'table', headings: ['A nummer', 'B nummer', 'Start'] });
    for (const [content, code] of [['test spin', 'fileStalled'], ['test late', 'fileStalled'], ['test eat', 'fileTooLarge']] as const) {
      const hung = preview(content);
      const queued = preview(GOOD);
      // The case itself answers meanwhile, and takes changes.
      expect(store.db.prepare('SELECT count(*) FROM entity').pluck().get()).toBe(0);
      store.note('meanwhile', {}, ACTOR);
      await expect(hung, content).rejects.toMatchObject({ code });
      expect(await queued).toMatchObject({ kind: 'table' });
    }
    await expect(preview('test throw')).rejects.toThrow('unforeseen');
    await expect(reads.ask('dryRun', { document: file('test late'), mapping: PLAN, rows: 200, language: 'nl' })).rejects.toMatchObject({ code: 'fileStalled' });
    expect(await preview(GOOD)).toMatchObject({ kind: 'table' });
  } finally {
    await reads.end();
  }
}, 120_000);

test('an import that hangs in its file is stopped, leaves nothing behind, and the next one comes in', async () => {
  const { store } = await newCase(PASSPHRASE);
  const imports = new Imports(store, join(built, 'workers', 'import.cjs'), IMPATIENT);
  const run = (content: string) => imports.run('job', { document: file(content), mapping: PLAN, recipe: null, again: false, actor: ACTOR }, () => undefined);
  for (const [content, code] of [['test spin', 'fileStalled'], ['test late', 'fileStalled'], ['test eat', 'fileTooLarge']] as const) {
    await expect(run(content), content).rejects.toMatchObject({ code });
    expect(store.importing).toBe(false);
    expect(hashes(store)).toEqual([]);
    expect(store.db.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0);
    store.note('afterwards', {}, ACTOR);
  }
  const stuck = run('test spin again');
  setTimeout(() => imports.cancel('job'), 500);
  await expect(stuck).rejects.toMatchObject({ code: 'cancelled' });
  expect(await run('test good')).toMatchObject({ pages: 1 });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
}, 120_000);

test('a warm thread answers quickly, knows what was imported meanwhile, and shows rows again', async () => {
  const { store } = await newCase(PASSPHRASE);
  const reads = new ReadThread(store, join(built, 'workers', 'read.cjs'));
  const imports = new Imports(store, join(built, 'workers', 'import.cjs'));
  try {
    const document = file(GOOD); const preview = await reads.ask('preview', { document, reading: undefined, records: undefined, recipes: true });
    const dry = () => reads.ask('dryRun', { document, mapping: preview.proposal, rows: 200, language: 'nl' });
    expect((await dry()).entities.map((entity) => entity.known)).toEqual([false, false]);
    const { source } = await imports.run('job', { document, mapping: preview.proposal, recipe: null, again: false, actor: ACTOR }, () => undefined);
    expect((await dry()).entities.map((entity) => entity.known)).toEqual([true, true]);
    expect((await reads.ask('sourceRows', { id: source, row: 2, before: 0, after: 0 })).rows).toEqual([{ row: 2, cells: ['+32470550127', '+32470550128', '01/02/2026 14:05'] }]);
  } finally {
    await reads.end();
  }
}, 120_000);
