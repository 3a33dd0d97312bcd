import type { EntityDraft } from '../../records/draft';
import { LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import words from '../../../../../resources/vocabularies/ftm.json';
import { contact, isReference, pointAt } from './items';
import type { FtmIndex, Tie } from './items';
import { edgeOf } from './proxies';
import type { Proxy } from './proxies';

const PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = words.edgeProperties;
const LINKS: Readonly<Record<string, { readonly out?: readonly string[]; readonly in?: readonly string[] }>> = words.referenceLinks;
const DIRECTED = 'pointsTo';
const UNKNOWN = 'item';
/** Of one side of an edge: more is no edge that anybody drew, and each end is joined to each of the other side. */
export const MOST_ENDS = 50;

type Ends = readonly { readonly name: string; readonly value: string }[];

const endsOf = (proxy: Proxy, name: string): Ends => (proxy.properties.get(name) ?? []).map((value) => ({ name, value }));

/** True when both sides of an edge are told. */
export function isWhole(proxy: Proxy): boolean {
  const edge = edgeOf(proxy.schema);
  return edge !== undefined && [edge.from, edge.to].every((side) => side.some((name) => proxy.properties.has(name)));
}

/** How many ends the side of an edge with most of them has. */
export function endsOfLongestSide(proxy: Proxy): number {
  const edge = edgeOf(proxy.schema);
  return Math.max(0, ...[...(edge?.from ?? []), ...(edge?.to ?? [])].map((name) => proxy.properties.get(name)?.length ?? 0));
}

/** The links that an edge is: from each end of one side to each of the other. */
export function edgeRow(proxy: Proxy, index: FtmIndex, vocabulary: Vocabulary, context: ReadingContext): RecordOutcome {
  const { catalogue, plan } = context;
  const edge = edgeOf(proxy.schema) ?? { from: [], to: [], link: DIRECTED };
  const entities: EntityDraft[] = [];
  const links: Tie[] = [];
  const place = ({ name, value }: Ends[number]): number => entities.push(contact(name, value, context) ?? pointAt(value, index.typeOf(value) ?? UNKNOWN, context)) - 1;
  const sides = [edge.from, edge.to].map((names) => {
    const told = names.map((name) => endsOf(proxy, name)).filter((ends) => ends.length > 0);
    const [main = [], beside = []] = told;
    const placed = main.map(place);
    // The account and its holder are both told: the account paid, and that the two belong together is said too.
    for (const end of beside) for (const at of placed) links.push({ draft: new LinkDraft(catalogue, plan, DIRECTED).say('role', main[0]?.name ?? ''), from: place(end), to: at });
    return placed;
  });
  const [from = [], to = []] = sides;
  const ends = new Set([...edge.from, ...edge.to]);
  const table = PROPERTIES[proxy.schema] ?? {};
  const usual = PROPERTIES['*'] ?? {};
  for (const start of from) for (const end of to) {
    const [startType, endType] = [entities[start]?.type ?? UNKNOWN, entities[end]?.type ?? UNKNOWN];
    const chosen = catalogue.mayJoin(edge.link, startType, endType) ? edge.link : DIRECTED;
    const { type } = vocabulary.link(proxy.schema, startType, endType, chosen);
    // An edge that Knoop wrote and somebody changed is still the same link.
    const draft = new LinkDraft(catalogue, plan, type).id(from.length === 1 && to.length === 1 ? proxy.own?.id : null);
    const has = (property: string): boolean => catalogue.linkType(type)?.properties.some(({ id }) => id === property) === true;
    if (type !== edge.link || type === DIRECTED || type === 'linked') draft.say('role', proxy.schema);
    draft.other('id', proxy.id);
    const currency = proxy.properties.get('currency')?.[0] ?? '';
    for (const [name, values] of proxy.properties) {
      if (ends.has(name)) continue;
      const property = Object.hasOwn(table, name) ? table[name] : Object.hasOwn(usual, name) ? usual[name] : undefined;
      for (const value of values) {
        if (property !== undefined && has(property)) draft.say(property, property === 'amount' && currency !== '' && !/[a-z€$£]/iu.test(value) ? `${value} ${currency}` : value);
        else draft.other(name, value);
      }
    }
    for (const [name, values] of proxy.about) for (const value of values) draft.other(name, value);
    links.push({ draft, from: start, to: end });
  }
  return { kind: 'row', row: proxy.line, cells: [proxy.id, proxy.schema], mapped: recordOf({ entities, links }) };
}

/** The links from an entity to all that its properties point at; null when they point at nothing. */
export function referenceRow(proxy: Proxy, type: string, index: FtmIndex, vocabulary: Vocabulary, context: ReadingContext): RecordOutcome | null {
  const { catalogue, plan } = context;
  const entities: EntityDraft[] = [pointAt(proxy.id, type, context)];
  const links: Tie[] = [];
  for (const [name, values] of proxy.properties) {
    for (const value of values) {
      if (!isReference(proxy, name, value, index)) continue;
      const target = index.typeOf(value) ?? UNKNOWN;
      const at = entities.push(pointAt(value, target, context)) - 1;
      const usual = Object.hasOwn(LINKS, name) ? LINKS[name] : undefined;
      const out = usual?.out?.find((link) => catalogue.mayJoin(link, type, target));
      const back = usual?.in?.find((link) => catalogue.mayJoin(link, target, type));
      if (out !== undefined) links.push({ draft: new LinkDraft(catalogue, plan, out), from: 0, to: at });
      else if (back !== undefined) links.push({ draft: new LinkDraft(catalogue, plan, back), from: at, to: 0 });
      else {
        const found = vocabulary.link(name, type, target, DIRECTED);
        const draft = new LinkDraft(catalogue, plan, found.type);
        if (found.type === DIRECTED || found.role !== null) draft.say('role', name);
        links.push({ draft, from: 0, to: at });
      }
    }
  }
  return links.length === 0 ? null : { kind: 'row', row: proxy.line, cells: [proxy.id, proxy.schema], mapped: recordOf({ entities, links }) };
}
