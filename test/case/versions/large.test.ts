import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { differenceOf, RowTable } from '../../../electron/case/versions/rowTable';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { compareWithSource } from '../../../electron/case/versions/compareWithSource';
import { ACTOR, newCase, temporaryFolder } from '../place';

test('a million rows are compared in some seconds and some hundred megabytes', () => {
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const started = process.cpuUsage();
  const tables = [0, 1].map((shift) => {
    const table = new RowTable(1);
    for (let row = 1; row <= 1_000_000; row += 1) {
      const id = row + shift * 1000;
      table.add(row, `${id};${id % 10_000 === 0 ? shift : 0}`, [`plate\u0000${id}`]);
    }
    return table;
  });
  const [old, fresh] = tables;
  if (old === undefined || fresh === undefined) throw new Error('two tables');
  const difference = differenceOf(old, fresh, old.bestKey());
  expect([difference.same.now.length, difference.changed.now.length, difference.added.length, difference.gone.length]).toEqual([999_000 - 100, 100, 1000, 1000]);
  expect((process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before) / 1024 ** 2).toBeLessThan(400);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(40);
}, 120_000);

async function table(name: string, rows: number, colour: (row: number) => string, skip: (row: number) => boolean): Promise<{ path: string; name: string }> {
  const path = join(temporaryFolder(), name);
  const out = createWriteStream(path);
  out.write('Kenteken;Merk;Kleur\n');
  for (let row = 0; row < rows; row += 1) if (!skip(row)) out.write(`1-${String.fromCharCode(65 + (Math.trunc(row / 17_576_000) % 26))}${String(row).padStart(6, '0')};Volvo;${colour(row)}\n`);
  out.end();
  await once(out, 'finish');
  return { path, name };
}

test('a version of twenty thousand rows brings its few hundred changes, and undo takes them out', async () => {
  const { store } = await newCase(null);
  const first = await table('a 1.csv', 20_000, () => 'rood', () => false);
  const { proposal } = await previewTableImport(store.db, store.catalogue, first);
  const imported = await runImport(store, { document: first, mapping: proposal, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  const later = await table('a 2.csv', 20_050, (row) => (row % 100 === 0 ? 'zwart' : 'rood'), (row) => row < 20_000 && row % 1000 === 7);
  const { counts } = await compareWithSource(store, { document: later, source: imported.source, mapping: proposal }, UNWATCHED);
  expect(counts).toEqual({ same: 19_780, added: 50, changed: 200, gone: 20, refused: 0 });
  const report = await runImport(store, { document: later, mapping: proposal, recipe: null, again: false, version: { source: imported.source, retractGone: true }, actor: ACTOR }, UNWATCHED);
  store.reload();
  expect(report).toMatchObject({ rows: 250, entitiesAdded: 50, entitiesMatched: 200 });
  const live = (table: string): number => store.db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? -1;
  expect([live('entity'), live('statement')]).toEqual([20_030, 20_030]);
  store.undo(ACTOR);
  expect([live('entity'), live('statement')]).toEqual([20_000, 20_000]);
}, 120_000);
