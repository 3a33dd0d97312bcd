import { OWN_NAME } from '../../../../shared/mapping/ownRecord';
import type { Column } from '../columns';
import { joinedValues, survey } from '../columns';
import { colourOfType, partsOf } from '../colours';
import { OwnWriting, ownText } from '../own';
import type { Outgoing, OutgoingEntity, OutgoingLink, Sink, Writer } from '../outgoing';
import { xmlText } from '../xmlText';

/** Radius of a thing of the usual size, as Gephi takes it. */
const RADIUS = 20;

const NODE_NAMES = [OWN_NAME, 'type'];
const EDGE_NAMES = [OWN_NAME, 'kind', 'start', 'end', 'strength', 'directed'];

/** Id of the entity that it was judged to be the same as; only there when anything was. */
const SAME_AS = 'sameAs';
const attribute = (id: string, title: string): string => `      <attribute id="${id}" title="${xmlText(title)}" type="string"/>\n`;
const attvalue = (of: string, text: string | null | undefined): string => (text === null || text === undefined || text === '' ? '' : `<attvalue for="${of}" value="${xmlText(text)}"/>`);

function colourText(colour: string): string {
  const [red, green, blue] = partsOf(colour);
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>`;
}

function nodeOf(entity: OutgoingEntity, { catalogue, language, joined }: Outgoing, own: OwnWriting, columns: readonly Column[]): string {
  const { place } = entity;
  const values = [attvalue('knoop', ownText(own.entity(entity))), attvalue('type', catalogue.entityType(entity.type)?.label[language] ?? entity.type), ...(joined ? [attvalue(SAME_AS, entity.sameAs)] : []), ...columns.map(({ property }, at) => attvalue(`n${at}`, joinedValues(entity.values, property)))];
  const drawn = place === null ? '' : `<viz:position x="${place.x}" y="${place.y === 0 ? 0 : -place.y}" z="0"/><viz:size value="${RADIUS * (place.style?.size ?? 1)}"/>`;
  return `      <node id="${entity.id}" label="${xmlText(entity.caption)}"><attvalues>${values.join('')}</attvalues>${colourText(place?.style?.colour ?? colourOfType(catalogue, entity.type))}${drawn}</node>\n`;
}

function edgeOf(link: OutgoingLink, { catalogue, language }: Outgoing, own: OwnWriting, columns: readonly Column[]): string {
  const type = catalogue.linkType(link.type);
  const label = type?.label[language] ?? link.type;
  const values = [attvalue('knoop', ownText(own.link(link))), attvalue('kind', label), attvalue('start', link.start), attvalue('end', link.end), attvalue('strength', link.strength), attvalue('directed', String(type?.directed !== false)), ...columns.map(({ property }, at) => attvalue(`e${at}`, joinedValues(link.values, property)))];
  const { colour, width, line } = link.style ?? {};
  const drawn = [colour === undefined ? '' : colourText(colour), width === undefined ? '' : `<viz:thickness value="${width}"/>`, line === undefined ? '' : `<viz:shape value="${line}"/>`];
  return `      <edge id="${link.id}" source="${link.from}" target="${link.to}" label="${xmlText(label)}"><attvalues>${values.join('')}</attvalues>${drawn.join('')}</edge>\n`;
}

/**
 * GEXF 1.3 as Gephi, NetworkX and graphology open it: labels, types, one attribute per property (several values in one text), colours, sizes and
 * places. Beside these each node and edge carries, as the attribute "knoop", all that its statements say, with their evaluation, basis and source: from that
 * alone Knoop reads it back. Not in the file: pins, notes and groups of the chart, judgements, and the source documents.
 */
export const writer: Writer = {
  id: 'gexf',
  mediaType: 'application/gexf+xml',
  ending: '.gexf',
  passes: 2,
  write(outgoing: Outgoing, sink: Sink, step: () => void): void {
    const found = survey(outgoing, { entities: [...NODE_NAMES, SAME_AS, 'id', 'label'], links: [...EDGE_NAMES, 'id', 'label', 'type', 'source', 'target', 'weight'] }, step);
    const own = new OwnWriting(outgoing);
    const marked = [outgoing.title, outgoing.marking].filter((part) => part !== '').join(' · ');
    sink('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n');
    sink(`  <meta lastmodifieddate="${outgoing.at.slice(0, 10)}"><creator>Knoop</creator><description>${xmlText(marked)}</description></meta>\n`);
    // One direction for all: NetworkX refuses a file with both. Which links have none stands at each.
    sink(`  <graph defaultedgetype="${found.directed ? 'directed' : 'undirected'}" mode="static">\n`);
    sink('    <attributes class="node">\n');
    for (const name of outgoing.joined ? [...NODE_NAMES, SAME_AS] : NODE_NAMES) sink(attribute(name, name));
    found.entities.forEach(({ name }, at) => sink(attribute(`n${at}`, name)));
    sink('    </attributes>\n    <attributes class="edge">\n');
    for (const name of EDGE_NAMES) sink(attribute(name, name));
    found.links.forEach(({ name }, at) => sink(attribute(`e${at}`, name)));
    sink('    </attributes>\n    <nodes>\n');
    for (const entity of outgoing.entities()) {
      sink(nodeOf(entity, outgoing, own, found.entities));
      step();
    }
    sink('    </nodes>\n    <edges>\n');
    for (const link of outgoing.links()) {
      sink(edgeOf(link, outgoing, own, found.links));
      step();
    }
    sink('    </edges>\n  </graph>\n</gexf>\n');
  },
};
