import type { Catalogue } from '../schema/catalogue';
import type { Family, LinkType } from '../schema/types';
import type { ParseContext } from '../values/kind';
import type { Column } from './columns';
import type { LinkMapping, PropertyMapping } from './mapping';
import type { Draft } from './propose';
import { endsOf, linksOfEnds } from './proposeEnds';
import type { Happening } from './proposeEnds';
import { linkProperties } from './proposeProperties';
import { keptPlaces } from './proposePlaces';

const NEGATIVE = /^\s*[-−(]|-\s*$/u;

interface Choice {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly properties: PropertyMapping[];
  readonly score: number;
}

/** Families whose things have numbers. */
const OWNERS: ReadonlySet<Family> = new Set<Family>(['people', 'organisations']);

/** Link types that may join this many kinds of things say too little to be guessed. */
const MANY_ENDS = 12;

/**
 * The link type that says most of two entities: columns for its properties count most, then how few types it may join, then whether
 * the side that a heading gave an entity agrees. `pair`: two of a type, between which each row is a happening.
 */
function choose(left: Draft, right: Draft, pair: boolean, free: readonly Column[], catalogue: Catalogue, context: ParseContext, held?: ReadonlySet<number>): Choice | null {
  let best: Choice | null = null;
  for (const type of catalogue.linkTypes) {
    if (type.weighty === true || type.from.includes('*') || type.to.includes('*') || (pair && !type.occurrence)) continue;
    for (const [from, to] of [[left, right], [right, left]] as const) {
      if (!catalogue.mayJoin(type.id, from.type.id, to.type.id) || (pair && from !== left)) continue;
      const properties = type.occurrence ? linkProperties(type, free, context, held) : [];
      const ends = type.from.length + type.to.length;
      if (!pair && ends > MANY_ENDS && properties.length === 0) continue;
      // Between things of two kinds something only happened where a column says when, or how much.
      if (!pair && type.occurrence && !properties.some(({ property }) => property === type.dates?.start || property === type.amount)) continue;
      const sides = pair ? 0 : Number(from.side === 'a') + Number(to.side === 'b') - Number(from.side === 'b') - Number(to.side === 'a');
      const score = properties.length * (pair ? 0.5 : 0.1) - ends * 0.05 + sides * 0.5;
      if (best === null || score > best.score) best = { type, from: from.key, to: to.key, properties, score };
    }
  }
  return best;
}

function mapped(choice: Choice, free: readonly Column[]): LinkMapping {
  const amount = choice.type.amount === undefined ? undefined : choice.properties.find((each) => each.property === choice.type.amount);
  const column = amount !== undefined && 'column' in amount.from ? amount.from.column : null;
  const negative = column !== null && (free.find((each) => each.index === column)?.samples.some((sample) => NEGATIVE.test(sample)) ?? false);
  return {
    type: choice.type.id, from: choice.from, to: choice.to, properties: choice.properties,
    ...(column !== null && negative ? { reverseWhen: { column, values: [], negative: true } } : {}),
  };
}

const identified = (draft: Draft): boolean => draft.type.properties.some((property) => property.identifier !== undefined && draft.columns.has(property.id));

/** Two entities of one type, the one that acts first: only where both are known by an identifier (numbers, accounts). */
function pairsOf(drafts: readonly Draft[]): [Draft, Draft][] {
  const pairs: [Draft, Draft][] = [];
  const taken = new Set<Draft>();
  for (const left of drafts) {
    const right = drafts.find((other) => other !== left && !taken.has(other) && other.type.id === left.type.id && identified(other));
    if (right === undefined || taken.has(left) || !identified(left)) continue;
    pairs.push(left.side !== right.side && (left.side === 'b' || right.side === 'a') ? [right, left] : [left, right]);
    taken.add(left).add(right);
  }
  return pairs;
}

const columnsIn = (properties: readonly PropertyMapping[]): number[] => properties.flatMap(({ from }) => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []));
const tellsOfEnds = ({ type }: Choice): boolean => type.properties.some((property) => property.side !== undefined);

interface Pair {
  readonly left: Draft;
  readonly right: Draft;
  readonly choice: Choice;
  /** Columns that its properties may be read from. */
  readonly columns: readonly Column[];
  readonly held: ReadonlySet<number>;
}

/** Whether two are the first and second of one list ("Phone 1 - Value" and "Phone 2 - Value"): both somebody's, and nothing happened between them. */
function contacts(left: Draft, right: Draft, columns: readonly Column[]): boolean {
  const [one, other] = [left, right].map((draft) => columnOf(draft, columns)?.names[0] ?? '');
  const counted = /\d+/u;
  return one !== undefined && other !== undefined && one !== other && counted.test(one) && counted.test(other) && one.replace(counted, '') === other.replace(counted, '');
}

/** The happenings between two of a type; the two handsets of a call that tells of its ends are no pair of their own. */
function happenings(drafts: readonly Draft[], columns: readonly Column[], catalogue: Catalogue, context: ParseContext): Pair[] {
  const found: Pair[] = [];
  const used = new Set(drafts.flatMap((draft) => [...draft.columns.values()]));
  for (const [left, right] of pairsOf(drafts)) {
    if (found.some((pair) => tellsOfEnds(pair.choice) && catalogue.mayJoin(pair.choice.type.id, left.type.id, right.type.id))) continue;
    const own = new Set([...left.columns.values(), ...right.columns.values()]);
    const open = columns.filter((column) => !own.has(column.index));
    const held = new Set([...used].filter((column) => !own.has(column)));
    const choice = choose(left, right, true, open, catalogue, context, held);
    const told = choice !== null && choice.properties.length > 0 && !contacts(left, right, columns);
    // Two numbers beside somebody, of which no column tells what happened between them, are both that one's.
    if (choice !== null && !told && left.side === null && right.side === null && drafts.some(({ type }) => OWNERS.has(type.family))) continue;
    if (choice !== null) found.push({ left, right, choice, columns: open, held });
  }
  return found;
}

/** The columns that say something of the happening between the two sides of a pair. */
export function pairColumns(drafts: readonly Draft[], columns: readonly Column[], catalogue: Catalogue, context: ParseContext): Set<number> {
  return new Set(happenings(drafts, columns, catalogue, context).flatMap(({ choice }) => columnsIn(choice.properties)));
}

const columnOf = (draft: Draft, columns: readonly Column[]): Column | undefined => {
  const identifier = draft.type.properties.find((property) => property.identifier !== undefined && draft.columns.has(property.id));
  return columns.find((column) => column.index === draft.columns.get(identifier?.id ?? ''));
};

/** The lasting link that an end of the happening has to what else the row names of it; null where its type knows none. */
function linkOfEnd(pair: Pair, own: Draft, other: Draft, catalogue: Catalogue): LinkMapping | null {
  const type = (pair.choice.type.endLinks ?? []).map((id) => catalogue.linkType(id)).find((each) => each !== undefined && catalogue.mayJoin(each.id, own.type.id, other.type.id));
  return type === undefined ? null : { type: type.id, from: own.key, to: other.key, properties: lasting(type, pair) };
}

/** A link to something else that the row names, from the first that one may come from. */
function linkOfOther(other: Draft, partners: readonly Draft[], catalogue: Catalogue, context: ParseContext): LinkMapping | null {
  for (const partner of partners) {
    const choice = choose(partner, other, false, [], catalogue, context);
    if (choice !== null) return mapped(choice, []);
  }
  return null;
}

/** What a lasting link of a row's own end is known to have lasted: at least when the happening was. */
function lasting(type: LinkType | undefined, pair: Pair): PropertyMapping[] {
  const start = pair.choice.properties.find(({ property }) => property === pair.choice.type.dates?.start);
  if (type?.dates === undefined || type.occurrence || start === undefined) return [];
  return [type.dates.start, type.dates.end].flatMap((property) => (property === undefined ? [] : [{ property, from: start.from }]));
}

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Links of a table of calls: the happening, told from one end or both, and what its numbers were used with and where. */
function linksOfCalls(pair: Pair, drafts: readonly Draft[], { columns, rows }: Table, catalogue: Catalogue, context: ParseContext): { readonly links: LinkMapping[]; readonly drafts: Draft[] } | null {
  const { left, right, choice } = pair;
  const [from, to] = [columnOf(left, columns), columnOf(right, columns)];
  if (from === undefined || to === undefined) return null;
  const happening: Happening = { type: choice.type, from: { key: left.key, column: from }, to: { key: right.key, column: to }, columns, rows };
  const ends = endsOf(happening, choice.properties, context);
  const blank = (row: readonly string[], column: Column): boolean => (row[column.index] ?? '').trim() === '';
  const alone = rows.some((row) => !blank(row, from) && blank(row, to));
  const kept = keptPlaces(drafts, choice.type, choice.properties, alone);
  const where = choice.properties.some(({ property }) => choice.type.properties.some(({ id, kind, side }) => id === property && kind === 'coordinates' && side !== undefined));
  const links = linksOfEnds(happening, choice.properties, ends, pair.columns, pair.held, catalogue, context);
  for (const other of kept) {
    if (other === left || other === right) continue;
    const own = other.side === 'b' ? right : left;
    const link = linkOfEnd(pair, own, other, catalogue) ?? linkOfOther(other, [own, ...kept.filter((each) => each !== own && each !== other)], catalogue, context);
    if (link === null) continue;
    if (other.said !== undefined && !where) links.push({ ...link, when: { column: to.index, values: [''] } });
    else if (ends.far === null || other.side !== null) links.push(link);
    else {
      const turn = (key: string): string => (key === left.key ? right.key : key);
      links.push({ ...link, unless: ends.far }, { ...link, from: turn(link.from), to: turn(link.to), when: ends.far });
    }
  }
  return { links, drafts: kept };
}

/**
 * Links within each pair, and from the entity that the row is about to every other, or where no type joins these, from the next that one joins.
 * Gives them with the drafts that remain.
 */
export function proposeLinks(drafts: readonly Draft[], table: Table, catalogue: Catalogue, context: ParseContext): { readonly links: LinkMapping[]; readonly drafts: readonly Draft[] } {
  const out: LinkMapping[] = [];
  const pairs = happenings(drafts, table.columns, catalogue, context);
  const calls = pairs.find(({ choice }) => tellsOfEnds(choice) && choice.properties.some(({ property }) => property === choice.type.dates?.start));
  const told = calls === undefined ? null : linksOfCalls(calls, drafts, table, catalogue, context);
  if (told !== null) return told;
  const used = new Set(drafts.flatMap((draft) => [...draft.columns.values()]));
  const free = table.columns.filter((column) => !used.has(column.index));
  const joined = new Set(pairs.flatMap(({ left, right }) => [left, right]));
  const said = new Set<number>();
  for (const { choice } of pairs) {
    out.push(mapped(choice, free));
    for (const column of columnsIn(choice.properties)) said.add(column);
  }
  const rest = free.filter((column) => !said.has(column.index));
  const first = (draft: Draft): number => Math.min(...draft.columns.values()) - (identified(draft) ? 6 : 0) - draft.columns.size * 4;
  const main = pairs[0]?.left ?? [...drafts].sort((one, other) => first(one) - first(other))[0];
  if (main === undefined) return { links: out, drafts };
  for (const other of drafts) {
    if (other === main || joined.has(other)) continue;
    for (const partner of [main, ...drafts.filter((each) => each !== main && each !== other)]) {
      const choice = choose(partner, other, false, rest, catalogue, context);
      if (choice === null) continue;
      out.push(mapped(choice, rest));
      break;
    }
  }
  return { links: out, drafts };
}
