import words from '../../../../../resources/vocabularies/ftmWriting.json';
import type { Outgoing, OutgoingLink } from '../../outgoing';
import type { EntityProxy } from './entity';
import { inWords, ProxyProperties, sayTyped } from './values';

interface Side { readonly as: string; readonly of: readonly string[]; readonly value?: string }
interface EdgeWords { readonly schema: string; readonly from: readonly Side[]; readonly to: readonly Side[]; readonly properties: Readonly<Record<string, string>> }

const EDGES: Readonly<Record<string, EdgeWords>> = words.edges;
const USUAL: Readonly<Record<string, string>> = words.edgeProperties;
const ROLELESS: ReadonlySet<string> = new Set(words.roleless);
const LEGAL = '@legal';
const ANY = '*';

/** What a link needs to know of its ends. */
export interface End {
  readonly id: string;
  readonly schema: string;
  readonly number: string | null;
}

/** How an end is told by one of these; null when none may hold it. */
function told(sides: readonly Side[], { id, schema, number }: End): { readonly as: string; readonly value: string } | null {
  for (const { as, of, value } of sides) {
    if (!of.some((each) => each === ANY || each === schema || (each === LEGAL && words.legal.includes(schema)))) continue;
    if (value === undefined) return { as, value: id };
    if (number !== null) return { as, value: number };
  }
  return null;
}

/** A link as an edge of FollowTheMoney; as one of unknown kind, with its own name as role, where no kind of edge may join these two. */
export function edgeProxy(link: OutgoingLink, from: End, to: End, outgoing: Outgoing): EntityProxy {
  const { catalogue, language } = outgoing;
  const edge = Object.hasOwn(EDGES, link.type) ? EDGES[link.type] : undefined;
  const [start, end] = edge === undefined ? [null, null] : [told(edge.from, from), told(edge.to, to)];
  const known = edge !== undefined && start !== null && end !== null;
  const schema = known ? edge.schema : words.unknownEdge.schema;
  const said = new ProxyProperties();
  said.add(known ? start.as : words.unknownEdge.from, known ? start.value : from.id);
  said.add(known ? end.as : words.unknownEdge.to, known ? end.value : to.id);
  const type = catalogue.linkType(link.type);
  if (!known) said.add('role', type?.label[language] ?? link.type);
  for (const [id, values] of Object.entries(link.values)) {
    const property = catalogue.property(link.type, id);
    const own = known && Object.hasOwn(edge.properties, id) ? edge.properties[id] : Object.hasOwn(USUAL, id) ? USUAL[id] : undefined;
    const name = own === 'role' && ROLELESS.has(schema) ? undefined : own;
    for (const value of values) if (name === undefined || property === undefined || !sayTyped(said, name, property.kind, value)) said.add('description', inWords(property, id, value, outgoing));
  }
  return { schema, properties: said.all };
}
