import { utils, write } from '@e965/xlsx';
import type { BookType } from '@e965/xlsx';
import { zipOf } from '../../../unit/importers/zipWriter';
import { docxOf, paragraph, pdfOf } from '../formats/documentFiles';
import { outlookItem } from '../formats/outlookItem';

/** A sound small file of one format, whose parts tests make hostile. */
export interface Sound {
  /** What an import takes it for: a format of records, or the kind of table. */
  readonly as: string;
  readonly ending: string;
  readonly form: 'xml' | 'json' | 'text' | 'zip' | 'binary';
  /** The file with this text where people write a name; as it must be spelled in the format. Null in formats where tests do not set one. */
  readonly naming: ((text: string) => Buffer) | null;
  readonly content: Buffer;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const NAME = 'Jan Peeters';

function textual(as: string, ending: string, form: Sound['form'], naming: (text: string) => string): Sound {
  const made = (text: string): Buffer => Buffer.from(naming(text));
  return { as, ending, form, naming: made, content: made(NAME) };
}
function binary(as: string, ending: string, form: Sound['form'], naming: (text: string) => Buffer): Sound {
  return { as, ending, form, naming, content: naming(NAME) };
}

const record = (...parts: readonly (readonly [column: number, text: string])[]): string => {
  let line = ' '.repeat(128);
  for (const [column, text] of parts) line = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length);
  return line.slice(0, 128);
};
const coda = (name: string): string => [
  record([1, '0000002012400005'], [25, 'REF0000001'], [35, 'BAKKERIJ PEETERS'], [61, 'KREDBEBB'], [72, '00403170701'], [84, '00000'], [128, '2']),
  record([1, '12001'], [6, 'BE68539007547034'], [40, 'EUR'], [43, '0000000000100000'], [59, '010124'], [65, 'BAKKERIJ PEETERS'], [126, '001']),
  record([1, '2100010000'], [11, 'BANKREF0001'], [32, '0'], [33, '000000000025000'], [48, '020124'], [54, '00150000'], [62, '0'], [63, 'huur'], [116, '030124'], [122, '001'], [125, '0']),
  record([1, '2300010000'], [11, 'NL91ABNA0417164300'], [45, 'EUR'], [48, name.slice(0, 35)]),
  record([1, '8001'], [5, 'BE68539007547034'], [39, 'EUR'], [42, '0000000000125000'], [58, '020124']),
  record([1, '9'], [17, '000004'], [23, '000000000000000'], [38, '000000000025000'], [128, '2']), '',
].join('\r\n');

const mtgx = (name: string): Buffer => zipOf([
  { name: 'version.properties', content: 'graph.version=1.2' },
  { name: 'Graphs/Graph1.graphml', content: `<graphml xmlns:mtg="http://maltego.paterva.com/xml/mtgx"><graph edgedefault="directed"><node id="n1"><data key="d0"><mtg:MaltegoEntity type="maltego.Person"><mtg:Properties><mtg:Property name="person.fullname" displayName="Full Name" type="string"><mtg:Value>${xmlText(name)}</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node></graph></graphml>` },
]);
const ENTITY = '<MaltegoEntity id="port.Cell" displayName="Port cell" displayNamePlural="Port cells"><BaseEntities><BaseEntity>maltego.Organization</BaseEntity></BaseEntities><Properties value="cell.name"><Fields><Field name="cell.name" type="string" displayName="Name"/></Fields></Properties></MaltegoEntity>';
const KML = (name: string): string => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="p1"><name>${xmlText(name)}</name><Point><coordinates>4.4,51.2,7</coordinates></Point></Placemark></Document></kml>`;

const sheet = (name: string, bookType: BookType): Buffer => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([['Naam', 'GSM'], [name, '0470550127'], ['An Jacobs', '0470550128'], ['Bo Maes', '0470550129']]), 'Blad');
  return Buffer.from(write(made, { type: 'buffer', bookType }) as Buffer);
};
/** Parts of a workbook as a test may change them. */
export const workbookParts = (name: string): { name: string; content: string }[] => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const row = (at: number, left: string, right: string): string => `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${xmlText(left)}</t></is></c><c r="B${at}" t="inlineStr"><is><t>${xmlText(right)}</t></is></c></row>`;
  return [
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${main}"><sheetData>${row(1, 'Naam', 'GSM')}${row(2, name, '0470550127')}${row(3, 'An Jacobs', '0470550128')}${row(4, 'Bo Maes', '0470550129')}</sheetData></worksheet>` },
  ];
};

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const json = (value: unknown): string => JSON.stringify(value);
const mail = (subject: string): string => `From: Jef <jef@gmail.example>\r\nTo: An <an@haven.example>\r\nDate: Mon, 21 Nov 2022 14:05:11 +0100\r\nMessage-ID: <1@x>\r\nSubject: ${subject.replaceAll(/[\r\n]+/g, ' ')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDe doos staat klaar op kaai 869.\r\n`;
const PROSE = 'Op maandag zag de patrouille hem bij de loods. Hij sprak met een man in een grijze jas. Daarna reed hij weg, richting haven.\n\nOm tien uur kwam hij terug. Niemand heeft hem aangesproken; de camera aan de poort was stuk.\n';

/** One sound file of every format, tables too. */
export const SOUND: readonly Sound[] = [
  textual('graphml', '.graphml', 'xml', (name) => `<?xml version="1.0"?><graphml><key id="d0" for="node" attr.name="name"/><graph edgedefault="directed"><node id="n0"><data key="d0">${xmlText(name)}</data></node><node id="n1"/><edge source="n0" target="n1"/></graph></graphml>`),
  textual('gexf', '.gexf', 'xml', (name) => `<gexf><graph defaultedgetype="directed"><nodes><node id="a" label="${xmlText(name)}"/><node id="b" label="An"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>`),
  textual('pajek', '.net', 'text', (name) => `*Vertices 2\n1 "${name.replaceAll('"', "'")}"\n2 "An"\n*Arcs\n1 2 3\n`),
  textual('gml', '.gml', 'text', (name) => `graph [ directed 1\n node [ id 1 label "${name.replaceAll('"', "'")}" ]\n node [ id 2 label "An" ]\n edge [ source 1 target 2 ]\n]\n`),
  textual('dl', '.dl', 'text', (name) => `DL n = 2, format = edgelist1\nlabels:\n"${name.replaceAll('"', "'")}",An\ndata:\n1 2 3\n`),
  textual('dot', '.dot', 'text', (name) => `digraph n { a [label="${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"]; a -> b [label="kent"] }\n`),
  textual('anx', '.anx', 'xml', (name) => `<?xml version="1.0"?><Chart><EntityTypeCollection><EntityType Id="et1" Name="Person"/></EntityTypeCollection><LinkTypeCollection><LinkType Id="lt1" Name="Owner"/></LinkTypeCollection><ChartItemCollection><ChartItem Id="1" Label="${xmlText(name)}"><End X="1" Y="2"><Entity Identity="${xmlText(name)}" LabelIsIdentity="true"><Icon><IconStyle EntityTypeReference="et1"/></Icon></Entity></End></ChartItem><ChartItem Id="2" Label="An"><End X="9" Y="2"><Entity Identity="An"><Icon><IconStyle EntityTypeReference="et1"/></Icon></Entity></End></ChartItem><ChartItem><Link End1Reference="1" End2Reference="2"><LinkStyle LinkTypeReference="lt1"/></Link></ChartItem></ChartItemCollection></Chart>`),
  binary('mtgx', '.mtgx', 'zip', mtgx),
  { as: 'mtz', ending: '.mtz', form: 'zip', naming: null, content: zipOf([{ name: 'Entities/port.Cell.entity', content: ENTITY }]) },
  textual('ftm', '.ftm', 'json', (name) => [{ id: 'a', schema: 'Person', properties: { name: [name] } }, { id: 'b', schema: 'Company', properties: { name: ['Dokwerk'] } }, { id: 'o', schema: 'Ownership', properties: { owner: ['a'], asset: ['b'] } }].map(json).join('\n')),
  textual('stix', '.json', 'json', (name) => json({ type: 'bundle', id: `bundle--${uuid(9)}`, objects: [{ type: 'identity', spec_version: '2.1', id: `identity--${uuid(1)}`, created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z', name, identity_class: 'individual' }, { type: 'malware', spec_version: '2.1', id: `malware--${uuid(2)}`, created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z', name: 'Worm', is_family: true }] })),
  textual('misp', '.json', 'json', (name) => json({ Event: { uuid: uuid(1), info: name, date: '2024-01-01', Attribute: [{ uuid: uuid(2), type: 'ip-dst', category: 'Other', value: '192.0.2.7' }] } })),
  textual('camt', '.xml', 'xml', (name) => `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><IBAN>BE68539007547034</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">12.34</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-01-02</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>${xmlText(name)}</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`),
  textual('mt940', '.sta', 'text', (name) => `:20:REF1\r\n:25:BE68539007547034\r\n:28C:1/1\r\n:60F:C231229EUR100,00\r\n:61:2312290102DR12,5NTRFNONREF//B123\r\n:86:116?00UEBERWEISUNG?20SVWZ+Miete?30DEUTDEFF?31DE89370400440532013000?32${name}\r\n:62F:C240102EUR95,00\r\n`),
  textual('coda', '.cod', 'text', coda),
  textual('vcard', '.vcf', 'text', (name) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL;TYPE=CELL:0470550127\r\nEND:VCARD\r\n`),
  textual('kml', '.kml', 'xml', KML),
  binary('kml', '.kmz', 'zip', (name) => zipOf([{ name: 'doc.kml', content: KML(name) }])),
  textual('gpx', '.gpx', 'xml', (name) => `<?xml version="1.0"?><gpx version="1.1" creator="x"><wpt lat="51.2" lon="4.4"><name>${xmlText(name)}</name></wpt></gpx>`),
  textual('geojson', '.geojson', 'json', (name) => json({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [4.4, 51.2] } }] })),
  textual('eml', '.eml', 'text', mail),
  textual('mbox', '.mbox', 'text', (name) => `From a@b.example Mon Nov 21 14:05:11 2022\n${mail(name).replaceAll('\r', '')}\nFrom a@b.example Mon Nov 21 14:06:11 2022\n${mail('tweede').replaceAll('\r', '')}`),
  binary('msg', '.msg', 'binary', (name) => Buffer.from(outlookItem({ texts: { '001a001f': 'IPM.Note', '0037001f': name, '1000001f': 'Dag Karim', '0c1a001f': 'Jef Peeters', '5d01001f': 'jef@haven.example' }, times: { '00390040': Date.UTC(2022, 10, 21, 13, 5, 11) }, recipients: [{ texts: { '3001001f': 'Karim', '39fe001f': 'karim@transport.example' }, numbers: { '0c150003': 1 } }] }))),
  binary('pdf', '.pdf', 'binary', (name) => pdfOf([[name.replaceAll(/[^ -~]/g, '?').slice(0, 5000), 'Op maandag zag de patrouille hem bij de loods.']])),
  binary('docx', '.docx', 'zip', (name) => docxOf(paragraph(name.replaceAll(/[\u0000-\u001f]/g, ' ')) + paragraph(PROSE))),
  textual('text', '.txt', 'text', (name) => `${name}\n\n${PROSE.repeat(4)}`),
  textual('csv', '.csv', 'text', (name) => `Naam;GSM\r\n"${name.replaceAll('"', '""')}";0470550127\r\nAn Jacobs;0470550128\r\nBo Maes;0470550129\r\n`),
  textual('json', '.json', 'json', (name) => json([{ Naam: name, GSM: '0470550127' }, { Naam: 'An Jacobs', GSM: '0470550128' }, { Naam: 'Bo Maes', GSM: '0470550129' }])),
  textual('html', '.html', 'text', (name) => `<html><body><table><tr><th>Naam</th><th>GSM</th></tr><tr><td>${xmlText(name)}</td><td>0470550127</td></tr><tr><td>An Jacobs</td><td>0470550128</td></tr><tr><td>Bo Maes</td><td>0470550129</td></tr></table></body></html>`),
  binary('xlsx', '.xlsx', 'zip', (name) => zipOf(workbookParts(name))),
  binary('ods', '.ods', 'zip', (name) => sheet(name.slice(0, 30_000), 'ods')),
  binary('xlsb', '.xlsb', 'zip', (name) => sheet(name.slice(0, 30_000), 'xlsb')),
  binary('xls', '.xls', 'binary', (name) => sheet(name.slice(0, 30_000), 'biff8')),
  textual('xmlss', '.xml', 'xml', (name) => `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Blad"><Table>${[['Naam', 'GSM'], [name, '0470550127'], ['An Jacobs', '0470550128'], ['Bo Maes', '0470550129']].map((cells) => `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${xmlText(cell)}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet></Workbook>`),
];
