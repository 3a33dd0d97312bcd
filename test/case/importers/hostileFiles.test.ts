import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, expect, test } from 'vitest';
import { previewImport } from '../../../electron/case/importing';
import type { CaseStore } from '../../../electron/case/store';
import { newCase, temporaryFolder } from '../place';
import { SOUND, workbookParts } from './hostile/sound';
import type { Sound } from './hostile/sound';
import { bomb, deflated, rawZip, unzipped } from './hostile/zips';
import { bringWhole, rowsNotShown } from './wholePath';
import type { Brought } from './wholePath';

let store: CaseStore;
let folder: string;
let made = 0;
beforeEach(async () => {
  ({ store } = await newCase());
  folder = temporaryFolder();
});

/** Imports it the whole way; what cites it can be shown again, and prototypes stay clean. Anything thrown that is no Failure fails the test. */
async function bring(content: Uint8Array | string, ending: string): Promise<Brought> {
  const name = `partner ${(made += 1)}${ending}`;
  const path = join(folder, name);
  writeFileSync(path, content);
  const brought = await bringWhole(store, { path, name }, name, true);
  if (brought.report !== null) expect(await rowsNotShown(store, brought.report.source), name).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return brought;
}

/** All that the case holds of a source: values and pages, as JSON. */
function said({ report }: Brought): string {
  const of = (select: string): string[] => store.db.prepare<[string], string>(select).pluck().all(report?.source ?? '');
  return [...of('SELECT "values" FROM statement JOIN source ON source.n = statement.source WHERE source.id = ?').map((values) => JSON.stringify(JSON.parse(values))), ...of('SELECT text FROM source_page JOIN source ON source.n = source_page.source WHERE source.id = ?').map((text) => JSON.stringify(text))].join('\n');
}

const named = (as: string): Sound => SOUND.find((sound) => sound.as === as) as Sound;
const OUTCOMES: readonly (string | null)[] = [null, 'fileNotThisFormat', 'fileEmpty', 'noRows', 'mappingInvalid'];

test('a sound file of every format comes in', async () => {
  for (const { as, ending, content } of SOUND) expect(await bring(content, ending), as + ending).toMatchObject({ as, refused: null, report: { rejected: 0 } });
}, 60_000);

test.each([
  ['nothing', '', 'fileEmpty'], ['blanks', ' \n\t\r\n ', 'fileEmpty'], ['a mark only', '\uFEFF', 'fileEmpty'], ['one sign', 'x', 'mappingInvalid'], ['NULs', Buffer.alloc(1000), 'fileNotThisFormat'], ['an open tag', '<', 'fileNotThisFormat'],
])('%s is refused under every name', async (_, content, code) => {
  for (const { ending } of SOUND) expect((await bring(content, ending)).refused, ending).toBe(code);
}, 60_000);

test('cut anywhere, what is whole comes in, or the file is refused', async () => {
  for (const { as, ending, content } of SOUND) {
    for (let at = 1; at <= 10; at += 1) expect(OUTCOMES, `${as} ${at}`).toContain((await bring(content.subarray(0, Math.floor((content.length * at) / 11)), ending)).refused);
  }
  const cut = await bring(named('csv').content.subarray(0, -6), '.csv');
  expect(cut.report).toMatchObject({ rows: 3 });
}, 120_000);

test('every file is known by its bytes, whatever its name', async () => {
  const endings = [...new Set(SOUND.map(({ ending }) => ending)), '.exe', '', '.unknown'];
  for (const { as, content } of SOUND) {
    // Prose has no mark of its own: only its name tells it from a table of one column.
    if (as === 'text') continue;
    for (const ending of endings) {
      const path = join(folder, `file${ending}`);
      writeFileSync(path, content);
      const { proposal } = await previewImport(store.db, store.catalogue, { path, name: `file${ending}` }, {}, {}, store);
      expect('format' in proposal ? proposal.format : proposal.reading.format, as + ending).toBe(as);
    }
  }
}, 120_000);

const AS_WRITTEN = ['=HYPERLINK("http://x.example","y")', "+cmd|' /C calc'!A0", '<script>alert(1)</script>', '__proto__', 'constructor', 'toString', "'; DROP TABLE entity;--", '\u202Egnp.exe', '../../etc/passwd', '{{7*7}}${7*7}%s%n', '9007199254740993', '-', '👨‍👩‍👧‍👦'];
/** What the format itself cannot spell, or spells otherwise: its test file does not hold the text as given. */
const SPELT_OTHERWISE: Readonly<Record<string, (text: string) => boolean>> = {
  pdf: (text) => /[^ -~]/.test(text), pajek: (text) => text.includes('"'), gml: (text) => text.includes('"'), dl: (text) => text.includes('"'),
  // A text that starts like markup or JSON is not taken for prose.
  text: (text) => /^[<{]/.test(text),
};

test.each(AS_WRITTEN)('the name %s comes in as plain text', async (text) => {
  for (const { as, ending, naming } of SOUND) {
    if (naming === null || SPELT_OTHERWISE[as]?.(text) === true) continue;
    const brought = await bring(naming(text), ending);
    expect(brought.refused, as).toBeNull();
    expect(said(brought), as).toContain(JSON.stringify(text).slice(1, -1));
  }
}, 60_000);

test.each(['A\u0000B', 'A\uD800B', 'A\uFFFFB', ']]>', 'een\ntwee', '""', '\\', 'a'.repeat(3000)])('the odd name %j breaks nothing', async (text) => {
  for (const { as, ending, naming } of SOUND) if (naming !== null) expect(OUTCOMES, as).toContain((await bring(naming(text), ending)).refused);
}, 60_000);

test('a name of ten megabytes leaves labels short, and rows beside it come in', async () => {
  for (const as of ['graphml', 'anx', 'camt', 'html', 'xlsx', 'csv']) {
    const { naming, ending } = named(as);
    const brought = await bring(naming?.('x'.repeat(10_000_000)) ?? '', ending);
    expect(brought.refused, as).toBeNull();
    if (['html', 'xlsx', 'csv'].includes(as)) expect(brought.report, as).toMatchObject({ rows: 2, rejected: 1 });
  }
  expect(store.db.prepare('SELECT max(length(caption)) FROM entity').pluck().get()).toBeLessThan(2000);
  expect(store.db.prepare('SELECT DISTINCT code FROM reject WHERE code = ?').pluck().all('cellTooLong')).toEqual(['cellTooLong']);
}, 120_000);

const ENTITIES: Readonly<Record<string, readonly [doctype: string, use: string]>> = {
  laughs: [`<!DOCTYPE r [<!ENTITY l "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at} "${(at === 0 ? '&l;' : `&l${at - 1};`).repeat(10)}">`).join('')}]>`, '&l8;'],
  quadratic: [`<!DOCTYPE r [<!ENTITY b "${'b'.repeat(50_000)}">]>`, '&b;'.repeat(5000)],
  external: ['<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
  parameter: ['<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>', '&q;'],
};
const XML_PART = /\.(?:xml|kml|graphml|entity)$/;
const declared = (xml: string, [doctype, use]: readonly [string, string]): string => `${/^<\?xml[^>]*\?>/.exec(xml)?.[0] ?? ''}${doctype}${xml.replace(/^<\?xml[^>]*\?>/, '')}`.replaceAll('Jan Peeters', () => use);

test.each(Object.keys(ENTITIES))('XML with entities of its own (%s) is refused in every format and archive', async (kind) => {
  const entities = ENTITIES[kind] as readonly [string, string];
  for (const { as, ending, form, content } of SOUND) {
    if (form === 'xml') expect((await bring(declared(content.toString(), entities), ending)).refused, as).toBe('fileNotThisFormat');
    // The sheets of an XLSB are not XML.
    if (form === 'zip' && as !== 'xlsb') expect((await bring(rawZip(unzipped(content).map((part) => deflated(part.name, XML_PART.test(part.name) ? declared(part.content.toString(), entities) : part.content))), ending)).refused, as).toBe('fileNotThisFormat');
  }
}, 60_000);

test('nesting without end is refused, or its record is', async () => {
  for (const { as, ending, form, content } of SOUND) {
    const text = content.toString();
    const at = text.lastIndexOf('</');
    const first = text.indexOf('{') + 1;
    for (const depth of [300, 100_000]) {
      if (form === 'xml') expect([null, 'fileNotThisFormat'], as).toContain((await bring(`${text.slice(0, at)}${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}${text.slice(at)}`, ending)).refused);
      for (const [open, shut] of [['[', ']'], ['{"a":', '}']] as const) {
        if (form === 'json') expect([null, 'fileNotThisFormat', 'noRows'], as).toContain((await bring(`${text.slice(0, first)}"zz":${open.repeat(depth)}1${shut.repeat(depth)},${text.slice(first)}`, ending)).refused);
      }
    }
  }
}, 60_000);

test('keys and columns called like prototypes are names like others', async () => {
  for (const { as, ending, form, content } of SOUND) {
    if (form === 'json') expect([null, 'mappingInvalid'], as).toContain((await bring(content.toString().replaceAll('{"', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x","hasOwnProperty":1,"'), ending)).refused);
    if (form === 'xml') await bring(content.toString().replaceAll(/ id="[^"]*"/g, ' id="__proto__"').replaceAll(/(source|target)="[^"]*"/g, '$1="constructor"').replaceAll(/<(\w+)>/g, '<$1 __proto__="x" constructor="y">'), ending);
  }
  expect(await bring('__proto__;constructor;toString;Naam;hasOwnProperty;GSM\na;b;c;Jan;d;0470550127\na;b;c;An;d;0470550128\n', '.csv')).toMatchObject({ report: { rows: 2, rejected: 0 } });
}, 60_000);

const ZIPS = SOUND.filter(({ form }) => form === 'zip');
const MAIN = /sheet1\.(?:xml|bin)|content\.xml|doc\.kml|document\.xml|\.graphml|\.entity/;

test('archives that unfold to more than they say, or to far too much, are refused', async () => {
  for (const { as, ending, content } of ZIPS) {
    const parts = unzipped(content);
    const main = parts.find(({ name }) => MAIN.test(name));
    if (main === undefined) throw new Error(as);
    const others = parts.filter((part) => part !== main).map(({ name, content: held }) => deflated(name, held));
    const head = main.name.endsWith('.bin') ? '' : main.content.toString().slice(0, 600).replace(/Jan Peeters[\s\S]*/, '');
    const refused = async (entries: Parameters<typeof rawZip>[0]): Promise<string | null> => (await bring(rawZip(entries), ending)).refused;
    expect(await refused([...others, bomb(main.name, 1024, head)]), as).toBe('fileTooLarge');
    expect(await refused([...others, bomb(main.name, 256, head, ' ', 1000)]), as).toBe('fileNotThisFormat');
    expect(await refused([...others, { ...deflated(main.name, main.content), size: 4_000_000_000 }]), as).toBe('fileNotThisFormat');
    expect(await refused([...others, { ...deflated(main.name, main.content), packed: Buffer.alloc(100, 0x77) }]), as).toBe('fileNotThisFormat');
    expect(['fileNotThisFormat', 'noRows'], as).toContain(await refused([...others, { ...deflated(main.name, main.content), crc: 1 }]));
    expect(await refused([...others, deflated(main.name, main.content), ...Array.from({ length: 10_001 }, (_, at) => deflated(`x/${at}`, ''))]), as).toBe('fileTooLarge');
    expect(await refused([...others, deflated(main.name, main.content), bomb('zzz.jpg', 1024)]), as).toBeNull();
    expect((await bring(rawZip([deflated('in.zip', rawZip([deflated(`in${ending}`, content)]))]), '.zip')).refused, as).toBe('fileHoldsMany');
  }
  const table = 'Naam;GSM\nJan;0470550127\n';
  expect(await bring(rawZip([deflated('a.csv', table)]), '.zip')).toMatchObject({ as: 'csv', report: { rows: 1 } });
  expect((await bring(rawZip([bomb('a.csv', 1024, table, 'x')]), '.zip')).refused).toBe('fileTooLarge');
  expect((await bring(rawZip([deflated('a.csv', table), deflated('b.csv', table)]), '.zip')).refused).toBe('fileHoldsMany');
}, 120_000);

const CLIMBING: readonly (readonly [name: string | Buffer, refused: boolean])[] = [
  ['../../evil.csv', true], ['/tmp/knoop-evil.csv', true], ['..\\..\\evil.csv', true], ['C:\\evil.csv', true], ['\\\\server\\share\\evil.csv', true], ['a/../../evil.csv', true],
  ['NUL', false], ['con.csv', false], ['evil.csv\u0000.xml', false], ['evil.csv:stream', false], ['evil.csv.', false], [Buffer.from([0xff, 0xfe, 0x80]), false],
];

test('names in archives that climb out write nothing anywhere', async () => {
  const around = (): string[] => [store.folder, dirname(store.folder), dirname(dirname(store.folder)), process.cwd(), '/tmp'].flatMap((place) => readdirSync(place)).filter((name) => /evil|^NUL$|^con\.csv$/.test(name));
  const inside = (): string[] => readdirSync(store.folder, { recursive: true }).map(String).filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted();
  const before = inside();
  for (const { as, ending, content } of ZIPS) {
    for (const [name, refused] of CLIMBING) {
      const brought = await bring(rawZip([...unzipped(content).map((part) => deflated(part.name, part.content)), deflated(name, 'evil')]), ending);
      // Kinds that the case has by now are no second import.
      expect(refused ? ['fileNotThisFormat'] : [null, ...(as === 'mtz' ? ['noRows'] : [])], `${as} ${String(name)}`).toContain(brought.refused);
    }
    const linked = await bring(rawZip(unzipped(content).map((part) => (MAIN.test(part.name) ? deflated(part.name, '/etc/passwd', 0o120777) : deflated(part.name, part.content)))), ending);
    expect(said(linked), as).not.toContain('root:');
  }
  expect(around()).toEqual([]);
  expect(inside()).toEqual(before);
}, 120_000);

test.each(['utf8', 'utf16le', 'utf16be', 'win1252', 'iso-8859-15'])('names in %s come in right, with a byte order mark where it has one', async (encoding) => {
  for (const { as, ending, form, naming } of SOUND) {
    if (naming === null || form === 'zip' || form === 'binary') continue;
    for (const mark of encoding.startsWith('utf') ? ['\uFEFF', ''] : ['']) {
      const brought = await bring(iconv.encode(mark + naming('Zoë Müller').toString(), encoding, { addBOM: false }), ending);
      // Mail says its encoding itself, and is never in two bytes a sign; bank messages of letters in two bytes are told by their mark.
      if (brought.refused === null) expect(said(brought), `${as} ${encoding} ${mark === '' ? '' : 'marked'}`).toContain('Zoë Müller');
      else expect([as, encoding.startsWith('utf16')], `${as} ${encoding}`).toEqual([as, true]);
    }
  }
}, 60_000);

test('figures beyond what machines count and days that never were are kept as written', async () => {
  const big = '{"Naam":"Jan","GSM":"0470550127","Nota":12345678901234567890,"Opmerking":1e400}';
  const numbers = await bring(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x","nr":12345678901234567890,"e":1e400},"geometry":{"type":"Point","coordinates":[1e400,91]}}]}`, '.geojson');
  expect(said(numbers)).toContain('12345678901234567890');
  expect(said(numbers)).toContain('1e400');
  expect(said(await bring(`[${big},${big}]`, '.json'))).toContain('12345678901234567890');
  const dates = await bring('Naam;Geboortedatum;GSM\nJan;30/02/1980;0470550127\nAn;99/99/9999;0470550128\nBo;0000-00-00;0470550129\n', '.csv');
  for (const written of ['30/02/1980', '99/99/9999', '0000-00-00']) expect(said(dates)).toContain(written);
  expect(dates.report).toMatchObject({ rows: 3, rejected: 0 });
}, 60_000);

test('circles end', async () => {
  const mail = Array.from({ length: 300 }).reduce<string>((inner, _, at) => `From: a@b.example\r\nTo: c@d.example\r\nSubject: ${at}\r\nContent-Type: message/rfc822\r\n\r\n${inner}`, 'Subject: diep\r\n\r\nx');
  expect(await bring('<gexf><graph><nodes><node id="a" label="A" pid="b"/><node id="b" label="B" pid="a"/></nodes><edges><edge source="a" target="a"/><edge source="a" target="b"/></edges></graph></gexf>', '.gexf')).toMatchObject({ report: { entitiesAdded: 2, rejected: 1 } });
  expect(await bring('<kml><Document><StyleMap id="a"><Pair><key>normal</key><styleUrl>#b</styleUrl></Pair></StyleMap><StyleMap id="b"><Pair><key>normal</key><styleUrl>#a</styleUrl></Pair></StyleMap><Placemark><name>x</name><styleUrl>#a</styleUrl><Point><coordinates>4,51</coordinates></Point></Placemark></Document></kml>', '.kml')).toMatchObject({ report: { entitiesAdded: 1 } });
  expect((await bring(rawZip(['ab', 'ba'].map(([own, other]) => deflated(`Entities/${own}.entity`, `<MaltegoEntity id="${own}" displayName="${own}"><BaseEntities><BaseEntity>${other}</BaseEntity></BaseEntities></MaltegoEntity>`))), '.mtz')).refused).toBeNull();
  expect((await bring(mail, '.eml')).refused).toBeNull();
}, 60_000);

test('long headings that begin alike are told apart', async () => {
  const long = 'kop '.repeat(60);
  expect(await bring(`Naam;GSM;${Array.from({ length: 500 }, () => long).join(';')}\nJan;0470550127;${'x;'.repeat(499)}x\n`, '.csv')).toMatchObject({ report: { rows: 1 } });
}, 30_000);

test('a hundred thousand columns are refused or bounded', async () => {
  expect((await bring(`${Array.from({ length: 100_000 }, (_, at) => `k${at}`).join(';')}\n${'1;'.repeat(100_000)}\n`, '.csv')).refused).toBe('mappingInvalid');
  expect(await bring(`Naam;GSM;${Array.from({ length: 16_000 }, (_, at) => `k${at}`).join(';')}\nJan;0470550127;${'1;'.repeat(16_000)}\n`, '.csv')).toMatchObject({ report: { rows: 1 } });
  expect((await bring(rawZip(workbookParts('Jan').map(({ name, content }) => deflated(name, content.replace('<row r="2">', `<row r="2">${'<c t="n"><v>1</v></c>'.repeat(100_000)}`)))), '.xlsx')).refused).toBeNull();
}, 60_000);
