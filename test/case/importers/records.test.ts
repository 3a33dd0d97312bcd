import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runImport } from '../../../electron/case/importing';
import { ImportRows } from '../../../electron/case/importers/importRows';
import type { RecordOutcome } from '../../../electron/case/importers/records/format';
import { EntityDraft, LinkDraft, recordOf } from '../../../electron/case/importers/records/draft';
import type { CaseStore } from '../../../electron/case/store';
import { materialise } from '../../../electron/case/db/materialise';
import { usualPlan } from './formats/walk';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { ACTOR, newCase, temporaryFolder } from '../place';

const plan = usualPlan('graphml');

/** Takes outcomes into a case as an import does, without the journal. */
async function take(outcomes: (store: CaseStore) => readonly RecordOutcome[]): Promise<{ store: CaseStore; rows: ImportRows }> {
  const { store } = await newCase();
  store.db.exec('BEGIN IMMEDIATE');
  const rows = new ImportRows(store.db, store.catalogue, store.seq + 1, 'record', null, { id: '01930000-0000-7000-8000-0000000000aa', kind: 'file', title: 'x', supplier: '', sha256: null, bytes: 0, mediaType: '', grading: null, handling: [], receivedAt: '', reading: null });
  for (const outcome of outcomes(store)) rows.take(outcome);
  const left = rows.finish(() => undefined);
  materialise(store.db, store.catalogue, { entities: [...left.entities, ...left.added.map(({ n }) => n)], links: left.links });
  store.db.exec('ROLLBACK');
  return { store, rows };
}

test('a record that only points at an entity says nothing of it, unless nobody else does', async () => {
  const { rows } = await take((store) => {
    const person = (key: string): EntityDraft => new EntityDraft(store.catalogue, plan, 'person', key);
    return [
      { kind: 'row', row: 1, cells: [], mapped: recordOf({ entities: [person('a').say('name', 'Driss Amellal')] }) },
      { kind: 'row', row: 2, cells: [], mapped: recordOf({ entities: [person('a').say('reference', 'a').mention(), person('outside').say('reference', 'outside').mention()], links: [{ draft: new LinkDraft(store.catalogue, plan, 'knows'), from: 0, to: 1 }] }) },
    ];
  });
  expect(rows.counts).toMatchObject({ rows: 2, entitiesAdded: 2, linksAdded: 1, statements: 3 });
});

test("the file's own id settles who is meant before identifiers do", async () => {
  const { rows } = await take((store) => {
    const phone = (key: string, number: string): EntityDraft => new EntityDraft(store.catalogue, plan, 'phone', key).say('number', number);
    return ['0470 55 01 27', '0470 55 01 28'].map((number, at): RecordOutcome => ({ kind: 'row', row: at + 1, cells: [], mapped: recordOf({ entities: [phone('p', number)] }) }));
  });
  expect(rows.counts.entitiesAdded).toBe(1);
});

test('pages of text are kept and found, and go with their source', async () => {
  if (!existsSync(join(import.meta.dirname, '..', '..', '..', 'electron', 'case', 'importers', 'formats', 'text.ts'))) return;
  const { store } = await newCase();
  const folder = temporaryFolder();
  const path = join(folder, 'report.txt');
  writeFileSync(path, 'Op 3 mei werd de wagen gezien aan de kaai.\n\nDe bestuurder vertrok te voet.\n'.repeat(20));
  const report = await runImport({ folder: store.folder, key: store.key }, { document: { path, name: 'report.txt' }, mapping: usualPlan('text'), recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  expect(report.pages).toBeGreaterThan(0);
  expect(store.db.prepare("SELECT count(*) FROM page_text WHERE page_text MATCH 'bestuurder'").pluck().get()).toBe(report.pages);
});
