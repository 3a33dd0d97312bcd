import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countImport } from '../../../electron/case/counting';
import { previewImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import { receipt } from '../../../electron/case/queries/receipt';
import { readSettings } from '../../../electron/case/settings';
import { journalHead } from '../../../electron/case/journal';
import { documentWords } from '../../../electron/case/queries/briefing';
import type { CaseStore } from '../../../electron/case/store';
import { receiptDocument } from '../../../shared/briefing/receiptDocument';
import type { ImportCount, ImportReport } from '../../../shared/contract/importing';
import type { RecipeUse } from '../../../shared/mapping/recipe';
import { LANGUAGES } from '../../../shared/values/kind';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

interface File { readonly path: string; readonly name: string }

function file(name: string, content: string): File {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { path, name: basename(path) };
}

const placeOf = (store: CaseStore) => ({ folder: store.folder, key: store.key });

/** Counts a file to its end, then imports it by the same plan. */
async function countedAndBrought(store: CaseStore, document: File, recipe: RecipeUse | null = null): Promise<{ count: ImportCount; report: ImportReport }> {
  const { proposal: mapping } = await previewImport(store.db, store.catalogue, document);
  const before = store.db.prepare('SELECT total_changes()').pluck().get();
  const count = await countImport(placeOf(store), { document, mapping, most: null }, UNWATCHED);
  expect(store.db.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  const report = await runImport(placeOf(store), { document, mapping, recipe, again: true, actor: ACTOR }, UNWATCHED);
  store.reload();
  return { count, report };
}

const total = (types: ImportCount['entities'], what: 'added' | 'known'): number => types.reduce((sum, each) => sum + each[what], 0);

/** What was counted before is what the import then reports, and what the receipt says of it. */
function agree(store: CaseStore, { count, report }: { count: ImportCount; report: ImportReport }): void {
  expect(count.whole).toBe(true);
  expect({ rows: count.rows, added: total(count.entities, 'added'), known: total(count.entities, 'known'), links: total(count.links, 'added'), rejected: count.rejected, doubts: count.doubtful, pages: count.pages, revoked: count.revoked, attachments: count.attachments })
    .toEqual({ rows: report.rows, added: report.entitiesAdded, known: report.entitiesMatched, links: report.linksAdded, rejected: report.rejected, doubts: report.doubts, pages: report.pages, revoked: report.revoked, attachments: report.attachments });
  expect(Object.fromEntries(count.entities.map((each) => [each.type, each.added + each.known]))).toEqual(report.counts.entities);
  const said = receipt(store.db, { source: report.source });
  expect(said.counts).toMatchObject({ rows: report.rows, entitiesAdded: report.entitiesAdded, entitiesMatched: report.entitiesMatched, linksAdded: report.linksAdded, statements: report.statements, rejected: report.rejected, doubts: report.doubts, pages: report.pages, revoked: report.revoked, attachments: report.attachments });
  expect(said.reasons.map(({ code, count: times }) => [code, times]).toSorted(byText)).toEqual(count.rejects.map(({ code, count: times }) => [code, times]).toSorted(byText));
}

const CALLS = ['A nummer;B nummer;Start;Duur', '0470550127;0470550128;01/02/2026 14:05;14', '0470550128;0470550127;31/02/2026 15:00;60', '0470550127;0470550127;03/02/2026 16:30;5', '"nooit gesloten'];

describe('a count of the whole file', () => {
  test('is what the import then does, in an empty case and in one that knows half of it', async () => {
    const { store } = await newCase(PASSPHRASE);
    const first = await countedAndBrought(store, file('calls.csv', CALLS.join('\n')));
    agree(store, first);
    expect(first.count.rejects.map(({ code, first: examples }) => [code, examples.map(({ row }) => row)])).toEqual(expect.arrayContaining([['selfLink', [4]], ['badQuote', [5]]]));
    expect(total(first.count.entities, 'known')).toBe(0);
    const second = await countedAndBrought(store, file('more.csv', CALLS.map((line) => line.replace('0470550128', '0470660000')).join('\n')));
    agree(store, second);
    expect([total(second.count.entities, 'added'), total(second.count.entities, 'known')]).toEqual([1, 1]);
  });

  test('agrees for every table of the sample, one after another in one case', async () => {
    const { store } = await newCase();
    const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample');
    for (const name of ['politie_personenlijst.xlsx', 'retro_telefonie.csv', 'douane_containerbewegingen.csv', 'bank_verrichtingen.csv']) agree(store, await countedAndBrought(store, { path: join(folder, name), name }));
  }, 60_000);

  const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
  test.skipIf(!existsSync(data))('agrees for files of records (skipped where the shared files are absent)', async () => {
    const { store } = await newCase();
    const found = ['graphs', 'bank', 'contacts', 'charts-i2', 'charts-maltego', 'geo', 'threat', 'mail'].filter((folder) => existsSync(join(data, folder))).flatMap((folder) => readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name) && !/\.md$/i.test(name)).sort().slice(0, 6).map((name) => join(folder, name)));
    let tried = 0;
    for (const path of found.slice(0, 40)) {
      const document = { path: join(data, path), name: basename(path) };
      if (!statSync(document.path).isFile() || statSync(document.path).size > 3_000_000) continue;
      const preview = await previewImport(store.db, store.catalogue, document).catch(() => null);
      if (preview === null || preview.kind !== 'records') continue;
      const both = await countedAndBrought(store, document).catch(() => null);
      if (both === null) continue;
      tried += 1;
      const { count, report } = both;
      expect([path, count.rows, total(count.entities, 'added'), total(count.entities, 'known'), total(count.links, 'added'), count.rejected]).toEqual([path, report.rows, report.entitiesAdded, report.entitiesMatched, report.linksAdded, report.rejected]);
    }
    expect(tried).toBeGreaterThan(5);
  }, 120_000);

  test('stops where it is told to, and when it is cancelled', async () => {
    const { store } = await newCase();
    const document = file('calls.csv', [CALLS[0], ...Array.from({ length: 3000 }, (_, at) => `04705${String(at).padStart(5, '0')};0470660000;01/02/2026 10:00;1`)].join('\n'));
    const { proposal: mapping } = await previewImport(store.db, store.catalogue, document);
    expect(await countImport(placeOf(store), { document, mapping, most: 100 }, UNWATCHED)).toMatchObject({ whole: false, rows: 100 });
    await expect(countImport(placeOf(store), { document, mapping, most: null }, { progress: () => undefined, cancelled: () => true })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a receipt', () => {
  const RECIPE: RecipeUse = { id: 'calls-of-x', name: 'Operator X', version: 4 };

  test('tells file, recipe, journal and refused rows, also after the import was undone and by whatever came inside', async () => {
    const { store } = await newCase(PASSPHRASE);
    const { report } = await countedAndBrought(store, file('calls.csv', CALLS.join('\n')), RECIPE);
    const said = receipt(store.db, { source: report.source });
    expect(said).toMatchObject({ title: 'calls.csv', recipe: RECIPE, seq: report.seq, takenOut: false, reading: { format: 'csv', delimiter: ';', headerRow: 1, unit: 'row' }, headings: ['A nummer', 'B nummer', 'Start', 'Duur'] });
    expect(said.rejects.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([4, 5]);
    expect(journalEntries(store.db, store.catalogue, { limit: 1 })[0]).toMatchObject({ seq: said.seq, hash: said.hash, label: { recipe: 'Operator X', version: 4, recipeId: 'calls-of-x' } });
    store.undo(ACTOR);
    expect(receipt(store.db, { source: report.source })).toMatchObject({ takenOut: true, counts: said.counts });
  });

  test('does not exist for what was entered by hand, or is not there', async () => {
    const { store } = await newCase();
    expect(() => receipt(store.db, { source: '01930000-0000-7000-8000-000000000001' })).toThrow();
  });

  test('becomes a document with the marking of the case in every language', async () => {
    const { store } = await newCase();
    const { report } = await countedAndBrought(store, file('calls.csv', CALLS.join('\n')), RECIPE);
    const said = receipt(store.db, { source: report.source });
    for (const language of LANGUAGES) {
      const document = receiptDocument(said, { settings: readSettings(store.db), catalogue: store.catalogue, words: documentWords(language), language, head: journalHead(store.db), now: '2026-02-03T10:00:00Z', service: 'Taskforce' });
      const text = JSON.stringify(document);
      expect(document.marking).not.toBe('');
      for (const wanted of ['calls.csv', said.sha256, said.hash, 'Operator X', 'nooit gesloten']) expect(text, `${language} ${wanted}`).toContain(wanted);
      // No key without its words.
      expect(text.match(/receipt\.\w+/g)).toBeNull();
    }
  });
});
