import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { recordsOf } from '../../../electron/case/importers/csvRecords';
import { voteDelimiter } from '../../../electron/case/importers/delimiter';
import { createDecoder, detectEncoding } from '../../../electron/case/importers/encoding';
import { findHeader } from '../../../electron/case/importers/header';
import { createIds } from '../../../electron/case/importers/ids';
import { columnOf, formOf, numberText, plainNumber } from '../../../electron/case/importers/sheetCell';
import { guessDateOrder, guessDecimal } from '../../../shared/mapping/samples';

const FLEMISH = 'Naam;Straat;Bedrag\nHélène Dupré;Groenplaats 5;€ 1.250,00\nGijs Coëlho;Sint-Jansvliet 2;“contant”\n';

test('encodings are told apart, and the euro of windows-1252 survives', () => {
  for (const [encoding, expected] of [['windows-1252', 'windows-1252'], ['utf-8', 'utf-8'], ['utf-16le', 'utf-16le'], ['utf-16be', 'utf-16be']] as const) {
    const bytes = iconv.encode(FLEMISH, encoding);
    expect(detectEncoding(bytes).encoding).toBe(expected);
    const decoder = createDecoder(expected);
    // Byte by byte, so that every character is cut somewhere.
    let text = '';
    for (const byte of bytes) text += decoder.write(Buffer.from([byte]));
    expect(text + decoder.end()).toBe(FLEMISH);
  }
  expect(detectEncoding(Buffer.from('\ufeffa;b')).encoding).toBe('utf-8');
  expect(detectEncoding(iconv.encode(FLEMISH, 'utf-16le', { addBOM: true }))).toEqual({ encoding: 'utf-16le', unsure: false });
});

test.each([
  ['windows-1252', 'Naam;Plaats\nÉtienne;Liège\nMüller;Köln\n'],
  ['windows-1252', 'It’s the “quay”;don’t – ever;€ 5\n'],
  ['windows-1252', 'cœur;même;Señor;âge\n'],
  ['cp850', 'Naam;Plaats\nÉtienne;Liège\nMüller;Köln\n'],
  ['macintosh', 'Naam;Plaats\nÉtienne;Liège\nMüller;Köln\n'],
  ['windows-1250', 'Nazwisko;Imię\nWiśniewski;Łukasz\nZając;Paweł\n'],
  ['windows-1254', 'Soyadı;Adı\nYılmaz;Güneş\nErdoğan;Ayşe\n'],
  ['windows-1251', 'Фамилия;Имя\nИванов;Пётр\nКузнецова;Ольга\n'],
  ['koi8-r', 'Фамилия;Имя\nИванов;Пётр\nКузнецова;Ольга\n'],
  ['cp866', 'Фамилия;Имя\nИванов;Пётр\nКузнецова;Ольга\n'],
  ['windows-1253', 'Επώνυμο;Όνομα\nΠαπαδόπουλος;Γεώργιος\n'],
  ['windows-1255', 'שם;עיר\nכהן;חיפה\nלוי;ירושלים\n'],
  ['windows-1256', 'الاسم;المدينة\nمحمد;بيروت\nحسن;طنجة\n'],
])('a short table in %s is read by its words: %j', (encoding, text) => {
  expect(detectEncoding(iconv.encode(text, encoding))).toEqual({ encoding, unsure: true });
});

test('what was mangled before it came is left as it is, and UTF-32 is known by its mark', () => {
  expect(detectEncoding(Buffer.from('Charlie\u00c9\u00db\u00aas;Tuesday\u00c9\u00d2Friday\n', 'latin1')).encoding).toBe('windows-1252');
  for (const encoding of ['utf-32le', 'utf-32be']) expect(detectEncoding(iconv.encode('Zoë;b', encoding, { addBOM: true }))).toEqual({ encoding, unsure: false });
});

test('rows of old Macs end with CR, also where quoted cells hold LF; other rows with LF hold CR as it is', () => {
  const cells = (text: string): string[][] => recordsOf(text, { delimiter: ';', quote: '"' }, true).map((row) => row.cells);
  expect(cells('Naam;Nota\rAn;"een\ntwee"\rBo;drie\r')).toEqual([['Naam', 'Nota'], ['An', 'een\ntwee'], ['Bo', 'drie']]);
  expect(cells('Naam;Nota\nAn;"een\rtwee"\nBo;drie\n')).toEqual([['Naam', 'Nota'], ['An', 'een\rtwee'], ['Bo', 'drie']]);
  expect(cells('Naam;Nota\r\nAn;"een\ntwee"\r\n')).toEqual([['Naam', 'Nota'], ['An', 'een\ntwee']]);
});

test('bytes that are no text are refused', () => {
  for (const head of ['%PDF-1.4', '\u0089PNG\r\n', 'SQLite format 3\u0000', '\u0000\u0001\u0002\u0003\u0004\u0005\u0006']) {
    expect(() => detectEncoding(Buffer.from(head, 'latin1'))).toThrowError(expect.objectContaining({ code: 'fileNotThisFormat' }));
  }
});

test('broken UTF-8 is noticed, also across pieces', () => {
  const decoder = createDecoder('utf-8');
  decoder.write(Buffer.from([0x61, 0xc3]));
  expect(decoder.broken).toBe(false);
  decoder.write(Buffer.from([0xa9]));
  expect(decoder.broken).toBe(false);
  decoder.write(Buffer.from([0xff, 0x61]));
  expect(decoder.broken).toBe(true);
});

test.each([
  ['a;b\n1,5;2\n2,5;3\n', ';'],
  ['naam;bedrag;datum\nDe Smet, Jan;1.250,00;01/02/2026\nPeeters, An;2,50;02/02/2026\n', ';'],
  ['a,b,c\n"1,5","2,5",x\n', ','],
  ['start\tend\n10:00\t11:00\n12:30\t13:30\n', '\t'],
  ['tijd,naam\n10:00:01,x\n11:00:02,y\n', ','],
  ['a|b|c\n1|2|3\n', '|'],
  ['Titel van het rapport\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
])('delimiter of %j', (text, delimiter) => {
  expect(voteDelimiter(text).delimiter).toBe(delimiter);
});

test.each([
  ['a;b\n1;2\n3;4\n', 1],
  ['Rapport;\nToestand op 1 mei;\n;\nNr;Naam;GSM\n1;An;0470\n2;Bo;0471\n', 4],
  ['1;2;3\n4;5;6\n7;8;9\n', 0],
  ['x;y\nx;y\nx;y\n', 0],
  ['\n\nNaam;Geboren\nAn;01/02/1980\nBo;02/03/1990\n', 3],
])('headings of %j are in row %i', (text, row) => {
  expect(findHeader(recordsOf(text, { delimiter: ';', quote: '"' }, true)).headerRow).toBe(row);
});

test('order of dates and decimal mark follow the samples', () => {
  expect(guessDateOrder([['13/02/2026'], ['01/02/2026']])).toEqual({ dateOrder: 'dmy', unsure: false });
  expect(guessDateOrder([['02/13/2026']])).toEqual({ dateOrder: 'mdy', unsure: false });
  expect(guessDateOrder([['01/02/2026']])).toEqual({ dateOrder: 'dmy', unsure: true });
  expect(guessDateOrder([['2026-02-13']]).dateOrder).toBe('ymd');
  expect(guessDecimal([['1.250,00', '3,5']], '.')).toBe(',');
  expect(guessDecimal([['1,250.00']], ',')).toBe('.');
});

test('cells of a sheet come out as a person sees them', () => {
  const plain = formOf(0, undefined);
  const date = formOf(14, undefined);
  expect(numberText('32470550127', plain, false)).toBe('32470550127');
  expect(plainNumber('3.2470550127E10')).toBe('32470550127');
  expect(plainNumber('0.10000000000000001')).toBe('0.1');
  expect(plainNumber('1.0E-7')).toBe('0.0000001');
  expect(numberText('470550127', formOf(164, '0000000000'), false)).toBe('0470550127');
  expect(numberText('46054', date, false)).toBe('2026-02-01');
  expect(numberText('44592', date, true)).toBe('2026-02-01');
  expect(numberText('46054.586805555555', formOf(165, 'dd/mm/yyyy hh:mm'), false)).toBe('2026-02-01T14:05:00');
  expect(numberText('0.5', formOf(20, undefined), false)).toBe('12:00:00');
  expect(numberText('1.5', formOf(46, undefined), false)).toBe('36:00:00');
  expect(formOf(166, '#,##0.00 "dagen"')).toEqual({ kind: 'plain' });
  expect([columnOf('A1'), columnOf('AB12'), columnOf('XFD1')]).toEqual([0, 27, 16_383]);
});

test('ids made in bulk are version 7, unique and rising', () => {
  const next = createIds();
  const ids = Array.from({ length: 50_000 }, next);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});
