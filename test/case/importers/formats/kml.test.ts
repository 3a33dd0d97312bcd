import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { walk } from './walk';

const KML = `\uFEFF
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Zaak</name>
<Style id="rood"><LineStyle><color>ff0000ff</color></LineStyle></Style><StyleMap id="wissel"><Pair><key>normal</key><styleUrl>#rood</styleUrl></Pair></StyleMap>
<Folder><name>Loodsen</name>
<Placemark id="p1"><name>Loods &amp; poort</name><description><![CDATA[<b>Rood</b><br>hek]]></description><styleUrl>#wissel</styleUrl><ExtendedData><Data name="eigenaar"><value>BV Noord</value></Data><SchemaData schemaUrl="#s"><SimpleData name="kaai">869</SimpleData></SchemaData></ExtendedData><Point><coordinates>4.4,51.2,7</coordinates></Point></Placemark>
<Placemark><name>Gezien</name><TimeSpan><begin>2024-01-01T10:00:00Z</begin><end>2024-01-01T11:00:00Z</end></TimeSpan><Point><coordinates>4.5, 51.3</coordinates></Point></Placemark>
</Folder>
<Placemark><name>Alles</name><MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4
5,6</coordinates></LineString><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><name>Spoor</name><gx:Track><when>2024-01-01T10:00:00Z</when><when>2024-01-01T10:00:10Z</when><gx:coord>4.4 51.2 0</gx:coord><gx:coord>4.41 51.21 0</gx:coord></gx:Track></Placemark>
</Document></kml>`;

async function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe('files of Google Earth', () => {
  test('places, moments, lines, areas and tracks, in their folders', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from(KML)), 'x')?.id).toBe('kml');
    const said = await walk('kml', KML);
    expect(said.rejects).toEqual([]);
    expect(said.nodes[0]?.values).toMatchObject({ name: ['Loods & poort'], coordinates: ['51.20000,4.40000'], note: ['Rood\nhek'], 'other:Folder': ['Zaak / Loodsen'], 'other:eigenaar': ['BV Noord'], 'other:kaai': ['869'], 'other:color': ['#ff0000'], 'other:altitude': ['7'] });
    expect(said.nodes[1]).toMatchObject({ type: 'event', values: { start: ['2024-01-01T10:00:00Z'], end: ['2024-01-01T11:00:00Z'], coordinates: ['51.30000,4.50000'] } });
    expect(said.nodes.filter((node) => node.values['name']?.[0] === 'Alles').map((node) => [node.type, node.values['coordinates']?.[0], node.values['points']?.[0]])).toEqual([['track', '2.00000,1.00000', '3'], ['location', '2.00000,1.00000', undefined], ['location', undefined, undefined]]);
    const track = said.nodes.findIndex((node) => node.values['name']?.[0] === 'Spoor');
    expect(said.nodes[track]?.values).toMatchObject({ start: ['2024-01-01T10:00:00Z'], end: ['2024-01-01T10:00:10Z'], points: ['2'] });
    expect(said.edges.map((edge) => [edge.from, edge.type, edge.values['start']?.[0]])).toEqual([[track, 'locatedAt', '2024-01-01T10:00:00Z'], [track, 'locatedAt', '2024-01-01T10:00:10Z']]);
  });

  test('zipped, in one part or several', async () => {
    const plain = await walk('kml', KML);
    const one = await zipOf({ 'doc.kml': KML });
    expect(recogniseRecords(heldBytes(one), 'x')?.id).toBe('kml');
    expect((await walk('kml', one)).nodes).toEqual(plain.nodes);
    const two = await walk('kml', await zipOf({ 'files/foto.jpg': 'x', 'meer.kml': '<kml><Placemark><name>b</name></Placemark></kml>', 'doc.kml': '<kml><Placemark><name>a</name></Placemark></kml>' }));
    expect(two.nodes.map((node) => node.values['name']?.[0])).toEqual(['a', 'b']);
    const shown = await walk('kml', await zipOf({ 'doc.kml': '<kml><Placemark><name>a</name><description>&lt;img src="files/Foto 1.jpg"&gt;</description><Point><coordinates>1,2</coordinates></Point></Placemark></kml>', 'files/Foto 1.jpg': 'jpg', 'files/los.png': 'png' }));
    expect(shown.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? (outcome.mapped.attachments ?? []) : [])).map(({ name, mediaType }) => [name, mediaType])).toEqual([['foto 1.jpg', 'image/jpeg']]);
    const workbook = await zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    expect(recogniseRecords(heldBytes(workbook), 'x.xlsx')?.id).not.toBe('kml');
    await expect(walk('kml', workbook)).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('kml', one.subarray(0, one.length - 30))).rejects.toBeInstanceOf(Failure);
  });

  test('hostile ones are refused', async () => {
    await expect(walk('kml', '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>')).rejects.toMatchObject({ code: 'fileNotThisFormat', details: { why: 'doctype' } });
    await expect(walk('kml', `<kml>${'<Folder>'.repeat(400)}`)).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });

  test('never break the import, whatever their bytes', async () => {
    const whole = Buffer.from(KML);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length), fc.constantFrom('<__proto__>x</__proto__>', '<Placemark>', '</Placemark>', '<gx:Track>', '</Folder>', '<Data name="__proto__"><value>x</value></Data>', '\0', '<![CDATA[', '<coordinates>1,1 NaN,2 ,,,</coordinates>', '&', '<a>'.repeat(300))), { maxLength: 5 }), fc.nat(whole.length), async (inserts, length) => {
      let file = whole.subarray(0, length);
      for (const [place, text] of inserts) file = Buffer.concat([file.subarray(0, place), Buffer.from(text, 'latin1'), file.subarray(place)]);
      try {
        await walk('kml', file);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test('a placemark without a name is called what its data say', async () => {
  const found = await walk('kml', '<kml><Document><Placemark><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="naam">Café Noël</SimpleData><SimpleData name="nr">007</SimpleData></SchemaData></ExtendedData><Point><coordinates>4.4,51.2</coordinates></Point></Placemark><Placemark><name>Dok</name><ExtendedData><Data name="naam"><value>ander</value></Data></ExtendedData><LineString><coordinates>4.4,51.2 4.5,51.3</coordinates></LineString></Placemark></Document></kml>');
  expect(found.nodes.map((node) => [node.values.name, node.values['other:naam'], node.values['other:nr']])).toEqual([[['Café Noël'], undefined, ['007']], [['Dok'], ['ander'], undefined]]);
});
