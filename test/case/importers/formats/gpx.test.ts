import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { walk } from './walk';

const at = (second: number): string => new Date(Date.UTC(2024, 0, 31, 22, 0, second)).toISOString().replace('.000', '');
const point = (number: number): string => `<trkpt lat="${(51.2 + number / 1e5).toFixed(6)}" lon="4.4"><ele>${number}</ele><time>${at(number)}</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>80</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`;
const track = (count: number): string => `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Bak 3000" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>1-ABC-234</name><trkseg>\n${Array.from({ length: count }, (_, number) => point(number)).join('\n')}\n</trkseg></trk></gpx>`;

describe('GPS tracks', () => {
  test('a short one: where it was at each moment', async () => {
    const text = `\uFEFF${track(3)}`;
    expect(recogniseRecords(heldBytes(Buffer.from(text)), 'x')?.id).toBe('gpx');
    const said = await walk('gpx', text);
    expect(said.nodes[0]).toMatchObject({ type: 'track', values: { name: ['1-ABC-234'], start: ['2024-01-31T22:00:00Z'], end: ['2024-01-31T22:00:02Z'], points: ['3'], coordinates: ['51.20000,4.40000'], endCoordinates: ['51.20002,4.40000'], 'other:creator': ['Bak 3000'] } });
    expect(said.edges.map((edge) => [edge.type, edge.from, said.nodes[edge.to]?.values['coordinates']?.[0], edge.values['start']?.[0], edge.values['other:hr']?.[0]])).toEqual([
      ['locatedAt', 0, '51.20000,4.40000', '2024-01-31T22:00:00Z', '80'], ['locatedAt', 0, '51.20001,4.40000', '2024-01-31T22:00:01Z', '80'], ['locatedAt', 0, '51.20002,4.40000', '2024-01-31T22:00:02Z', '80'],
    ]);
  });

  test('a long one: one entity, all its points with it, in pieces that cite their lines', async () => {
    const said = await walk('gpx', track(1234));
    expect(said.nodes).toHaveLength(1);
    expect(said.edges).toHaveLength(0);
    const lines = (said.nodes[0]?.values['path'] ?? []).flatMap((piece) => piece.split('\n'));
    expect(lines).toHaveLength(1234);
    expect(lines[1233]).toBe(`${at(1233)} 51.212330,4.4 ele=1233 hr=80`);
    expect(said.nodes[0]?.values).toMatchObject({ points: ['1234'], end: [at(1233)], endCoordinates: ['51.21233,4.40000'] });
    expect(said.outcomes.map((outcome) => (outcome.kind === 'row' ? outcome.row : 0))).toEqual([3, 503, 2]);
  });

  test('a very long one: what stays in the source only is told', async () => {
    const said = await walk('gpx', track(20_010));
    expect(said.nodes[0]?.values['points']).toEqual(['20010']);
    expect((said.nodes[0]?.values['path'] ?? []).flatMap((piece) => piece.split('\n'))).toHaveLength(20_000);
    expect(said.rejects).toMatchObject([{ row: 20_003, detail: 'points 20001 to 20010 are kept in the source only' }]);
  });

  test('waypoints, routes, the file itself; points on no earth are listed', async () => {
    const said = await walk('gpx', '<gpx version="1.1"><metadata><name>Rit</name><author><name>Jef</name></author></metadata><wpt lat="51,2" lon="4.4"><name>komma</name></wpt><wpt lat="51.2" lon="4.4"><name>loods</name><desc>rode poort</desc></wpt><wpt lat="1e-7" lon="-0.00000001"><time>2024-01-01T00:00:00Z</time></wpt><rte><name>terug</name><rtept lat="91" lon="0"/><rtept lat="51.3" lon="4.5"><name>afslag</name></rtept></rte></gpx>');
    expect(said.rejects.map(({ detail, cells }) => [detail, cells[0]])).toEqual([['no position', 'komma'], ['no position', '91']]);
    expect(said.nodes.map((node) => [node.type, node.values['name']?.[0] ?? node.values['title']?.[0], node.values['coordinates']?.[0]])).toEqual([
      ['document', 'Rit', undefined], ['location', 'loods', '51.20000,4.40000'], ['event', undefined, '0.00000,0.00000'], ['track', 'terug', '51.30000,4.50000'], ['location', 'afslag', '51.30000,4.50000'],
    ]);
    expect(said.edges.filter((edge) => edge.type === 'mentionedIn').map((edge) => edge.from)).toEqual([1, 2, 3]);
  });

  test('cut off: what stood before comes in, with the line of the break', async () => {
    const text = track(50);
    const said = await walk('gpx', text.slice(0, text.indexOf('51.200400')));
    expect(said.nodes[0]?.values['points']).toEqual(['40']);
    expect(said.rejects.at(-1)).toMatchObject({ code: 'badRecord', row: 43 });
    await expect(walk('gpx', '<!DOCTYPE gpx [<!ENTITY a "aaa">]><gpx><wpt lat="1" lon="1"><name>&a;</name></wpt></gpx>')).rejects.toMatchObject({ code: 'fileNotThisFormat', details: { why: 'doctype' } });
    await expect(walk('gpx', 'geen xml')).rejects.toBeInstanceOf(Failure);
  });

  test('training files: laps are segments, pauses keep their time', async () => {
    const tcx = '<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>2020-12-27T15:43:49Z</Id><Lap StartTime="2020-12-27T15:43:49Z"><Track><Trackpoint><Time>2020-12-27T15:43:49Z</Time><Position><LatitudeDegrees>51.2</LatitudeDegrees><LongitudeDegrees>4.4</LongitudeDegrees></Position><HeartRateBpm><Value>121</Value></HeartRateBpm></Trackpoint><Trackpoint><Time>2020-12-27T15:43:59Z</Time></Trackpoint></Track></Lap></Activity></Activities></TrainingCenterDatabase>';
    expect(recogniseRecords(heldBytes(Buffer.from(tcx)), 'x.tcx')?.id).toBe('gpx');
    const said = await walk('gpx', tcx);
    expect(said.nodes[0]?.values).toMatchObject({ start: ['2020-12-27T15:43:49Z'], points: ['1'], path: ['2020-12-27T15:43:49Z 51.2,4.4 HeartRateBpm=121\n2020-12-27T15:43:59Z'], 'other:Sport': ['Biking'] });
  });

  test('never break the import, whatever their bytes', async () => {
    const whole = Buffer.from(track(20));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length), fc.constantFrom('<__proto__>x</__proto__>', '<trk>', '</trk>', '<wpt lat="1" lon="2"/>', '<gpx>', '\0', '<![CDATA[', ']]>', '<trkpt __proto__="x" lat="1" lon="1">', '&', '<a>'.repeat(300))), { maxLength: 5 }), fc.nat(whole.length), async (inserts, length) => {
      let file = whole.subarray(0, length);
      for (const [place, text] of inserts) file = Buffer.concat([file.subarray(0, place), Buffer.from(text, 'latin1'), file.subarray(place)]);
      try {
        await walk('gpx', file);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
