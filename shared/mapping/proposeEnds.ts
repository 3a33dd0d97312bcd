import type { Catalogue } from '../schema/catalogue';
import type { LinkType } from '../schema/types';
import { valueKinds } from '../values';
import type { ParseContext } from '../values/kind';
import { momentOf } from '../values/moment';
import type { Column } from './columns';
import type { LinkMapping, PropertyMapping } from './mapping';
import { linkProperties } from './proposeProperties';
import { END_WORDS } from './headingWords';
import { directionOf, incomingTexts, OTHER_NUMBER, OWN_NUMBER, saysOne, textsWith } from './recordWords';

/** Two columns of numbers, the happening between which each row tells, and what else the table has. */
export interface Happening {
  readonly type: LinkType;
  readonly from: { readonly key: string; readonly column: Column };
  readonly to: { readonly key: string; readonly column: Column };
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** More differing texts than this tell no direction and no kind. */
const MOST_TEXTS = 40;
/** Seconds that two tellings of one call may differ by in their start and in their length: clocks of networks, and the time that it rang. */
const LEGS = { seconds: 5, duration: 2 };

const textsOf = ({ samples }: Column): string[] => [...new Set(samples)];

/** The column that tells who acted: nearly all of its cells say so. */
function directionColumn({ columns, from, to }: Happening): Column | null {
  return columns.find((column) => {
    if (column === from.column || column === to.column || column.samples.length === 0) return false;
    const texts = textsOf(column);
    return texts.length <= MOST_TEXTS && column.samples.filter((cell) => directionOf(cell) !== null).length >= column.samples.length * 0.6;
  }) ?? null;
}

/** Milliseconds between two tellings of one call. */
const NEAR = 60_000;
const LAST_DIGITS = 8;
const numberOf = (row: readonly string[], column: Column): string => (row[column.index] ?? '').replace(/\D/g, '').slice(-LAST_DIGITS);

/**
 * True when the first number is the one that the file is about, whoever called: rows that say "in" still have it first. By what the rows show,
 * else by the headings.
 */
function isAboutFirst({ rows, from, to }: Happening, direction: Column, startOf: (row: readonly string[]) => number | null): boolean {
  const told = rows.map((row) => ({ way: directionOf(row[direction.index] ?? ''), a: numberOf(row, from.column), b: numberOf(row, to.column), at: startOf(row) })).filter(({ way, a, b }) => way !== null && a !== '' && b !== '');
  const outgoing = told.filter(({ way }) => way === 'out');
  const acting = new Set(outgoing.map(({ a }) => a));
  const incoming = told.filter(({ way }) => way === 'in');
  // The same call told twice, with the caller first both times: that is who called, not who the file is about.
  if (incoming.some((one) => outgoing.some((other) => one.a === other.a && one.b === other.b && one.at !== null && other.at !== null && Math.abs(one.at - other.at) <= NEAR))) return false;
  const [first, second] = [incoming.filter(({ a }) => acting.has(a)).length, incoming.filter(({ b }) => acting.has(b)).length];
  if (first !== second) return first > second;
  const [as, bs] = [new Set(incoming.map(({ a }) => a)).size, new Set(incoming.map(({ b }) => b)).size];
  if (acting.size === 0 && incoming.length > 2 && as !== bs && Math.min(as, bs) === 1) return as === 1;
  const named = (column: Column, words: readonly string[]): boolean => column.names.some((name) => name.split(' ').some((word) => words.includes(word)));
  return named(to.column, OTHER_NUMBER) || (named(from.column, OWN_NUMBER) && to.column.side === null);
}

/** What the rows tell of the two ends: the mapping's conditions, and whether rows tell one happening twice. */
export interface Ends {
  /** Rows that the called party's operator recorded: what they say of a phone is said of the second. */
  readonly far: { readonly column: number; readonly values: string[] } | null;
  readonly reverse: { readonly column: number; readonly values: string[] } | null;
}

/** Columns that say with a mark of their own that they speak of the first end, though no column speaks of the second. */
const isMarked = (column: Column | undefined): boolean => column !== undefined && column.names.some((name) => name.split(' ').some((word) => END_WORDS.from.includes(word)));

/** Reads from the head which end rows are told from. */
export function endsOf(happening: Happening, properties: readonly PropertyMapping[], context: ParseContext): Ends {
  const direction = directionColumn(happening);
  if (direction === null) return { far: null, reverse: null };
  const condition = { column: direction.index, values: incomingTexts(textsOf(direction)) };
  if (condition.values.length === 0) return { far: null, reverse: null };
  const start = properties.find(({ property }) => property === happening.type.dates?.start)?.from;
  const columns = start === undefined || 'constant' in start ? [] : 'column' in start ? [start.column] : start.columns;
  const startOf = (row: readonly string[]): number | null => momentOf(valueKinds.date.parse(columns.map((column) => row[column] ?? '').join(' '), context)?.v ?? '')?.from ?? null;
  if (isAboutFirst(happening, direction, startOf)) return { far: null, reverse: condition };
  const sides = happening.type.properties.filter(({ id, side }) => side !== undefined && properties.some((each) => each.property === id));
  const alone = sides.filter(({ side }) => side?.of === 'from' && !sides.some(({ id }) => id === side.other));
  const marked = alone.some(({ id }) => properties.some(({ property, from }) => property === id && 'column' in from && isMarked(happening.columns.find(({ index }) => index === from.column))));
  return { far: marked ? null : condition, reverse: null };
}

/** The happening's link with who acted and from where it is told, beside other kinds of happenings that some rows are of instead. */
export function linksOfEnds(happening: Happening, properties: PropertyMapping[], { far, reverse }: Ends, free: readonly Column[], held: ReadonlySet<number>, catalogue: Catalogue, context: ParseContext): LinkMapping[] {
  const { type, from, to } = happening;
  const ends = {
    ...(reverse === null ? {} : { reverseWhen: { ...reverse, negative: false } }),
    ...(far === null ? {} : { farWhen: far }),
    ...(far === null && reverse === null ? {} : { legs: LEGS }),
  };
  const main: LinkMapping = { type: type.id, from: from.key, to: to.key, properties, ...ends };
  const kind = otherKind(happening, catalogue);
  if (kind === null) return [main];
  const condition = { column: kind.column.index, values: kind.values };
  return [{ ...main, unless: condition }, { type: kind.type.id, from: from.key, to: to.key, properties: linkProperties(kind.type, free, context, held), when: condition, ...ends }];
}

/** A kind of happening that some rows are of instead, with the column that tells and what it writes; null where no column tells kinds apart. */
function otherKind(happening: Happening, catalogue: Catalogue): { readonly type: LinkType; readonly column: Column; readonly values: string[] } | null {
  const { type, from, to, columns } = happening;
  const own = type.rowWords ?? [];
  const direction = directionColumn(happening);
  for (const column of columns) {
    if (column === from.column || column === to.column) continue;
    const texts = textsOf(column);
    if (texts.length === 0 || texts.length > MOST_TEXTS) continue;
    for (const other of catalogue.linkTypes) {
      const words = other.rowWords ?? [];
      if (other === type || words.length === 0 || !other.from.some((end) => type.from.includes(end)) || !other.to.some((end) => type.to.includes(end))) continue;
      const known = column.samples.filter((cell) => saysOne(words, cell) || saysOne(own, cell)).length;
      if (known >= column.samples.length * 0.5 || (known > 0 && column === direction)) return { type: other, column, values: textsWith(words, texts) };
    }
  }
  return null;
}
