import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { Failure } from '../../../../shared/contract/failure';
import { withstandsMutations } from './hostile';
import { walk } from './walk';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const id = (type: string, at: number): string => `${type}--${uuid(at)}`;
const object = (type: string, at: number, more: Record<string, unknown>): Record<string, unknown> => ({ type, spec_version: '2.1', id: id(type, at), created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z', ...more });
const bundle = (...objects: unknown[]): string => JSON.stringify({ type: 'bundle', id: id('bundle', 99), objects });
const AMBER_STRICT = 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003';
const GREEN_1 = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';

const FILE = bundle(
  object('relationship', 20, { relationship_type: 'uses', source_ref: id('threat-actor', 1), target_ref: id('malware', 2), start_time: '2023-05-01T00:00:00Z', description: 'seen', object_marking_refs: [AMBER_STRICT, GREEN_1] }),
  object('threat-actor', 1, { name: 'Dokbende', aliases: ['Quay gang'], created_by_ref: id('identity', 7), object_marking_refs: [id('marking-definition', 8)], confidence: 85, x_custom: { a: [1, 2] }, external_references: [{ source_name: 'x', url: 'https://x.example' }] }),
  object('malware', 2, { name: 'Kraanworm', is_family: true, malware_types: ['worm'], granular_markings: [{ marking_ref: AMBER_STRICT, selectors: ['description'] }], object_marking_refs: [GREEN_1] }),
  object('identity', 3, { name: 'Ada', identity_class: 'individual' }),
  object('location', 4, { name: 'Antwerpen', latitude: 51.26, longitude: 4.4, country: 'BE' }),
  object('marking-definition', 8, { definition_type: 'statement', definition: { statement: 'Copyright X' } }),
  object('report', 5, { name: 'Weekly', published: '2024-02-01T00:00:00Z', object_refs: [id('malware', 2), id('relationship', 20), id('campaign', 55)] }),
  object('sighting', 6, { sighting_of_ref: id('malware', 2), where_sighted_refs: [id('identity', 3)], first_seen: '2024-01-02T00:00:00Z', count: 3 }),
  { type: 'ipv4-addr', id: id('ipv4-addr', 9), value: '198.51.100.3', resolves_to_refs: [id('mac-addr', 10)] },
  { type: 'mac-addr', id: id('mac-addr', 10), value: 'd2:fb:49:24:37:18' },
  { type: 'file', id: id('file', 11), name: 'a.exe', hashes: { 'SHA-256': 'ab'.repeat(32), SSDEEP: '3:abc' }, size: 12, extensions: { 'windows-pebinary-ext': { pe_type: 'exe' } } },
  object('indicator', 12, { pattern_type: 'stix', pattern: "[ipv4-addr:value = '198.51.100.3' OR domain-name:value='x.example']", valid_from: '2024-01-01T00:00:00Z' }),
  object('x-harbour-crane', 13, { name: 'Crane 4', operator_ref: id('identity', 3) }),
  object('malware', 14, { name: 'Old', revoked: true }),
  object('relationship', 21, { relationship_type: 'located-at', source_ref: id('identity', 3), target_ref: id('location', 4) }),
  object('campaign', 15, { name: 'First name', modified: '2023-01-01T00:00:00.000Z' }),
  object('campaign', 15, { name: 'Second name', modified: '2024-06-01T00:00:00.000Z' }),
  object('relationship', 22, { relationship_type: 'uses', source_ref: id('threat-actor', 1), target_ref: id('malware', 2), revoked: true }),
);

describe('STIX', () => {
  test('objects, relationships and embedded references', async () => {
    const { nodes, edges, rejects, outcomes } = await walk('stix', FILE, 'bundle.json');
    const named = (name: string): (typeof nodes)[number] | undefined => nodes.find(({ values }) => [...(values['name'] ?? []), ...(values['title'] ?? []), ...(values['address'] ?? [])].includes(name));
    expect(named('Dokbende')).toMatchObject({ type: 'group', values: { name: ['Dokbende', 'Quay gang'], 'other:confidence': ['85'], 'other:x_custom': ['a: (1, 2)'], 'other:marking': ['Copyright X'], 'other:external_references': ['source_name: x, url: https://x.example'] } });
    expect(named('Kraanworm')).toMatchObject({ type: 'malware', values: { kind: ['malware', 'worm'], 'other:is_family': ['true'] } });
    expect(named('Ada')?.type).toBe('person');
    expect(named('Antwerpen')).toMatchObject({ type: 'location', values: { coordinates: ['51.26000,4.40000'], country: ['BE'] } });
    expect(named('a.exe')).toMatchObject({ type: 'file', values: { sha256: ['AB'.repeat(32)], size: ['12'], 'other:SSDEEP': ['3:abc'], 'other:extensions': ['windows-pebinary-ext: (pe_type: exe)'] } });
    expect(named('Crane 4')).toMatchObject({ type: 'topic', values: { kind: ['x-harbour-crane'] } });
    expect(named('Second name')?.values).toMatchObject({ name: ['Second name'], 'other:name (2023-01-01T00:00:00.000Z)': ['First name'] });
    const label = (at: number): string => nodes[at]?.values['name']?.[0] ?? nodes[at]?.values['title']?.[0] ?? nodes[at]?.values['address']?.[0] ?? nodes[at]?.values['reference']?.[0] ?? '';
    expect(edges.map(({ type, from, to, values }) => `${label(from)} ${type} ${values['role']?.[0] ?? ''} ${label(to)}`)).toEqual(expect.arrayContaining([
      'Dokbende pointsTo uses Kraanworm', `Dokbende pointsTo created by ${id('identity', 7)}`, 'Kraanworm mentionedIn  Weekly', `${id('campaign', 55)} mentionedIn  Weekly`, '198.51.100.3 pointsTo resolves to d2:fb:49:24:37:18', 'Crane 4 pointsTo operator Ada', 'Ada locatedAt  Antwerpen',
    ]));
    expect(edges.filter(({ values }) => values['role']?.[0] === 'pattern').map(({ to }) => label(to))).toEqual(['198.51.100.3', 'x.example']);
    expect(edges.find(({ values }) => values['role']?.[0] === 'uses')?.values).toMatchObject({ start: ['2023-05-01T00:00:00Z'], note: ['seen'], 'other:id': [id('relationship', 20)] });
    expect(nodes.filter(({ stub }) => stub).map(({ type, values }) => [type, values['reference']?.[0]])).toEqual([['organisation', id('identity', 7)], ['event', id('campaign', 55)]]);
    expect(outcomes.filter(({ kind }) => kind === 'revoke')).toMatchObject([{ entity: { type: 'malware', identifiers: [`reference\u0000stix:${id('malware', 14).toUpperCase()}`] } }]);
    expect(rejects).toMatchObject([{ detail: 'revoked by its author, not taken in' }]);
  });

  test('the strictest marking holds, of parts too; unknown markings count', async () => {
    const { outcomes } = await walk('stix', FILE);
    const handling = (wanted: string): unknown => outcomes.flatMap((each) => (each.kind === 'row' && each.cells[0] === wanted ? [each.mapped.handling] : []))[0];
    expect(handling(id('malware', 2))).toEqual([{ scheme: 'tlp', axis: 'label', code: 'TLP:AMBER+STRICT' }]);
    expect(handling(id('relationship', 20))).toEqual([{ scheme: 'tlp', axis: 'label', code: 'TLP:AMBER+STRICT' }]);
    expect(handling(id('identity', 3))).toBeNull();
    const own = await walk('stix', bundle(
      { type: 'marking-definition', id: id('marking-definition', 1), extensions: { 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': { extension_type: 'property-extension', tlp_2_0: 'red' } } },
      object('marking-definition', 2, { definition_type: 'TLP', name: 'TLP:AMBER+STRICT', x_opencti_definition: 'TLP:AMBER+STRICT', definition: { tlp: 'amber' } }),
      object('tool', 3, { name: 'a', object_marking_refs: [id('marking-definition', 1)] }), object('tool', 4, { name: 'b', object_marking_refs: [id('marking-definition', 2)] }), object('tool', 5, { name: 'c', object_marking_refs: [id('marking-definition', 77)] }),
    ));
    expect(own.outcomes.flatMap((each) => (each.kind === 'row' ? [each.mapped.handling?.map(({ code }) => code)] : []))).toEqual([['TLP:RED'], ['TLP:AMBER+STRICT'], [uuid(77).slice(0, 32)]]);
  });

  test('STIX 2.0: parts inside an observation, and their references', async () => {
    const { nodes, edges } = await walk('stix', JSON.stringify({ type: 'bundle', id: id('bundle', 1), spec_version: '2.0', objects: [{ type: 'observed-data', id: id('observed-data', 1), created: '2020-01-01T00:00:00Z', modified: '2020-01-01T00:00:00Z', first_observed: '2020-01-01T00:00:00Z', last_observed: '2020-01-02T00:00:00Z', number_observed: 1, objects: { 0: { type: 'domain-name', value: 'x.example', resolves_to_refs: ['1'] }, 1: { type: 'ipv4-addr', value: '192.0.2.1' } } }] }));
    expect(nodes.map(({ type, values }) => [type, values['address']?.[0]])).toEqual([['event', undefined], ['networkAddress', 'x.example'], ['networkAddress', '192.0.2.1']]);
    expect(edges.map(({ type, from, to }) => [type, from, to])).toEqual([['mentionedIn', 1, 0], ['pointsTo', 1, 2], ['mentionedIn', 2, 0]]);
  });

  test('one object, lines, lists and envelopes; what is cut off keeps its start', async () => {
    const objects = [object('tool', 1, { name: 'a' }), object('tool', 2, { name: 'b' })];
    for (const text of [JSON.stringify(objects), objects.map((each) => JSON.stringify(each)).join('\n'), JSON.stringify({ more: false, objects }), JSON.stringify([{ type: 'bundle', id: id('bundle', 1), objects }])]) {
      expect((await walk('stix', text)).nodes.map(({ values }) => values['name']?.[0])).toEqual(['a', 'b']);
      expect(recogniseRecords(heldBytes(Buffer.from(text)), 'x.json')?.id).toBe('stix');
    }
    expect((await walk('stix', JSON.stringify(objects[0]))).nodes).toHaveLength(1);
    const cut = await walk('stix', bundle(...objects).slice(0, -30));
    expect(cut.nodes.map(({ values }) => values['name']?.[0])).toEqual(['a']);
    expect(cut.rejects).toMatchObject([{ code: 'badRecord', detail: 'truncated' }]);
    await expect(walk('stix', '{"type":"bundle","id":"bundle--x"}')).rejects.toThrow(Failure);
  });

  test('withstands broken files', () => withstandsMutations('stix', bundle(...(JSON.parse(FILE) as { objects: unknown[] }).objects.slice(0, 9))));
});
