import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeWatchColumns, type WatchColumn } from '../../../../shared/analysis/watching/columns';
import { EntryReader, type WatchRow } from '../../../../shared/analysis/watching/entry';
import type { Reading } from '../../../../shared/mapping/mapping';
import { propose } from '../../../../shared/mapping/propose';
import { watchEntrySchema } from '../../../../shared/model/identity';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import { shippedTypes } from '../../schema/shippedTypes';

const catalogue = buildCatalogue(shippedTypes());
const READING: Reading = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };

function columnsOf(headings: readonly string[], rows: readonly (readonly string[])[]): WatchColumn[] {
  return proposeWatchColumns({ headings, rows, reading: READING }, propose({ headings, rows, reading: READING, namespace: 'lijst' }, catalogue), catalogue);
}

const use = (column: WatchColumn | undefined): string => (column?.use === 'value' ? `${column.type}.${column.property}` : (column?.use ?? ''));

function readAll(headings: readonly string[], rows: readonly (readonly string[])[], columns = columnsOf(headings, rows)): WatchRow[] {
  const reader = new EntryReader(columns, headings, { dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' }, catalogue);
  return rows.map((row, index) => reader.read(row, index + 2));
}

const entriesOf = (rows: readonly WatchRow[]): Extract<WatchRow, { kind: 'entry' }>['entry'][] => rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : []));

const ROW = ['Ivan', 'Petrov', 'Vanya; De Rus', '12/03/1984', 'M', '0470/55.01.27', '1-ABC-234', 'MSKU 123456-5', 'BE68 5390 0754 7034', 'Kerkstraat 12, 2000 Antwerpen'];

describe('headings in four languages', () => {
  test.each([
    ['nl', ['Voornaam', 'Achternaam', 'Alias', 'Geboortedatum', 'Geslacht', 'GSM', 'Nummerplaat', 'Containernr', 'IBAN', 'Adres']],
    ['fr', ['Prénom', 'Nom de famille', 'Surnom', 'Date de naissance', 'Sexe', 'Numéro de téléphone', 'Plaque', 'Conteneur', 'IBAN', 'Adresse']],
    ['de', ['Vorname', 'Nachname', 'Spitzname', 'Geburtsdatum', 'Geschlecht', 'Handy', 'Kennzeichen', 'Container', 'IBAN', 'Anschrift']],
    ['en', ['First name', 'Surname', 'Also known as', 'Date of birth', 'Sex', 'Mobile number', 'Licence plate', 'Container', 'IBAN', 'Address']],
  ])('%s', (_language, headings) => {
    const rows = [ROW, ['Anna', 'Smet', '', '01/02/1990', 'V', '0475 12 34 56', '1-XYZ-987', '', '', ''], ['Piet', 'Jansen', '', '05/06/1977', 'M', '', '', '', '', '']];
    const [entry] = entriesOf(readAll(headings, rows));
    expect(entry).toMatchObject({ kind: 'person', names: ['Ivan Petrov', 'Vanya', 'De Rus'], births: ['1984-03-12'], genders: ['m'] });
    expect(entry?.identifiers).toEqual([{ kind: 'phone', value: '+32470550127' }, { kind: 'plate', value: '1ABC234' }, { kind: 'container', value: 'MSKU1234565' }, { kind: 'account', value: 'BE68539007547034' }]);
    expect(entry?.addresses[0]).toContain('Kerkstraat 12');
  });
});

test('lists of companies, of vessels, and lists that say in each row what it is about', () => {
  const companies = entriesOf(readAll(['Firmanaam', 'BTW'], [['Zilverplaat Logistics BV', 'BE 0403.170.701']]));
  expect(companies).toMatchObject([{ kind: 'company', names: ['Zilverplaat Logistics BV'] }]);
  const vessels = entriesOf(readAll(['Schip', 'IMO'], [['Nordvik Express', '9074729'], ['Bosfor Kaptan', '9319466']]));
  expect(vessels).toMatchObject([{ kind: 'vessel', names: ['Nordvik Express'], identifiers: [{ kind: 'imo', value: '9074729' }] }, { kind: 'vessel' }]);
  const headings = ['Type', 'Name', 'Remark'];
  const rows = [['Person', 'John Smith', 'a'], ['Vessel', 'Nordvik Express', 'b'], ['Company', 'Acme Ltd', 'c'], ['Container', 'MSKU1234565', 'd']];
  expect(columnsOf(headings, rows).map(use)).toEqual(['kind', expect.stringMatching(/\.name$/), 'note']);
  const entries = entriesOf(readAll(headings, rows));
  expect(entries.map(({ kind, names, identifiers, note }) => [kind, names, identifiers.map(({ value }) => value), note])).toEqual([
    ['person', ['John Smith'], [], 'Remark: a'], ['vessel', ['Nordvik Express'], [], 'Remark: b'], ['company', ['Acme Ltd'], [], 'Remark: c'], [null, [], ['MSKU1234565'], 'Remark: d'],
  ]);
});

test('several columns of phones, several numbers in one cell, and slashes that are part of one', () => {
  const headings = ['Naam', 'Telefoon 1', 'Telefoon 2'];
  const rows = [['Jan Peeters', '0470/55.01.27', '0475 12 34 56; +49 30 901820'], ['Anna Smet / Ann De Smet', '03 226 00 00 / 0470 55 01 28', ''], ['Maersk A/S', '', '']];
  const [first, second, third] = entriesOf(readAll(headings, rows));
  expect(first?.identifiers.map(({ value }) => value)).toEqual(['+32470550127', '+32475123456', '+4930901820']);
  expect(second?.names).toEqual(['Anna Smet', 'Ann De Smet']);
  expect(second?.identifiers.map(({ value }) => value)).toEqual(['+3232260000', '+32470550128']);
  expect(third?.names).toEqual(['Maersk A/S']);
});

test('what cannot be confirmed is told; a wrong check digit can still be found, a wrong number cannot', () => {
  const [wrongDigit, wrongNumber, nothing] = readAll(['Naam', 'Container', 'Telefoon'], [['', 'MSKU1234566', ''], ['', '', '12'], ['', '', '']], [{ use: 'value', type: 'person', property: 'name' }, { use: 'value', type: 'container', property: 'number' }, { use: 'value', type: 'phone', property: 'number' }]);
  expect(wrongDigit).toMatchObject({ kind: 'entry', entry: { identifiers: [{ kind: 'container', value: 'MSKU1234566' }] }, doubts: [{ column: 1, code: 'checkDigit' }] });
  expect(wrongNumber).toMatchObject({ kind: 'none', why: 'doubtful' });
  expect(nothing).toMatchObject({ kind: 'none', why: 'nothing' });
});

test('the number of an entry follows from what it says, not from where it stands, and differs for what says otherwise', () => {
  const columns = columnsOf(['Naam', 'Geboortedatum'], [['Jan Peeters', '01/02/1980']]);
  const reader = new EntryReader(columns, ['Naam', 'Geboortedatum'], { dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' }, catalogue);
  const at = (cells: readonly string[], row: number): number => {
    const read = reader.read(cells, row);
    return read.kind === 'entry' ? read.entry.number : 0;
  };
  expect(at(['Jan Peeters', '01/02/1980'], 2)).toBe(at(['Jan Peeters', '01-02-1980'], 900));
  const numbers = new Set(Array.from({ length: 20_000 }, (_, n) => at([`Jan Peeters ${n}`, ''], 2)));
  expect(numbers.size).toBe(20_000);
});

test('whatever cells hold, a row is an entry that can be kept or says why it is none', () => {
  const headings = ['Naam', 'Alias', 'Geboortedatum', 'Telefoon', 'Nummerplaat', 'Adres', 'Soort'];
  const columns = columnsOf(headings, [['Jan', 'J', '01/02/1980', '0470550127', '1ABC234', 'Kerkstraat 1, Gent', 'Persoon']]);
  const cell = fc.oneof(fc.string({ maxLength: 60, unit: 'binary' }), fc.constantFrom('', ';;;', '/', 'a / b; c', '0470/55.01.27', '32/13/1999', 'Schip', '\u0000\u202e', 'x'.repeat(5000)));
  fc.assert(fc.property(fc.array(cell, { maxLength: 9 }), (cells) => {
    const [read] = readAll(headings, [cells], columns);
    if (read?.kind === 'entry') expect(watchEntrySchema.safeParse(read.entry).error).toBeUndefined();
    else expect(read?.why).toMatch(/nothing|doubtful/);
  }), { numRuns: 200 });
});

test('a cell that is far too long gives an entry that a list may hold', () => {
  const long = 'Aa'.repeat(900);
  const entries = entriesOf([
    ...readAll(['Voornaam', 'Achternaam', 'Opmerking'], [[long, long, long.repeat(5)], ['Jan', 'Peeters', '']]),
    ...readAll(['Type', 'Name', 'Remark'], [...catalogue.entityTypes.map(({ label }) => [label.en, '1A'.repeat(900), 'x']), ['Person', long.repeat(3), 'a'], ['Vessel', 'x'.repeat(40_000), 'b'], ['Container', '1'.repeat(2000), 'c'], ['Company', `${long};`.repeat(300), 'd']]),
  ]);
  expect(entries.length).toBeGreaterThan(4);
  for (const entry of entries) expect(watchEntrySchema.safeParse(entry).error).toBeUndefined();
});
