import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import type { WatchList } from '../../../shared/model/identity';
import { newCase } from '../place';
import { ACTOR } from '../who';
import { fileOf, load, preview, quietDesk } from './desk';

test('a preview says how each column and row is understood, and which rows give nothing and why', async () => {
  const desk = quietDesk((await newCase()).store);
  const file = fileOf('lijst.csv', 'Naam;Telefoon;Reden\nJan Peeters;0470 55 01 27;Gezocht\n;;Alleen woorden\n;12;Te kort\nJan Peeters;0032470550127;Gezocht\n');
  const seen = await preview(desk, file);
  expect(seen.counts).toEqual({ entries: 1, repeated: 1, none: 2, doubts: 1 });
  expect(seen.none).toEqual([{ row: 3, why: 'nothing', text: 'Alleen woorden' }, { row: 4, why: 'doubtful', text: '12 · Te kort' }]);
  expect(seen.first).toMatchObject([{ entry: { row: 2, names: ['Jan Peeters'], identifiers: [{ kind: 'phone', value: '+32470550127' }], note: 'Reden: Gezocht' } }]);
  // Another choice of columns is understood otherwise.
  const chosen = await preview(desk, file, { columns: [{ use: 'none' }, { use: 'value', type: 'phone', property: 'number' }, { use: 'note' }] });
  expect(chosen.first).toMatchObject([{ entry: { names: [], kind: null } }]);
});

test.each([['windows-1252', 'windows-1252'], ['utf-16le', 'utf-16le'], ['utf-8', 'utf8']])('letters come out right whatever the encoding: %s', async (_name, encoding) => {
  const desk = quietDesk((await newCase()).store);
  const text = 'Nom;Date de naissance\nFrançois Müller;12/03/1984\nGaëlle Désirée;01/02/1990\n';
  const bytes = encoding === 'utf-16le' ? Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, encoding)]) : iconv.encode(text, encoding);
  const seen = await preview(desk, fileOf('liste.csv', bytes));
  expect(seen.first.map(({ entry }) => entry.names)).toEqual([['François Müller'], ['Gaëlle Désirée']]);
});

test('files that are no list are refused with what to do, and nothing is kept', async () => {
  const { store } = await newCase();
  const desk = quietDesk(store);
  await expect(preview(desk, fileOf('leeg.csv', ''))).rejects.toMatchObject({ code: 'fileEmpty' });
  await expect(preview(desk, fileOf('beeld.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  const words = fileOf('woorden.csv', 'Opmerking;Dienst\nniets te vinden;X\nook niets;Y\n');
  expect((await preview(desk, words)).counts).toMatchObject({ entries: 0, none: 2 });
  await expect(load(desk, words)).rejects.toMatchObject({ code: 'watchListEmpty', details: { name: 'woorden.csv' } });
  await expect(desk.ask['case.removeWatchList']({ id: '01890000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'watchListNotFound' });
  expect((await desk.ask['case.watchLists']({})).lists).toEqual([]);
});

test('a list longer than may be is refused before it is taken', async () => {
  const { store } = await newCase();
  const desk = quietDesk(store);
  const long = fileOf('lang.csv', `Telefoon\n${Array.from({ length: 60_000 }, (_, n) => `+3247${1_000_000 + n}`).join('\n')}\n`);
  const seen = await preview(desk, long);
  expect(seen).toMatchObject({ tooLong: true, counts: { entries: 60_000 } });
  await expect(load(desk, long)).rejects.toMatchObject({ code: 'watchListTooLong', details: { entries: 60_000, most: 50_000 } });
  expect(store.db.prepare('SELECT count(*) FROM watch_list').pluck().get()).toBe(0);
}, 60_000);

test('a list of 50,000 entries is one step of the journal, which holds only counts, and undo takes it out', async () => {
  const { store } = await newCase();
  const desk = quietDesk(store);
  const { id } = await load(desk, fileOf('lang.csv', `Naam;Telefoon\n${Array.from({ length: 50_000 }, (_, n) => `Persoon Nummer ${n};+3247${1_000_000 + n}`).join('\n')}\n`));
  const [entry] = journalEntries(store.db, store.catalogue, { limit: 1 });
  expect(entry).toMatchObject({ command: 'watchList.put', label: { entries: 50_000, added: 50_000, gone: 0 } });
  expect(store.db.prepare<[], string>('SELECT label FROM journal').pluck().all().join(' ')).not.toContain('Persoon Nummer');
  const list = JSON.parse(store.db.prepare<[string], string>('SELECT content FROM watch_list WHERE id = ?').pluck().get(id) ?? '') as WatchList;
  expect(list.entries).toHaveLength(50_000);
  expect(list.sha256).toMatch(/^[0-9a-f]{64}$/);
  store.undo(ACTOR);
  expect((await desk.ask['case.watchLists']({})).lists).toEqual([]);
}, 60_000);

test('a workbook and a text with tabs are read as well', async () => {
  const desk = quietDesk((await newCase()).store);
  const tabs = await preview(desk, fileOf('lijst.tsv', 'Name\tDate of birth\nJohn Smith\t1984-03-12\nMary Jones\t1990-02-01\n'));
  expect(tabs.first.map(({ entry }) => [entry.names[0], entry.births[0]])).toEqual([['John Smith', '1984-03-12'], ['Mary Jones', '1990-02-01']]);
});
