import { sumAmounts } from '../../model/amount';
import type { Strength } from '../../model/strength';
import { strongerOf } from '../evaluation';
import type { Asked } from './folding';
import { difference, lead, totalsOf, unitOf } from './totals';

/** What is folded: a single link, or links of one type that are one line already. Dates are canonical, amounts too ("12.50 EUR"). */
export interface Foldable {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly start: string | null;
  readonly end: string | null;
  readonly amount: string | null;
  readonly strength: Strength;
  readonly grading: string;
  readonly handling: string;
  readonly assessed?: boolean | undefined;
}

/** What is known of a link type. */
export interface FoldedType {
  readonly directed: boolean;
  /** It happens once, at its start. */
  readonly occurrence: boolean;
}

export interface FoldWishes<L extends Foldable> {
  readonly asked: (line: L) => Asked;
  readonly type: (id: string) => FoldedType;
  readonly betterGrading: (a: string, b: string) => string;
  readonly stricterHandling: (a: string, b: string) => string;
  /** Lines that differ in this are never folded together. */
  readonly part?: (line: L) => string;
}

/** What flows between two entities: what goes from the fold's start to its end, and what comes back; null where nothing does. */
export interface Flow {
  readonly forth: string;
  readonly back: string | null;
}

/** One line as it is drawn, with those that it stands for. */
export interface Fold<L extends Foldable> extends Omit<Foldable, 'assessed'> {
  readonly lines: readonly L[];
  /** Its types, that of the most links first; `type` is the first. */
  readonly types: readonly string[];
  /** Arrow heads where they are not those of its type. */
  readonly heads?: 'none' | 'to' | 'both';
  /** A total for each currency, or each type of figures without one; `amount` is the only one. */
  readonly totals: readonly string[];
  /** How many of its links have no part in a total. */
  readonly unpriced: number;
  /** Of a net: both ways. `amount` and `totals` are then the difference. */
  readonly flow?: Flow;
  readonly assessed?: boolean;
}

interface Bucket<L> { readonly id: string; readonly kind: 'type' | 'pair' | 'direction' | 'flow'; readonly from: string; readonly to: string; readonly lines: L[] }

const bare = (date: string): string => (date.startsWith('~') ? date.slice(1) : date);
const earlier = (a: string, b: string): string => (bare(b) < bare(a) ? b : a);
const later = (a: string, b: string): string => (bare(b) > bare(a) ? b : a);

/** From the first to the last: of happenings the last of them, of what lasts its end, null as long as something goes on. Lines without any date say nothing. */
function spanOf(lines: readonly Foldable[], wishes: Pick<FoldWishes<never>, 'type'>): { readonly start: string | null; readonly end: string | null } {
  const dated = lines.filter((line) => line.start !== null || line.end !== null);
  const starts = dated.flatMap((line) => line.start ?? []);
  const ends = dated.map((line) => line.end ?? (wishes.type(line.type).occurrence ? line.start : null));
  return { start: starts.length === 0 ? null : starts.reduce(earlier), end: ends.length === 0 || ends.includes(null) ? null : (ends as string[]).reduce(later) };
}

function typesOf(lines: readonly Foldable[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, count } of lines) counts.set(type, (counts.get(type) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type]) => type);
}

/** How a fold lies between its two entities. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly heads?: 'none' | 'to' | 'both';
  readonly totals?: readonly string[];
  readonly flow?: Flow;
}

/** Which way a line for both ways points: towards where the only ones go that have a direction. */
function headsOf<L extends Foldable>({ from, to, lines }: Bucket<L>, wishes: FoldWishes<L>): Way {
  const directed = lines.filter((line) => wishes.type(line.type).directed);
  const forth = directed.some((line) => line.from === from);
  const back = directed.some((line) => line.from === to);
  if (forth === back) return { from, to, heads: forth ? 'both' : 'none' };
  return forth ? { from, to, heads: 'to' } : { from: to, to: from, heads: 'to' };
}

function flowOf<L extends Foldable>({ from, to, lines }: Bucket<L>): Way {
  const sum = (start: string): string | null => sumAmounts(lines.filter((line) => line.from === start).flatMap((line) => line.amount ?? []));
  const [forth, back] = [sum(from), sum(to)];
  if (forth === null || back === null) {
    const only = forth ?? back;
    const way = forth === null ? { from: to, to: from } : { from, to };
    return { ...way, heads: 'to', totals: only === null ? [] : [only] };
  }
  const net = difference(forth, back);
  const falls = net.startsWith('-');
  const [there, again] = falls ? [back, forth] : [forth, back];
  const way = falls ? { from: to, to: from } : { from, to };
  return { ...way, heads: lead(net) === 0 ? 'none' : 'to', totals: [falls ? net.slice(1) : net], flow: { forth: there, back: again } };
}

function wayOf<L extends Foldable>(bucket: Bucket<L>, wishes: FoldWishes<L>): Way {
  const { kind, from, to, lines } = bucket;
  if (kind === 'flow') return flowOf(bucket);
  if (kind === 'pair') return headsOf(bucket, wishes);
  return kind === 'type' ? { from, to } : { from, to, heads: lines.some((line) => wishes.type(line.type).directed) ? 'to' : 'none' };
}

/** Several lines as one: what is united of them is the sum, the strongest, the strictest. */
function united<L extends Foldable>(bucket: Bucket<L>, wishes: FoldWishes<L>): Fold<L> {
  const { id, lines } = bucket;
  const types = typesOf(lines);
  const way = wayOf(bucket, wishes);
  const totals = way.totals ?? totalsOf(lines);
  return {
    id, type: types[0] ?? '', types, lines, ...way, totals, amount: totals.length === 1 ? (totals[0] ?? null) : null,
    count: lines.reduce((sum, line) => sum + line.count, 0), unpriced: lines.reduce((sum, line) => sum + (line.amount === null ? line.count : 0), 0), ...spanOf(lines, wishes),
    strength: lines.map((line) => line.strength).reduce(strongerOf), grading: lines.map((line) => line.grading).reduce(wishes.betterGrading), handling: lines.map((line) => line.handling).reduce(wishes.stricterHandling),
    ...(lines.every((line) => line.assessed === true) ? { assessed: true } : {}),
  };
}

/** What is asked about each line several times, worked out once. */
interface Read<L> {
  readonly line: L;
  readonly folding: Asked['folding'];
  readonly directed: boolean;
  /** Its ends, without direction the smaller id first. */
  readonly from: string;
  readonly to: string;
  readonly part: string;
  /** What is folded together by a type's folding is of that type only; all else of a pair is folded together. */
  readonly scope: string;
  /** What its amount is counted in; null where it can be no part of a flow. */
  readonly unit: string | null;
}

function reader<L extends Foldable>(wishes: FoldWishes<L>): (line: L) => Read<L> {
  const types = new Map<string, boolean>();
  return (line) => {
    const { folding, by } = wishes.asked(line);
    let directed = types.get(line.type);
    if (directed === undefined) types.set(line.type, (directed = wishes.type(line.type).directed));
    const turned = line.to < line.from;
    const [a, b] = turned ? [line.to, line.from] : [line.from, line.to];
    const part = wishes.part?.(line) ?? '';
    return {
      line, folding, directed, from: directed ? line.from : a, to: directed ? line.to : b, part, scope: `${part}|${by === 'type' ? line.type : ''}|${a}|${b}`,
      unit: folding === 'flow' && directed && line.amount !== null && a !== b ? unitOf(line) : null,
    };
  };
}

/** By scope the unit that the most links of a flow are in. */
function mainUnits<L extends Foldable>(read: readonly Read<L>[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { line, scope, unit } of read) {
    if (unit === null) continue;
    const units = counts.get(scope);
    if (units) units.set(unit, (units.get(unit) ?? 0) + line.count);
    else counts.set(scope, new Map([[unit, line.count]]));
  }
  return new Map([...counts].map(([key, units]) => [key, units.size === 1 ? ([...units.keys()][0] ?? '') : ([...units].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '')]));
}

/** Where a line goes: the id of its fold, and how that one is folded. */
function placeOf<L extends Foldable>({ line, folding, directed, from, to, part, scope, unit }: Read<L>, units: ReadonlyMap<string, string>): { readonly id: string; readonly kind: Bucket<L>['kind'] } {
  if (folding === 'apart') return { id: line.id, kind: 'type' };
  if (folding === 'pair') return { id: `pair|${scope}`, kind: 'pair' };
  if (folding === 'direction') return { id: `direction|${scope}|${directed ? from : ''}`, kind: 'direction' };
  if (unit !== null && units.get(scope) === unit) return { id: `flow|${scope}`, kind: 'flow' };
  return { id: `${line.type}|${from}|${to}${part === '' ? '' : `|${part}`}`, kind: 'type' };
}

/** A line that is folded with no other. */
const alone = <L extends Foldable>(line: L): Fold<L> => ({ ...line, assessed: line.assessed === true, lines: [line], types: [line.type], totals: line.amount === null ? [] : [line.amount], unpriced: line.amount === null ? line.count : 0 });

/**
 * Folds lines as is asked of each, in the order in which they are first met. Apart: each stays; type: those of one type and direction; pair: all of both ways; direction: those
 * of each way, those without one by themselves; flow: those with an amount in the unit that the most are in, for the net, towards where it goes; the rest by type.
 * Nothing is lost: each line is in exactly one fold. Linear in the number of lines.
 */
export function foldAll<L extends Foldable>(lines: readonly L[], wishes: FoldWishes<L>): Fold<L>[] {
  const read = lines.map(reader(wishes));
  const units = mainUnits(read);
  const buckets = new Map<string, Bucket<L>>();
  for (const each of read) {
    const { id, kind } = placeOf(each, units);
    const known = buckets.get(id);
    if (known) {
      known.lines.push(each.line);
      continue;
    }
    const [a, b] = each.to < each.from ? [each.to, each.from] : [each.from, each.to];
    buckets.set(id, { id, kind, ...(kind === 'pair' || kind === 'flow' ? { from: a, to: b } : { from: each.from, to: each.to }), lines: [each.line] });
  }
  return [...buckets.values()].map((bucket) => {
    const [only] = bucket.lines;
    return bucket.lines.length > 1 || only === undefined ? united(bucket, wishes) : alone(only);
  });
}
