import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { withstandsMutations } from './hostile';
import { walk } from './walk';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const attribute = (at: number, type: string, value: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ id: String(at), uuid: uuid(at), type, category: 'Other', value, to_ids: false, distribution: '5', deleted: false, comment: '', ...more });

const EVENT = {
  // As servers write them: what names the event may stand after its attributes.
  Attribute: [
    attribute(1, 'ip-dst|port', '192.0.2.7|443', { comment: 'C2', to_ids: true, Tag: [{ name: 'tlp:red' }, { name: 'admiralty-scale:source-reliability="b"' }, { name: 'admiralty-scale:information-credibility="2"' }], Sighting: [{ uuid: uuid(90), date_sighting: '1700000000', type: '0', Organisation: { name: 'CIRCL' } }] }),
    attribute(2, 'domain|ip', 'x.example|192.0.2.8'),
    attribute(3, 'iban', 'BE68539007547034'),
    attribute(4, 'phone-number', '+32475123456'),
    attribute(5, 'btc', 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'),
    attribute(6, 'comment', 'a remark'),
    attribute(7, 'filename|sha256', `a.exe|${'ab'.repeat(32)}`),
    attribute(8, 'sha256', 'gone', { deleted: true }),
    attribute(9, 'yara', 'rule x { condition: true }'),
    attribute(10, 'some-new-type', 'kept'),
    attribute(11, 'attachment', 'note.txt', { data: Buffer.from('hello').toString('base64') }),
    attribute(12, 'domain', 'y.example', { ShadowAttribute: [{ type: 'domain', value: 'z.example' }] }),
    attribute(13, 'email-src', 'ada@example.org', { Galaxy: [{ name: 'Tool', type: 'tool', GalaxyCluster: [{ uuid: uuid(61), value: 'Emotet', type: 'tool' }] }] }),
  ],
  Object: [
    { name: 'person', uuid: uuid(20), 'meta-category': 'misc', template_uuid: uuid(80), comment: 'suspect', Attribute: [attribute(21, 'first-name', 'Ada', { object_relation: 'first-name' }), attribute(22, 'last-name', 'Verhulst', { object_relation: 'last-name' }), attribute(23, 'date-of-birth', '1980-05-02', { object_relation: 'date-of-birth' }), attribute(24, 'phone-number', '+32475000000', { object_relation: 'phone-number' })], ObjectReference: [{ uuid: uuid(40), object_uuid: uuid(20), referenced_uuid: uuid(30), relationship_type: 'owns', comment: 'since May' }, { referenced_uuid: uuid(3), relationship_type: 'uses' }, { referenced_uuid: uuid(77), relationship_type: 'knows' }] },
    { name: 'vehicle', uuid: uuid(30), Attribute: [attribute(31, 'text', '1-ABC-234', { object_relation: 'license-plate-number' }), attribute(32, 'text', 'Volvo', { object_relation: 'make' }), attribute(33, 'text', 'towbar', { object_relation: 'feature' })] },
    { name: 'harbour-badge', uuid: uuid(35), Attribute: [attribute(36, 'text', 'B-17', { object_relation: 'badge' }), attribute(37, 'text', 'old', { object_relation: 'badge', deleted: true })] },
    { name: 'file', uuid: uuid(38), deleted: true, Attribute: [] },
  ],
  ShadowAttribute: [{ type: 'ip-src', value: '192.0.2.99' }],
  RelatedEvent: [{ Event: { id: '5', uuid: uuid(51), info: 'Earlier case', date: '2023-01-01' } }],
  Galaxy: [{ name: 'Threat Actor', type: 'threat-actor', GalaxyCluster: [{ uuid: uuid(60), value: 'Dokbende', type: 'threat-actor', description: 'A gang', meta: { synonyms: ['Quay gang'], country: 'BE' } }] }],
  Tag: [{ name: 'tlp:amber' }, { name: 'osint' }],
  Orgc: { name: 'CIRCL', uuid: uuid(52) },
  uuid: uuid(50), info: 'Harbour case', date: '2024-03-01', threat_level_id: '2', analysis: '1', distribution: '0',
};
const FILE = JSON.stringify({ Event: EVENT }, null, 1);

describe('MISP', () => {
  test('an event with its attributes, objects and what they point at', async () => {
    const { nodes, edges, rejects, outcomes } = await walk('misp', FILE, 'event.json');
    const event = nodes.findIndex(({ values }) => values['name']?.[0] === 'Harbour case');
    expect(nodes[event]).toMatchObject({ type: 'event', values: { start: ['2024-03-01'], reference: [uuid(50)], 'other:tag': ['tlp:amber', 'osint'], 'other:threat_level_id': ['2'] } });
    expect(nodes[event]?.values['other:comment']?.[0]).toMatch(/^a remark\n/u);
    expect(nodes[event]?.values['other:some-new-type']?.[0]).toMatch(/^kept\n/u);
    const find = (property: string, value: string): number => nodes.findIndex(({ values }) => values[property]?.includes(value) === true);
    const edge = (from: number, to: number): (typeof edges)[number] | undefined => edges.find((each) => each.from === from && each.to === to);
    expect(nodes[find('address', '192.0.2.7')]).toMatchObject({ type: 'networkAddress', values: { port: ['443'], kind: ['ip-dst|port'] } });
    expect(edge(find('address', '192.0.2.7'), event)?.values).toMatchObject({ note: ['C2'], 'other:to_ids': ['true'], 'other:uuid': [uuid(1)], 'other:tag': expect.arrayContaining(['tlp:red']), 'other:sighting': [expect.stringContaining('CIRCL')] });
    expect(edge(find('address', 'x.example'), find('address', '192.0.2.8'))?.values['role']).toEqual(['domain|ip']);
    expect(nodes[find('iban', 'BE68539007547034')]?.type).toBe('bankAccount');
    expect(nodes[find('number', '+32475123456')]?.type).toBe('phone');
    expect(nodes[find('address', 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh')]?.type).toBe('cryptoWallet');
    expect(nodes[find('sha256', 'AB'.repeat(32))]).toMatchObject({ type: 'file', values: { name: ['a.exe'] } });
    expect(nodes[find('pattern', 'rule x { condition: true }')]?.type).toBe('indicator');
    const ada = find('familyName', 'Verhulst');
    expect(nodes[ada]).toMatchObject({ type: 'person', values: { givenName: ['Ada'], birthDate: ['1980-05-02'], note: ['suspect'], reference: [uuid(20)] } });
    expect(edge(ada, find('number', '+32475000000'))?.values['role']).toEqual(['phone-number']);
    expect(edge(ada, event)?.type).toBe('mentionedIn');
    expect(nodes[find('plate', '1ABC234')]).toMatchObject({ type: 'vehicle', values: { make: ['Volvo'], 'other:feature': ['towbar'] } });
    expect(edge(ada, find('plate', '1ABC234'))?.values).toMatchObject({ role: ['owns'], note: ['since May'] });
    expect(edge(ada, find('iban', 'BE68539007547034'))?.values['role']).toEqual(['uses']);
    expect(nodes[find('name', 'B-17')]).toMatchObject({ type: 'topic', values: { kind: ['harbour-badge'] } });
    expect(nodes[find('name', 'Dokbende')]).toMatchObject({ type: 'group', values: { note: ['A gang'], 'other:synonyms': ['Quay gang'] } });
    expect(edge(find('address', 'ada@example.org'), find('name', 'Emotet'))?.values['role']).toEqual(['Tool']);
    expect(nodes.filter(({ stub }) => stub).map(({ values }) => values['name']?.[0] ?? values['reference']?.[0])).toEqual(['Earlier case', uuid(77)]);
    expect(rejects.map(({ detail }) => detail.split(',')[0]).toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual(['deleted attribute', 'deleted attribute of an object', 'proposal of a change', 'proposal of a change']);
    expect(outcomes.filter(({ kind }) => kind === 'revoke')).toMatchObject([{ entity: { identifiers: [`reference\u0000misp:${uuid(38)}`] } }]);
    expect(find('address', 'z.example')).toBe(-1);
    const attached = outcomes.flatMap((each) => (each.kind === 'row' ? (each.mapped.attachments ?? []) : []));
    expect(attached.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['note.txt', 'hello']]);
  });

  test('tags give handling and grading, the strictest of event and attribute', async () => {
    const { outcomes } = await walk('misp', FILE);
    const row = (value: string): unknown => outcomes.flatMap((each) => (each.kind === 'row' && each.cells.includes(value) ? [{ handling: each.mapped.handling, grading: each.mapped.grading }] : []))[0];
    expect(row('192.0.2.7|443')).toEqual({ handling: [{ scheme: 'tlp', axis: 'label', code: 'TLP:RED' }], grading: { scheme: 'admiralty', codes: { source: 'B', information: '2' } } });
    expect(row('BE68539007547034')).toEqual({ handling: [{ scheme: 'tlp', axis: 'label', code: 'TLP:AMBER' }], grading: null });
    expect(row('Harbour case')).toMatchObject({ handling: [{ code: 'TLP:AMBER' }] });
  });

  test('all the ways in which events are wrapped say the same', async () => {
    const names = async (value: unknown): Promise<unknown> => (await walk('misp', JSON.stringify(value))).nodes.map(({ type, values }) => [type, values]);
    const usual = await names({ Event: EVENT });
    for (const value of [EVENT, { response: [{ Event: EVENT }] }, { response: [EVENT] }, [{ Event: EVENT }], [EVENT], { response: { Event: EVENT } }]) {
      expect(await names(value)).toEqual(usual);
      expect(recogniseRecords(heldBytes(Buffer.from(JSON.stringify(value))), 'x.json')?.id).toBe('misp');
    }
    const manifest = await walk('misp', JSON.stringify({ [uuid(1)]: { info: 'One', date: '2024-01-01', analysis: '2', threat_level_id: '1', Orgc: { name: 'CIRCL', uuid: uuid(52) } } }));
    expect(manifest.nodes.map(({ values }) => values['name']?.[0])).toEqual(['One', 'CIRCL']);
    const searched = await walk('misp', JSON.stringify({ response: { Attribute: [attribute(1, 'domain', 'x.example', { Event: { id: '3', info: 'Theirs', uuid: uuid(3) } }), attribute(2, 'domain', 'y.example')] } }));
    expect(searched.nodes.map(({ values, stub }) => [values['address']?.[0] ?? values['name']?.[0], stub])).toEqual([['Theirs', true], ['x.example', false], ['y.example', false]]);
  });

  test('withstands broken files', () => withstandsMutations('misp', FILE, 120));
});
