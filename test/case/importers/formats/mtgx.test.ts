import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { Failure } from '../../../../shared/contract/failure';
import { zipOf } from '../../../unit/importers/zipWriter';
import { walk } from './walk';

const property = (name: string, value: string, label = name): string => `<mtg:Property name="${name}" displayName="${label}" type="string"><mtg:Value>${value}</mtg:Value></mtg:Property>`;
const node = (id: string, type: string, properties: string, x = 0, y = 0, more = ''): string =>
  `<node id="${id}"><data key="d0"><mtg:MaltegoEntity type="${type}"><mtg:Properties>${properties}</mtg:Properties>${more}</mtg:MaltegoEntity></data><data key="d1"><mtg:EntityRenderer><mtg:Position x="${x}" y="${y}"/></mtg:EntityRenderer></data></node>`;
const edge = (source: string, target: string, properties: string, attributes = ''): string => `<edge id="e" source="${source}" target="${target}"><data key="d2"><mtg:MaltegoLink type="maltego.link.manual-link"${attributes}><mtg:Properties>${properties}</mtg:Properties></mtg:MaltegoLink></data></edge>`;
const graph = (items: string): string => `<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:mtg="http://maltego.paterva.com/xml/mtgx"><graph edgedefault="directed">${items}</graph></graphml>`;
const CELL = '<MaltegoEntity id="port.Cell" displayName="Port cell" displayNamePlural="Port cells"><BaseEntities><BaseEntity>maltego.Organization</BaseEntity></BaseEntities><Properties value="cell.name"><Fields><Field name="cell.name" type="string" displayName="Name"/><Field name="cell.size" type="int" displayName="Size"/></Fields></Properties></MaltegoEntity>';
const archive = (items: string): Buffer => zipOf([{ name: 'version.properties', content: 'graph.version=1.2' }, { name: 'Graphs/Graph1.graphml', content: graph(items) }, { name: 'Entities/port.Cell.entity', content: CELL }]);

const ITEMS = edge('n1', 'n0', property('maltego.link.manual.type', 'Member of') + property('maltego.link.color', '-65536') + property('maltego.link.style', '1') + property('maltego.link.thickness', '3'), ' isReversed="false"')
  + node('n0', 'port.Cell', property('cell.size', '12') + property('cell.name', 'De Kaai'), 10, 10)
  + node('n1', 'maltego.Person', property('person.fullname', 'An Jacobs', 'Full Name') + property('person.firstnames', 'An') + property('shoe', '38', 'Shoe size'), 10, 60, '<mtg:Notes show="true">Seen on the quay</mtg:Notes>')
  + node('n2', 'maltego.PhoneNumber', property('phonenumber', '+32 470 55 01 27'), 60, 10)
  + edge('n1', 'n2', property('maltego.link.manual.type', 'User')) + edge('n1', 'n9', '');

describe('a graph of Maltego', () => {
  test('says who, what they are called, what they are, and how it is drawn', async () => {
    const { nodes, edges, types, rejects } = await walk('mtgx', archive(ITEMS));
    expect(rejects).toEqual([]);
    expect(types.entities.map((type) => [type.id, type.extends, type.plural.de, type.properties.map(({ id, kind }) => [id, kind])])).toEqual([['maltegoPortCell', 'organisation', 'Port cells', [['cellSize', 'number']]]]);
    expect(nodes.map(({ type, values, place }) => [type, values, place])).toEqual([
      ['maltegoPortCell', { name: ['De Kaai'], cellSize: ['12'] }, { x: 10, y: 10 }],
      ['person', { name: ['An Jacobs'], givenName: ['An'], 'other:Shoe size': ['38'], note: ['Seen on the quay'] }, { x: 10, y: 60 }],
      ['phone', { number: ['+32470550127'] }, { x: 60, y: 10 }],
      ['item', { name: ['n9'] }, undefined],
    ]);
    expect(nodes[3]?.stub).toBe(true);
    expect(edges.map(({ type, from, to, link }) => [type, from, to, link.style])).toEqual([['memberOf', 1, 0, { colour: '#ff0000', line: 'dashed', width: 3 }], ['uses', 1, 2, undefined], ['linked', 1, 3, undefined]]);
  });

  test('is told by what is in it, and broken ones fail with what can be acted on', async () => {
    expect(recogniseRecords(heldBytes(archive(ITEMS)), 'a.zip')?.id).toBe('mtgx');
    expect(recogniseRecords(heldBytes(zipOf([{ name: 'Entities/port.Cell.entity', content: CELL }])), 'a.zip')?.id).toBe('mtz');
    await expect(walk('mtgx', archive(''))).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    const cut = await walk('mtgx', zipOf([{ name: 'Graphs/Graph1.graphml', content: graph(ITEMS).slice(0, graph(ITEMS).indexOf('maltego.PhoneNumber')) }]));
    expect([cut.nodes.filter((each) => !each.stub).length, cut.rejects.length]).toEqual([2, 1]);
  });

  test('kinds that extend each other in a circle still become types', async () => {
    const kind = (id: string, base: string): { name: string; content: string } => ({ name: `Entities/${id}.entity`, content: `<MaltegoEntity id="${id}" displayName="${id}"><BaseEntities><BaseEntity>${base}</BaseEntity></BaseEntities></MaltegoEntity>` });
    const { types } = await walk('mtz', zipOf([kind('a.Ring', 'b.Ring'), kind('b.Ring', 'a.Ring'), kind('c.Self', 'c.Self')]));
    expect(types.entities.map((type) => [type.id, type.extends])).toEqual([['maltegoBRing', 'item'], ['maltegoARing', 'maltegoBRing'], ['maltegoCSelf', 'item']]);
  });

  test('names that mean something to programs, and blank ones, are only names', async () => {
    const hostile = '<MaltegoEntity id="a. " displayName=" "><Properties value="constructor"><Fields><Field name="constructor" type="constructor" displayName="__proto__"/><Field name="x y" type="toString"/></Fields></Properties></MaltegoEntity>';
    const items = node('__proto__', 'constructor', property('constructor', 'x') + property('__proto__', 'y')) + node('n1', 'a. ', property('toString', 'z')) + edge('__proto__', 'n1', property('maltego.link.style', 'constructor'));
    const { nodes, edges } = await walk('mtgx', zipOf([{ name: 'Graphs/g.graphml', content: graph(items) }, { name: 'Entities/a.entity', content: hostile }]));
    expect(nodes.map((each) => [each.type, each.values])).toEqual([['maltegoConstructor', { name: ['x'], 'other:__proto__': ['y'] }], ['item', { name: ['z'] }]]);
    expect(edges.map((each) => each.link.style)).toEqual([undefined]);
  });

  test('no file makes it crash or hang', async () => {
    const text = graph(ITEMS);
    const sound = archive(ITEMS);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.constantFrom('__proto__', '</node>', '\0', '<node>', 'source="__proto__"', '&x;', '<a>'.repeat(300)), fc.nat(60), fc.nat(sound.length), async (at, wound, cut, end) => {
        const broken = zipOf([{ name: 'Graphs/Graph1.graphml', content: text.slice(0, at) + wound + text.slice(at + cut) }, { name: 'Entities/__proto__.entity', content: CELL.slice(0, at) }]);
        for (const bytes of [broken, sound.subarray(0, end), Buffer.concat([sound.subarray(0, end), Buffer.from(wound), sound.subarray(end)])]) await walk('mtgx', bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
      }),
      { numRuns: 100 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);
});
