import type { Catalogue } from '../schema/catalogue';
import type { LinkType } from '../schema/types';
import type { ParseContext } from '../values/kind';
import { fitScore } from './columns';
import type { Column } from './columns';
import { LATITUDE, LONGITUDE, TIME_HEADINGS } from './headingWords';
import type { LinkMapping, PropertyMapping } from './mapping';
import type { Draft } from './propose';

const ENOUGH = 0.5;
const CLOCK = /^\d{1,2}[:.hu]\d{2}(?:[:.]\d{2})?$/;
const NEGATIVE = /^\s*[-−(]|-\s*$/u;

const named = (column: Column, words: readonly string[]): boolean => column.names.some((name) => words.includes(name) || words.some((word) => name.endsWith(` ${word}`)));

/** Columns for the properties of a link type, each column once, best fit first. A time beside its date and a longitude beside its latitude come along. */
export function linkProperties(type: LinkType, free: readonly Column[], context: ParseContext): PropertyMapping[] {
  const fits = type.properties
    .flatMap((property) => free.map((column) => ({ property, column, score: fitScore(column, property, context) })))
    .filter((fit) => fit.score >= ENOUGH)
    .sort((left, right) => right.score - left.score);
  const taken = new Set<number>();
  const out: PropertyMapping[] = [];
  for (const { property, column } of fits) {
    if (taken.has(column.index) || out.some((each) => each.property === property.id)) continue;
    taken.add(column.index);
    const clock = property.kind === 'date' ? free.find((other) => !taken.has(other.index) && named(other, TIME_HEADINGS) && other.samples.length > 0 && other.samples.every((sample) => CLOCK.test(sample))) : undefined;
    if (clock !== undefined) taken.add(clock.index);
    out.push({ property: property.id, from: clock === undefined ? { column: column.index } : { columns: [column.index, clock.index], join: ' ' } });
  }
  const place = type.properties.find((property) => property.kind === 'coordinates');
  const latitude = free.find((column) => named(column, LATITUDE));
  const longitude = free.find((column) => named(column, LONGITUDE));
  if (place !== undefined && latitude !== undefined && longitude !== undefined && !out.some((each) => each.property === place.id)) {
    out.push({ property: place.id, from: { columns: [latitude.index, longitude.index], join: ',' } });
  }
  return out;
}

interface Choice {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly properties: PropertyMapping[];
  readonly score: number;
}

/** Link types that may join this many kinds of things say too little to be guessed. */
const MANY_ENDS = 12;

/**
 * The link type that says most of two entities: columns for its properties count most, then how few types it may join, then whether
 * the side that a heading gave an entity agrees. `pair`: two of a type, between which each row is a happening.
 */
function choose(left: Draft, right: Draft, pair: boolean, free: readonly Column[], catalogue: Catalogue, context: ParseContext): Choice | null {
  let best: Choice | null = null;
  for (const type of catalogue.linkTypes) {
    if (type.from.includes('*') || type.to.includes('*') || (pair && !type.occurrence)) continue;
    for (const [from, to] of [[left, right], [right, left]] as const) {
      if (!catalogue.mayJoin(type.id, from.type.id, to.type.id) || (pair && from !== left)) continue;
      const properties = type.occurrence ? linkProperties(type, free, context) : [];
      const ends = type.from.length + type.to.length;
      if (!pair && ends > MANY_ENDS && properties.length === 0) continue;
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
    pairs.push(left.side === 'b' || right.side === 'a' ? [right, left] : [left, right]);
    taken.add(left).add(right);
  }
  return pairs;
}

const columnsIn = (properties: readonly PropertyMapping[]): number[] => properties.flatMap(({ from }) => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []));

/** The columns that say something of the happening between the two sides of a pair. */
export function pairColumns(drafts: readonly Draft[], free: readonly Column[], catalogue: Catalogue, context: ParseContext): Set<number> {
  return new Set(pairsOf(drafts).flatMap(([left, right]) => columnsIn(choose(left, right, true, free, catalogue, context)?.properties ?? [])));
}

/** Links within each pair, and from the entity that the row is about to every other, or where no type joins these, from the next that one joins. */
export function proposeLinks(drafts: readonly Draft[], free: readonly Column[], catalogue: Catalogue, context: ParseContext): LinkMapping[] {
  const out: LinkMapping[] = [];
  const pairs = pairsOf(drafts);
  const joined = new Set(pairs.flat());
  const said = new Set<number>();
  for (const [left, right] of pairs) {
    const choice = choose(left, right, true, free, catalogue, context);
    if (choice === null) continue;
    out.push(mapped(choice, free));
    for (const column of columnsIn(choice.properties)) said.add(column);
  }
  const rest = free.filter((column) => !said.has(column.index));
  const first = (draft: Draft): number => Math.min(...draft.columns.values()) - (identified(draft) ? 6 : 0) - draft.columns.size * 4;
  const main = pairs[0]?.[0] ?? [...drafts].sort((one, other) => first(one) - first(other))[0];
  if (main === undefined) return out;
  for (const other of drafts) {
    if (other === main || joined.has(other)) continue;
    for (const partner of [main, ...drafts.filter((each) => each !== main && each !== other)]) {
      const choice = choose(partner, other, false, rest, catalogue, context);
      if (choice === null) continue;
      out.push(mapped(choice, rest));
      break;
    }
  }
  return out;
}
