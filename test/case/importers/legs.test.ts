import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dryRun, previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { ACTOR, newCase, temporaryFolder } from '../place';

const HEADINGS = 'A_NUMBER;B_NUMBER;START;DURATION_S;DIRECTION;IMEI;IMSI;FIRST_CELL_ID';

let files = 0;
async function bring(store: CaseStore, rows: readonly string[], change: (mapping: Mapping) => Mapping = (mapping) => mapping, headings = HEADINGS): Promise<ImportReport> {
  const name = `calls${(files += 1)}.csv`;
  const path = join(temporaryFolder(), name);
  writeFileSync(path, [headings, ...rows].join('\n'));
  const document = { path, name };
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const mapping = change(proposal);
  const dry = await dryRun(store.db, store.catalogue, document, mapping, 5000, 'nl');
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  expect(dry.legs).toBe(report.legs);
  return report;
}

const all = (store: CaseStore, sql: string): unknown[] => store.db.prepare(sql).raw().all();
const calls = (store: CaseStore): number => store.db.prepare<[], number>("SELECT count(*) FROM link WHERE type = 'called' AND seq_retracted IS NULL").pluck().get() ?? -1;
const said = (store: CaseStore): unknown[] => all(store, `SELECT "values" ->> '$.cellIdA[0].v', "values" ->> '$.cellIdB[0].v', "values" ->> '$.imeiA[0].v', "values" ->> '$.imeiB[0].v' FROM statement WHERE subject_kind = 'link' AND seq_retracted IS NULL AND subject IN (SELECT n FROM link WHERE type = 'called') ORDER BY n`);

const MOC = '+32470550101;+32470550102;2026-02-01T14:05:00;61;MOC;350006857858649;206012000000001;CELL-1';
const MTC = '+32470550101;+32470550102;2026-02-01T14:05:03;60;MTC;350006857858656;206012000000002;CELL-9';

test('one call told from both ends in a file is one link, and each end keeps its own cell and handset', async () => {
  const { store } = await newCase();
  const report = await bring(store, [MOC, MTC, '+32470550101;+32470550103;2026-02-01T14:05:03;60;MTC;;;CELL-8']);
  expect(report).toMatchObject({ rows: 3, legs: 1, legsHoursApart: 0 });
  expect(report.counts.links).toMatchObject({ called: 2 });
  expect(said(store)).toEqual([['CELL-1', null, '350006857858649', null], [null, 'CELL-9', null, '350006857858656'], [null, 'CELL-8', null, null]]);
  const users = all(store, `SELECT a.caption, b.caption FROM link JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n WHERE link.type = 'uses' AND b.type = 'device' ORDER BY link.n`);
  expect(users.map((row) => (row as string[]).map((text) => text.replaceAll(/\D/g, '').slice(-3)))).toEqual([['101', '649'], ['102', '656']]);
});

test('the other end from another supplier joins the call; undo, redo and taking a source back leave what the other said', async () => {
  const { store } = await newCase();
  const first = await bring(store, [MOC]);
  const second = await bring(store, [MTC]);
  expect([first.legs, second.legs, calls(store)]).toEqual([0, 1, 1]);
  expect(second.counts.links.called).toBeUndefined();
  const [start] = all(store, "SELECT start, sources FROM link WHERE type = 'called'");
  expect(start).toEqual(['2026-02-01T14:05:00', 2]);
  store.undo(ACTOR);
  expect([calls(store), said(store).length]).toEqual([1, 1]);
  store.redo(ACTOR);
  expect([calls(store), said(store).length]).toEqual([1, 2]);
  store.execute({ command: 'source.retract', args: { id: first.source } }, ACTOR);
  expect(calls(store)).toBe(1);
  expect(said(store)).toEqual([[null, 'CELL-9', null, '350006857858656']]);
  expect(all(store, "SELECT start, sources FROM link WHERE type = 'called'")).toEqual([['2026-02-01T14:05:03', 1]]);
  expect(all(store, "SELECT count(*) FROM entity WHERE type = 'phone' AND seq_retracted IS NULL")).toEqual([[2]]);
});

test('a list of the target and one of the other party tell the same call, whoever stands first', async () => {
  const { store } = await newCase();
  const headings = 'Doelnummer;Tegennummer;Richting;Begin;Duur;IMEI;CGI';
  await bring(store, ['+32470550101;+32470550102;UIT;01/02/2026 14:05:00;61;350006857858649;CELL-1', '+32470550101;+32470550103;IN;01/02/2026 15:05:00;10;350006857858649;CELL-2'], undefined, headings);
  const report = await bring(store, ['+32470550102;+32470550101;IN;01/02/2026 14:05:02;61;350006857858656;CELL-9', '+32470550102;+32470550107;UIT;01/02/2026 18:05:02;61;350006857858656;CELL-9'], undefined, headings);
  expect([report.legs, calls(store)]).toEqual([1, 3]);
  expect(said(store)).toEqual([['CELL-1', null, '350006857858649', null], [null, 'CELL-2', null, '350006857858649'], [null, 'CELL-9', null, '350006857858656'], ['CELL-9', null, '350006857858656', null]]);
});

test('whole hours apart, too long, the other way, and twice from one end are other calls', async () => {
  const { store } = await newCase();
  await bring(store, [MOC]);
  const later = MTC.replace('T14', 'T15');
  const report = await bring(store, [later, MTC.replace(';60;', ';75;'), '+32470550102;+32470550101;2026-02-01T14:05:00;61;MOC;;;', MOC.replace(':00;', ':02;'), MOC.replace(':00;', ':03;')]);
  expect(report).toMatchObject({ legs: 1, legsHoursApart: 1 });
  expect(calls(store)).toBe(5);
});

test('how far apart, and whether the length counts, is the mapping’s', async () => {
  const within = (legs: { seconds: number; duration: number | null }) => (mapping: Mapping): Mapping => ({ ...mapping, links: mapping.links.map((link) => (link.legs === undefined ? link : { ...link, legs })) });
  const { store } = await newCase();
  await bring(store, [MOC]);
  expect((await bring(store, [MTC.replace(';60;', ';75;')], within({ seconds: 5, duration: null }))).legs).toBe(1);
  expect((await bring(store, [MTC], within({ seconds: 1, duration: null }))).legs).toBe(1);
  expect((await bring(store, [MTC.replace(':03', ':58')], within({ seconds: 60, duration: 2 }))).legs).toBe(1);
  expect(calls(store)).toBe(1);
});

interface Call { readonly a: number; readonly b: number; readonly at: number; readonly length: number; readonly heard: number; readonly rang: number; readonly told: 'from' | 'to' | 'both' }

/** Calls of few phones that no two of the same pair make within a minute, told from one end or both, a little apart. */
const someCalls = fc.array(
  fc.record({ a: fc.integer({ min: 0, max: 4 }), b: fc.integer({ min: 0, max: 4 }), at: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 0, max: 40 }), heard: fc.integer({ min: -5, max: 5 }), rang: fc.integer({ min: -2, max: 2 }), told: fc.constantFrom('from' as const, 'to' as const, 'both' as const, 'both' as const) }),
  { minLength: 1, maxLength: 40 },
).map((list): Call[] => [...new Map(list.filter(({ a, b }) => a !== b).map((call) => [`${call.a} ${call.b} ${call.at}`, call])).values()]).filter((list) => list.length > 0);

const two = (value: number): string => String(value).padStart(2, '0');
const moment = (seconds: number): string => new Date(Date.UTC(2026, 2, 1, 6) + seconds * 1000).toISOString().slice(0, 19) + (seconds % 2 === 0 ? 'Z' : '+00:00');

function row(call: Call, end: 'from' | 'to'): string {
  const far = end === 'to';
  const start = call.at * 60 + 15 + (far ? call.heard : 0);
  return [`+324705501${two(call.a)}`, `+324705501${two(call.b)}`, moment(start), String(Math.max(0, call.length + (far ? call.rang : 0))), far ? 'MTC' : 'MOC', '', `2060120000000${two(far ? call.b : call.a)}`, `CELL-${far ? call.b : call.a}`].join(';');
}

test('however calls are told from both ends, shuffled and split over files in either order, there are as many as were made', async () => {
  await fc.assert(
    fc.asyncProperty(someCalls, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), fc.boolean(), async (made, chance, together) => {
      const rows = made.flatMap((call) => (call.told === 'both' ? [row(call, 'from'), row(call, 'to')] : [row(call, call.told)]));
      const shuffled = rows.map((text) => ({ text, place: chance.next().value })).sort((left, right) => left.place - right.place).map(({ text }) => text);
      const cut = together ? 0 : Math.floor(chance.next().value * (shuffled.length + 1));
      const { store } = await newCase();
      // A head may show one direction alone; the second file is read as the first.
      const both = (mapping: Mapping): Mapping => ({ ...mapping, links: mapping.links.map((link) => (link.type !== 'called' ? link : { ...link, reverseWhen: undefined, farWhen: { column: 4, values: ['MTC'] }, legs: { seconds: 5, duration: 2 } })) });
      let merged = 0;
      for (const part of [shuffled.slice(0, cut), shuffled.slice(cut)]) if (part.length > 0) merged += (await bring(store, part, both)).legs;
      expect([calls(store), merged]).toEqual([made.length, rows.length - made.length]);
      const ends = all(store, `SELECT count(*) FROM statement JOIN link ON link.n = subject AND subject_kind = 'link' AND link.type = 'called' JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n
        WHERE substr("values" ->> '$.cellIdA[0].v', 6) <> CAST(substr(replace(a.caption, ' ', ''), -2) AS INTEGER) OR substr("values" ->> '$.cellIdB[0].v', 6) <> CAST(substr(replace(b.caption, ' ', ''), -2) AS INTEGER)`);
      expect(ends).toEqual([[0]]);
    }),
    { numRuns: 25 },
  );
}, 120_000);
