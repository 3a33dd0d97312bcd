import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../electron/case/importers/records/formats';
import { Package } from '../../../electron/case/importers/workbook';
import { STATEMENT_COLUMNS } from '../../../shared/mapping/ownTables';
import { ACTOR, newCase } from '../place';
import { AWKWARD, contentOf, drawingOf, exported, imported, richCase } from './roundTrip';

async function partsOf(path: string): Promise<Map<string, string>> {
  const archive = await Package.open(heldBytes(readFileSync(path)));
  const found = new Map<string, string>();
  for (const name of archive.names()) {
    const pieces: Buffer[] = [];
    for await (const piece of archive.pieces(name)) pieces.push(piece);
    found.set(name, Buffer.concat(pieces).toString('utf8'));
  }
  archive.close();
  return found;
}

describe.each(['csv', 'xlsx'] as const)('%s', (format) => {
  test('a case leaves and comes back the same, and a second time adds nothing', async () => {
    const { store, chart } = await richCase();
    const before = contentOf(store);
    const written = await exported(store, format, { kind: 'case' });
    expect(recogniseRecords(heldBytes(readFileSync(written.path)), 'x')?.id).toBe('knooptable');
    const other = (await newCase()).store;
    const report = await imported(other, written.path, 'knooptable');
    expect(report).toMatchObject({ entitiesAdded: before.entities.length, linksAdded: before.links.length, rejected: 0 });
    expect(contentOf(other)).toEqual(before);
    expect(await imported(store, written.path, 'knooptable')).toMatchObject({ entitiesAdded: 0, linksAdded: 0, rejected: 0 });
    const drawn = await exported(store, format, { kind: 'chart', chart });
    const third = (await newCase()).store;
    const { chart: made } = await imported(third, drawn.path, 'knooptable');
    expect(drawingOf(third, made ?? '')).toEqual(drawingOf(store, chart));
  });

  test('a value longer than a cell comes back', async () => {
    const { store } = await newCase();
    const id = '01930000-0000-7000-8000-0000000000aa';
    const long = 'é👩🏽‍🚀="x"\n'.repeat(60_000);
    store.execute({ command: 'entity.create', args: { id, type: 'person', values: { name: [{ v: 'Lang' }], 'other:Relaas': [{ v: long, raw: `${long}.` }] }, grading: null, handling: [], basis: 'fact' } }, ACTOR);
    const { path } = await exported(store, format, { kind: 'entities', ids: [id] });
    const other = (await newCase()).store;
    await imported(other, path, 'knooptable');
    expect(contentOf(other)).toEqual(contentOf(store));
  });
});

test('the workbook holds text only, in three sheets that another reader understands', async () => {
  const { store } = await richCase();
  const { path } = await exported(store, 'xlsx', { kind: 'case' });
  const book = read(readFileSync(path), { type: 'buffer', cellFormula: true });
  expect(book.SheetNames).toEqual(['Entiteiten', 'Verbanden', 'Gegevens']);
  for (const name of book.SheetNames) for (const [key, cell] of Object.entries(book.Sheets[name] ?? {})) if (!key.startsWith('!')) expect((cell as { t: string; f?: string }), key).toMatchObject({ t: 's' });
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets['Entiteiten'] ?? {});
  expect(rows.map((row) => row['Benaming'])).toContain('Driss Amellal');
  expect(rows.find((row) => row['Benaming'] === '+32470550127' || row['Benaming'] === '+32 470 55 01 27')).toBeDefined();
  expect(Object.keys(rows.find((row) => row['Benaming'] === 'Driss Amellal') ?? {}).some((heading) => heading.endsWith(' 2'))).toBe(true);
});

test('no cell of the CSV tables starts like a formula, and each stays whole', async () => {
  const { store } = await richCase();
  const { path } = await exported(store, 'csv', { kind: 'case' });
  const parts = await partsOf(path);
  expect([...parts.keys()]).toEqual(['knoop.txt', 'entities.csv', 'links.csv', 'statements.csv']);
  for (const [name, text] of parts) {
    if (!name.endsWith('.csv')) continue;
    const rows = parse(text, { delimiter: ';', bom: true }) as string[][];
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[^\S\r\n]*[=+\-@\t＝＋－＠]/m);
    if (name === 'statements.csv') expect(rows[0]).toEqual([...STATEMENT_COLUMNS]);
  }
  expect(AWKWARD.length).toBeGreaterThan(20);
});
