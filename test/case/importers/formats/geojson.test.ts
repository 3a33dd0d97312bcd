import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { withstandsMutations } from './hostile';
import { walk } from './walk';

const feature = (geometry: unknown, properties: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => ({ type: 'Feature', properties, geometry, ...more });
const POINT = feature({ type: 'Point', coordinates: [4.4028, 51.2612, 7.5] }, { naam: 'Kaai 12', nummer: 12345678901234567000n.toString(), open: true, tags: ['a', 'b'], leeg: null }, { id: 'k-12', bbox: [1, 2, 3, 4] });
const AREA = feature({ type: 'Polygon', coordinates: [[[4, 51], [5, 51], [5, 52], [4, 52], [4, 51]]] }, { name: 'Dok' });
const FILE = JSON.stringify({ type: 'FeatureCollection', name: 'lijst', features: [POINT, AREA, feature(null, { name: 'Nowhere' }), feature({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[3, 4], [5, 6]] }] }, null)] });

describe('GeoJSON', () => {
  test('features become places', async () => {
    const { nodes, rejects } = await walk('geojson', FILE, 'x.geojson');
    expect(rejects).toEqual([]);
    expect(nodes.map(({ type, values }) => [type, values])).toEqual([
      ['location', { name: ['Kaai 12'], coordinates: ['51.26120,4.40280'], 'other:nummer': ['12345678901234567000'], 'other:open': ['true'], 'other:tags': ['a', 'b'], 'other:altitude': ['7.5'], 'other:bbox': ['1', '2', '3', '4'], reference: ['k-12'] }],
      ['location', { name: ['Dok'], coordinates: ['51.50000,4.50000'], 'other:geometry': ['{"type":"Polygon","coordinates":[[[4,51],[5,51],[5,52],[4,52],[4,51]]]}'] }],
      ['location', { name: ['Nowhere'] }],
      ['location', { coordinates: ['4.00000,3.00000'], 'other:geometry': [expect.stringContaining('LineString')] }],
    ]);
  });

  test('lines, sequences, single features and bare geometries', async () => {
    for (const text of [`${JSON.stringify(POINT)}\n${JSON.stringify(AREA)}`, `\u001e${JSON.stringify(POINT)}\n\u001e${JSON.stringify(AREA)}`, JSON.stringify([POINT, AREA]), JSON.stringify([{ type: 'FeatureCollection', features: [POINT, AREA] }])]) {
      expect((await walk('geojson', text)).nodes.map(({ values }) => values['name']?.[0])).toEqual(['Kaai 12', 'Dok']);
      if (!text.startsWith('[')) expect(recogniseRecords(heldBytes(Buffer.from(text)), 'x.json')?.id).toBe('geojson');
    }
    expect((await walk('geojson', JSON.stringify(POINT))).nodes).toHaveLength(1);
    expect((await walk('geojson', '{"type":"Point","coordinates":[4.4,51.2]}')).nodes[0]?.values).toEqual({ coordinates: ['51.20000,4.40000'] });
  });

  test('properties go where the chosen type has a place for them', async () => {
    const text = JSON.stringify(feature({ type: 'Point', coordinates: [4.4, 51.2] }, { nummerplaat: '1-ABC-234', merk: 'Volvo', foto: 'x.jpg' }));
    const { nodes } = await walk('geojson', text, 'x.geojson', { entityTypes: { Feature: 'vehicle' } });
    expect(nodes[0]).toMatchObject({ type: 'vehicle', values: { plate: ['1ABC234'], make: ['Volvo'], 'other:foto': ['x.jpg'], 'other:coordinates': ['51.2, 4.4'] } });
  });

  test('a plane grid is no place on earth: the geometry is kept', async () => {
    const { nodes } = await walk('geojson', JSON.stringify(feature({ type: 'Point', coordinates: [152000, 212000] }, { name: 'Lambert' })));
    expect(nodes[0]?.values).toEqual({ name: ['Lambert'], 'other:geometry': ['{"type":"Point","coordinates":[152000,212000]}'] });
  });

  test('what is cut off keeps its start; TopoJSON is refused with a reason', async () => {
    const { nodes, rejects } = await walk('geojson', FILE.slice(0, FILE.indexOf('"Dok"')));
    expect(nodes.map(({ values }) => values['name']?.[0])).toEqual(['Kaai 12']);
    expect(rejects).toMatchObject([{ detail: 'truncated' }]);
    const topology = '{"type":"Topology","objects":{"x":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}';
    expect(recogniseRecords(heldBytes(Buffer.from(topology)), 'x.json')?.id).toBe('geojson');
    await expect(walk('geojson', topology)).rejects.toMatchObject({ code: 'fileNotThisFormat', details: { why: expect.stringContaining('TopoJSON') as string } });
  });

  test('withstands broken files', () => withstandsMutations('geojson', FILE));
});
