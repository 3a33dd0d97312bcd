import { OWN_NAME } from '../../../../shared/mapping/ownRecord';
import type { Column } from '../columns';
import { joinedValues, survey } from '../columns';
import { colourOfType, partsOf } from '../colours';
import { OwnWriting, ownText } from '../own';
import type { Outgoing, OutgoingEntity, OutgoingLink, Sink, Writer } from '../outgoing';
import { xmlText } from '../xmlText';

/** Radius of a thing of the usual size, as Gephi takes it. */
const RADIUS = 20;

const NODE_KEYS: readonly (readonly [name: string, kind: string])[] = [[OWN_NAME, 'string'], ['label', 'string'], ['type', 'string'], ['color', 'string']];
/** Id of the entity that it was judged to be the same as; only there when anything was. */
const SAME_AS = 'sameAs';
/** y points up, as in Gephi and igraph. */
const DRAWN_KEYS: readonly (readonly [name: string, kind: string])[] = [['x', 'double'], ['y', 'double'], ['r', 'int'], ['g', 'int'], ['b', 'int'], ['size', 'double']];
const EDGE_KEYS: readonly (readonly [name: string, kind: string])[] = [[OWN_NAME, 'string'], ['label', 'string'], ['type', 'string'], ['start', 'string'], ['end', 'string'], ['strength', 'string'], ['directed', 'boolean'], ['color', 'string']];

const namesOf = (keys: readonly (readonly [string, string])[]): string[] => keys.map(([name]) => name);

const key = (id: string, of: string, name: string, kind: string): string => `  <key id="${id}" for="${of}" attr.name="${xmlText(name)}" attr.type="${kind}"/>\n`;
const data = (id: string, text: string | number | null | undefined): string => (text === null || text === undefined || text === '' ? '' : `<data key="${id}">${typeof text === 'number' ? String(text) : xmlText(text)}</data>`);

function nodeOf(entity: OutgoingEntity, outgoing: Outgoing, own: OwnWriting, columns: readonly Column[]): string {
  const { catalogue, language } = outgoing;
  const colour = entity.place?.style?.colour ?? colourOfType(catalogue, entity.type);
  const [red, green, blue] = partsOf(colour);
  const drawn = entity.place === null ? '' : [data('n.x', entity.place.x), data('n.y', entity.place.y === 0 ? 0 : -entity.place.y), data('n.r', red), data('n.g', green), data('n.b', blue), data('n.size', RADIUS * (entity.place.style?.size ?? 1))].join('');
  const fixed = [data('n.knoop', ownText(own.entity(entity))), data('n.label', entity.caption), data('n.type', catalogue.entityType(entity.type)?.label[language] ?? entity.type), data('n.color', colour), outgoing.joined ? data(`n.${SAME_AS}`, entity.sameAs) : '', drawn];
  return `    <node id="${entity.id}">${fixed.join('')}${columns.map(({ property }, at) => data(`n${at}`, joinedValues(entity.values, property))).join('')}</node>\n`;
}

function edgeOf(link: OutgoingLink, { catalogue, language }: Outgoing, own: OwnWriting, columns: readonly Column[]): string {
  const type = catalogue.linkType(link.type);
  const label = type?.label[language] ?? link.type;
  const fixed = [data('e.knoop', ownText(own.link(link))), data('e.label', label), data('e.type', label), data('e.start', link.start), data('e.end', link.end), data('e.strength', link.strength), data('e.directed', String(type?.directed !== false)), data('e.color', link.style?.colour)];
  return `    <edge id="${link.id}" source="${link.from}" target="${link.to}">${fixed.join('')}${columns.map(({ property }, at) => data(`e${at}`, joinedValues(link.values, property))).join('')}</edge>\n`;
}

/**
 * GraphML as NetworkX, igraph, Gephi, Cytoscape and yEd open it: labels, types, one attribute per property (several values in one text), colours and
 * places. Beside these each node and edge carries, as the attribute "knoop", all that its statements say, with their evaluation, basis and source: from that
 * alone Knoop reads it back. What was judged to be the same keeps its own nodes, which then name the one that they are. Not in the file: pins, notes and groups of the
 * chart, who judged what, and the source documents.
 */
export const writer: Writer = {
  id: 'graphml',
  mediaType: 'application/graphml+xml',
  ending: '.graphml',
  passes: 2,
  write(outgoing: Outgoing, sink: Sink, step: () => void): void {
    const nodeKeys = [...NODE_KEYS, ...(outgoing.joined ? [[SAME_AS, 'string'] as const] : []), ...(outgoing.drawn ? DRAWN_KEYS : [])];
    const found = survey(outgoing, { entities: [...namesOf(NODE_KEYS), ...namesOf(DRAWN_KEYS), SAME_AS], links: [...namesOf(EDGE_KEYS), 'id', 'source', 'target', 'weight'] }, step);
    const own = new OwnWriting(outgoing);
    sink('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n');
    for (const [name, kind] of nodeKeys) sink(key(`n.${name}`, 'node', name, kind));
    found.entities.forEach(({ name }, at) => sink(key(`n${at}`, 'node', name, 'string')));
    for (const [name, kind] of EDGE_KEYS) sink(key(`e.${name}`, 'edge', name, kind));
    found.links.forEach(({ name }, at) => sink(key(`e${at}`, 'edge', name, 'string')));
    for (const name of ['title', 'marking', 'written']) sink(key(`g.${name}`, 'graph', name, 'string'));
    // One direction for all: NetworkX and igraph refuse, or misread, a file with both. Which links have none stands at each.
    sink(`  <graph id="G" edgedefault="${found.directed ? 'directed' : 'undirected'}">\n`);
    sink(`    ${data('g.title', outgoing.title)}${data('g.marking', outgoing.marking)}${data('g.written', outgoing.at)}\n`);
    for (const entity of outgoing.entities()) {
      sink(nodeOf(entity, outgoing, own, found.entities));
      step();
    }
    for (const link of outgoing.links()) {
      sink(edgeOf(link, outgoing, own, found.links));
      step();
    }
    sink('  </graph>\n</graphml>\n');
  },
};
