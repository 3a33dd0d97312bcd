import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseStore } from '../../../electron/case/store';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { Watch } from '../../../electron/case/importers/watch';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

async function bring(store: CaseStore, name: string, lines: readonly string[], change: (mapping: Mapping) => Mapping = (mapping) => mapping, watch: Watch = UNWATCHED): Promise<ImportReport> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, lines.join('\n'));
  const document = { path, name };
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: change(proposal), recipe: null, again: false, actor: ACTOR }, watch);
  store.reload();
  return report;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Calls and messages in turn among some phones; two grades, so that rows of several kinds wait at once. */
function traffic(rows: number): string[] {
  const lines = ['A_NUMBER,B_NUMBER,START,DURATION_S,CELL_NAME,GRADE'];
  for (let row = 0; row < rows; row += 1) lines.push(`+3247055${1000 + (row % 97)},+3248066${1000 + (row % 89)},2026-03-${two(1 + (row % 28))}T${two(row % 24)}:${two(row % 60)}:00,${row},CELL ${row % 7},${row % 3 === 0 ? 'A1' : 'B2'}`);
  return lines;
}

const graded = (mapping: Mapping): Mapping => ({ ...mapping, source: { ...mapping.source, gradingColumn: { column: 5, scheme: 'europol4x4' } } });

const all = (store: CaseStore, sql: string): unknown[] => store.db.prepare(sql).raw().all();
const indexes = (store: CaseStore): unknown[] => all(store, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");

test('a phone that calls often is stated once, and each row is told by its call', async () => {
  const { store } = await newCase();
  const calls = ['A_NUMBER,B_NUMBER,START,DURATION_S', ...[5, 6, 7].map((minute) => `+32470550127,+32470550128,2026-02-01T14:0${minute}:00,14`)];
  expect(await bring(store, 'calls.csv', calls)).toMatchObject({ entitiesAdded: 2, linksAdded: 3, statements: 5 });
  expect(all(store, `SELECT s.row FROM statement s JOIN link l ON l.n = s.subject AND s.subject_kind = 'link' JOIN entity e ON e.n = l.from_n WHERE e.caption LIKE '%01 27' ORDER BY s.row`)).toEqual([[2], [3], [4]]);
  expect(all(store, "SELECT subject, row FROM statement WHERE subject_kind = 'entity' ORDER BY n")).toEqual([[1, 2], [2, 2]]);
});

test('who stands twice on a list without links is stated twice', async () => {
  const { store } = await newCase();
  const report = await bring(store, 'phones.csv', ['PHONE', '+32470550127', '+32470550127', '+32470550128']);
  expect(report).toMatchObject({ rows: 3, entitiesAdded: 2, linksAdded: 0, statements: 3 });
  expect(all(store, 'SELECT subject, row FROM statement ORDER BY n')).toEqual([[1, 2], [1, 3], [2, 4]]);
});

test('many rows of several kinds: every link has the statement of its row, and its indexes are as they were', async () => {
  const { store } = await newCase(PASSPHRASE);
  const before = indexes(store);
  const rows = 45_000;
  const lines = traffic(rows);
  const report = await bring(store, 'traffic.csv', lines, graded);
  expect(report).toMatchObject({ rows, linksAdded: rows, rejected: 0 });
  expect(indexes(store)).toEqual(before);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.db.pragma('foreign_key_check')).toEqual([]);
  const told = all(store, `SELECT s.row, a.caption, b.caption, l.start, s."values" ->> '$.duration[0].v', l.grading, s.seq_added = l.seq_added FROM link l
    JOIN statement s ON s.subject_kind = 'link' AND s.subject = l.n JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n ORDER BY s.row`) as (string | number)[][];
  expect(told).toHaveLength(rows);
  const wrong = told.filter(([row, from, to, start, duration, grading, together], at) => {
    const [a, b, when, seconds, , grade] = (lines[at + 1] ?? '').split(',');
    const digits = (text: string | number | undefined): string => String(text).replaceAll(' ', '');
    return row !== at + 2 || digits(from) !== a || digits(to) !== b || start !== when || duration !== seconds || grading !== grade || together !== 1;
  });
  expect(wrong).toEqual([]);
  expect(all(store, 'SELECT count(*) FROM entity e WHERE links <> (SELECT count(*) FROM link WHERE from_n = e.n OR to_n = e.n)')).toEqual([[0]]);
  store.undo(ACTOR);
  expect(all(store, 'SELECT (SELECT count(*) FROM link WHERE seq_retracted IS NULL), (SELECT count(*) FROM statement WHERE seq_retracted IS NULL)')).toEqual([[0, 0]]);
});

test('what is stopped while indexes are put off leaves them in place', async () => {
  const { store } = await newCase();
  const before = indexes(store);
  let rows = 0;
  const stop: Watch = { progress: (progress) => void (rows = progress.rows), cancelled: () => rows > 30_000 };
  await expect(bring(store, 'traffic.csv', traffic(60_000), undefined, stop)).rejects.toMatchObject({ code: 'cancelled' });
  expect(indexes(store)).toEqual(before);
  expect(await bring(store, 'few.csv', traffic(50))).toMatchObject({ linksAdded: 50 });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
