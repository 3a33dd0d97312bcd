import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import type { HeadTable, TableRow } from '../../../electron/case/importers/table';

const preview = (content: string, known = {}): Promise<HeadTable> => previewTable(heldBytes(Buffer.from(content)), 'data.json', known);

async function rows(content: string, known = {}): Promise<TableRow[]> {
  const { reading } = await preview(content, known);
  expect(reading.format).toBe('json');
  const found: TableRow[] = [];
  for await (const batch of (await openTable(heldBytes(Buffer.from(content)), '', reading)).rows()) found.push(...batch);
  return found;
}
const cells = async (content: string, known = {}): Promise<string[][]> => (await rows(content, known)).map((row) => row.cells);

test('a list of objects becomes columns by their paths, figures as written', async () => {
  const content = '[{"naam":"Jan","adres":{"stad":"Gent","geo":{"lat":51.05}},"gsm":["+32470","+32471"],"imsi":206012345678901234567},\n {"naam":"An","oproepen":[{"naar":"1"},{"naar":"2"}],"saldo":3.20,"ok":true,"leeg":null}]';
  expect(await cells(content)).toEqual([
    ['naam', 'adres.stad', 'adres.geo.lat', 'gsm', 'imsi', 'oproepen.1.naar', 'oproepen.2.naar', 'saldo', 'ok', 'leeg'],
    ['Jan', 'Gent', '51.05', '+32470; +32471', '206012345678901234567'],
    ['An', '', '', '', '', '1', '2', '3.20', 'true'],
  ].map((row) => [...row]));
  expect((await preview(content)).headings[0]).toBe('naam');
});

test('lines of JSON, also with bad ones among them', async () => {
  const found = await rows('{"a":1,"b":"x"}\n{"a":2,\n\n{"a":3,"c":"y"}\n');
  expect(found.map((row) => [row.cells, row.fault?.code])).toEqual([[['a', 'b', 'c'], undefined], [['1', 'x'], undefined], [['{"a":2,'], 'badRecord'], [['3', '', 'y'], undefined]]);
});

test('lists inside an object are tables to choose, the fullest first', async () => {
  const content = '{"meta":{"version":"1"},"data":[{"a":"1"},{"a":"2"},{"a":"3"}],"result":{"items":[{"b":"x"},{"b":"y"}]}}';
  const head = await preview(content);
  expect(head.sheets.map(({ name }) => name)).toEqual(['data', 'result.items']);
  expect(await cells(content)).toEqual([['a'], ['1'], ['2'], ['3']]);
  expect(await cells(content, { sheet: 'result.items' })).toEqual([['b'], ['x'], ['y']]);
  await expect(preview(content, { sheet: 'weg' })).rejects.toMatchObject({ code: 'noSheet' });
});

test('column by column, lists of lists, objects under keys, a single object', async () => {
  expect(await cells('{"naam":["Jan","An"],"gsm":["1","2"]}')).toEqual([['naam', 'gsm'], ['Jan', '1'], ['An', '2']]);
  expect(await cells('{"naam":{"0":"Jan","1":"An"},"gsm":{"0":"1","1":"2"}}')).toEqual([['naam', 'gsm'], ['Jan', '1'], ['An', '2']]);
  expect(await cells('[["naam","gsm"],["Jan","1"],["An","2"]]')).toEqual([['naam', 'gsm'], ['Jan', '1'], ['An', '2']]);
  expect(await cells('{"p1":{"naam":"Jan"},"p2":{"naam":"An","x":"1"}}')).toEqual([['key', 'naam', 'x'], ['p1', 'Jan'], ['p2', 'An', '1']]);
  expect(await cells('{"naam":"Jan","adres":{"stad":"Gent"}}')).toEqual([['naam', 'adres.stad'], ['Jan', 'Gent']]);
});

test('any flat records come back as written, whatever their keys', async () => {
  const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'a', 'b', 'é漢', ' x');
  await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.tuple(key, fc.string({ minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), fc.boolean(), async (pairs, lines) => {
    const records = pairs.map((each) => new Map(each));
    const written = records.map((each) => `{${[...each].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`);
    fc.pre(records.some((each) => [...each.values()].some((value) => value.trim() !== '')));
    const [names = [], ...found] = await cells(lines && written.length > 1 ? written.join('\n') : `[${written.join(',')}]`);
    expect(found.map((row) => new Map(row.flatMap((cell, at): [string, string][] => (cell === '' ? [] : [[names[at] ?? '', cell]]))))).toEqual(records);
  }), { numRuns: 200, examples: [[[[['a', ']; x']]], false]] });
});

test('cut off, deep and hostile JSON keeps what is good and is never a crash', async () => {
  const cut = await rows('[{"a":"1"},{"a":"2"},{"a":');
  expect(cut.map((row) => row.fault?.code)).toEqual([undefined, undefined, undefined, 'badRecord']);
  const refused = (content: string): Promise<string> => rows(content).then((found) => (found.some((row) => row.fault !== undefined) ? 'fault' : 'read'), (error: { code?: string; message?: string }) => error.code ?? error.message ?? '');
  expect(await refused('[{"a":'.repeat(20_000))).toBe('fileNotThisFormat');
  expect(await refused(`[{"a":${'['.repeat(90)}1${']'.repeat(90)}}]`)).toBe('read');
  expect(await refused('[]')).toBe('fileEmpty');
  expect(await refused('{}')).toBe('fileEmpty');
  expect(await refused('{"a":}')).toBe('fileNotThisFormat');
  expect(await refused(`[{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":"1"`).join(',')}}]`)).toMatch(/read|fault/);
  const long = await rows(`[{"a":"1"},{"a":"${'x'.repeat(10_000_000)}"},{"a":"3"}]`);
  expect(long.map((row) => row.fault?.code)).toEqual([undefined, undefined, 'cellTooLong', undefined]);
});

test('members that first occur far down have their column too', async () => {
  const many = Array.from({ length: 40_000 }, (_, at) => `{"van":"+3247055${at}","naar":"+3247066${at}","duur":${at}}`);
  const content = `[${many.join(',')},{"van":"1","laat":"x"}]`;
  expect(content.length).toBeGreaterThan(2 * 1024 * 1024);
  expect((await preview(content)).headings).toEqual(['van', 'naar', 'duur']);
  const found = await cells(content);
  expect(found[0]).toEqual(['van', 'naar', 'duur', 'laat']);
  expect(found.at(-1)).toEqual(['1', '', '', 'x']);
}, 30_000);
