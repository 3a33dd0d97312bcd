import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runImport, previewTableImport } from '../../../electron/case/importing';
import type { Bytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

const MB = 1024 * 1024;
const HEADING = 'A nummer;B nummer;Start;Duur;Inhoud\n';

test('a text of 300 MB is read as a stream, its preview from the first megabyte', async () => {
  const line = Buffer.from(`+32470550127;+32470550128;01/02/2026 14:05;14;${'inhoud '.repeat(120)}\n`);
  const piece = Buffer.concat(Array.from({ length: 3000 }, () => line));
  let furthest = 0;
  const bytes: Bytes = {
    size: 300 * MB,
    read(offset, length) {
      const wanted = Math.min(length, 300 * MB - offset);
      furthest = Math.max(furthest, offset + wanted);
      const out = Buffer.alloc(wanted);
      // The heading, then the same lines over and over.
      for (let at = 0; at < wanted; ) {
        const place = offset + at;
        const from = place < HEADING.length ? Buffer.from(HEADING) : piece;
        const start = place < HEADING.length ? place : (place - HEADING.length) % piece.length;
        at += from.copy(out, at, start);
      }
      return out;
    },
    close: () => undefined,
  };
  const { reading } = await previewTable(bytes, 'big.csv', {});
  expect(furthest).toBeLessThanOrEqual(MB);
  let rows = 0;
  let peak = 0;
  global.gc?.();
  const before = process.memoryUsage().rss;
  for await (const batch of (await openTable(bytes, 'big.csv', reading)).rows()) {
    rows += batch.length;
    if (rows % 50_000 < batch.length) peak = Math.max(peak, process.memoryUsage().rss - before);
  }
  expect(rows).toBe(Math.ceil((300 * MB - HEADING.length) / line.length) + 1);
  expect(peak / MB).toBeLessThan(250);
}, 60_000);

test('a large file is imported without being held in memory', async () => {
  const path = join(temporaryFolder(), 'large.csv');
  const handle = openSync(path, 'w');
  writeSync(handle, HEADING);
  const note = 'inhoud van het gesprek '.repeat(450);
  for (let row = 0; row < 4000; row += 1) writeSync(handle, `+3247055${String(row).padStart(4, '0')};+32470660000;01/02/2026 14:05;14;${note}\n`);
  closeSync(handle);
  const { store } = await newCase(PASSPHRASE);
  const document = { path, name: 'large.csv' };
  const { proposal, bytes } = await previewTableImport(store.db, store.catalogue, document);
  expect(bytes).toBeGreaterThan(39 * MB);
  const before = process.memoryUsage().rss;
  let peak = 0;
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, { ...UNWATCHED, progress: () => (peak = Math.max(peak, process.memoryUsage().rss - before)) });
  expect(report).toMatchObject({ rows: 4000, entitiesAdded: 4001, linksAdded: 4000 });
  expect(peak / MB).toBeLessThan(400);
}, 60_000);

test('much said of few things is computed thing by thing, and all of it is found', async () => {
  const path = join(temporaryFolder(), 'places.csv');
  const handle = openSync(path, 'w');
  writeSync(handle, 'Telefoon;Straat;Gemeente;Opmerking\n');
  const note = 'gezien bij de loodsen aan de kaai '.repeat(300);
  for (let row = 0; row < 6000; row += 1) writeSync(handle, `+3247055${String(row).padStart(4, '0')};Kaai ${row % 100};Antwerpen;${note} merk${row}\n`);
  closeSync(handle);
  const { store } = await newCase(null);
  const document = { path, name: 'places.csv' };
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  let before = 0;
  let peak = 0;
  const watch = { ...UNWATCHED, progress: ({ phase }: { readonly phase: string }) => {
    if (phase !== 'indexing') {
      global.gc?.();
      before = process.memoryUsage().heapUsed;
    } else peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  } };
  const report = await runImport({ folder: store.folder, key: null }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, watch);
  store.reload();
  expect(report).toMatchObject({ rows: 6000, counts: { entities: { phone: 6000, address: 100 } } });
  for (const mark of ['merk0', 'merk101', 'merk5999']) {
    expect(store.db.prepare<[string], string>('SELECT entity.caption FROM fulltext JOIN entity ON entity.n = fulltext.rowid WHERE fulltext MATCH ?').pluck().all(mark), mark).toHaveLength(1);
  }
  expect(peak / MB).toBeLessThan(60);
}, 60_000);
