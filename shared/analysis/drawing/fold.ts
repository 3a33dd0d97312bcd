import { sumAmounts } from '../../model/amount';
import type { Strength } from '../../model/strength';
import { strongerOf } from '../evaluation';
import { pairKey, type Asked } from './folding';
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

/** What of these flows is in the unit that the most links are in; figures without currency are told apart by their type. */
function mainUnits<L extends Foldable>(lines: readonly L[], wishes: FoldWishes<L>, keyOf: (line: L) => string): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const line of lines) {
    if (line.amount === null || line.from === line.to || wishes.asked(line).folding !== 'flow' || !wishes.type(line.type).directed) continue;
    const units = counts.get(keyOf(line)) ?? new Map<string, number>();
    const unit = unitOf(line);
    units.set(unit, (units.get(unit) ?? 0) + line.count);
    counts.set(keyOf(line), units);
  }
  return new Map([...counts].map(([key, units]) => [key, [...units].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '']));
}

/** What is folded together by a type's folding is of that type only; all else of a pair is folded together. */
const scopeOf = <L extends Foldable>(line: L, wishes: FoldWishes<L>): string => `${wishes.part?.(line) ?? ''}|${wishes.asked(line).by === 'type' ? line.type : ''}|${pairKey(line.from, line.to)}`;

/** Where a line goes, still empty. */
function bucketFor<L extends Foldable>(line: L, wishes: FoldWishes<L>, units: ReadonlyMap<string, string>): Bucket<L> {
  const { folding } = wishes.asked(line);
  const { directed } = wishes.type(line.type);
  const scope = scopeOf(line, wishes);
  const [a, b] = line.from < line.to ? [line.from, line.to] : [line.to, line.from];
  const along = directed ? { from: line.from, to: line.to } : { from: a, to: b };
  if (folding === 'apart') return { id: line.id, kind: 'type', ...along, lines: [] };
  if (folding === 'pair') return { id: `pair|${scope}`, kind: 'pair', from: a, to: b, lines: [] };
  if (folding === 'direction') return { id: `direction|${scope}|${directed ? line.from : ''}`, kind: 'direction', ...along, lines: [] };
  if (folding === 'flow' && directed && line.amount !== null && a !== b && units.get(scope) === unitOf(line)) return { id: `flow|${scope}`, kind: 'flow', from: a, to: b, lines: [] };
  const part = wishes.part?.(line) ?? '';
  return { id: `${line.type}|${along.from}|${along.to}${part === '' ? '' : `|${part}`}`, kind: 'type', ...along, lines: [] };
}

/**
 * Folds lines as is asked of each, in the order in which they are first met. Apart: each stays; type: those of one type and direction; pair: all of both ways; direction: those
 * of each way, those without one by themselves; flow: those with an amount in the unit that the most are in, for the net, towards where it goes; the rest by type.
 * Nothing is lost: each line is in exactly one fold. Linear in the number of lines.
 */
export function foldAll<L extends Foldable>(lines: readonly L[], wishes: FoldWishes<L>): Fold<L>[] {
  const units = mainUnits(lines, wishes, (line) => scopeOf(line, wishes));
  const buckets = new Map<string, Bucket<L>>();
  for (const line of lines) {
    const empty = bucketFor(line, wishes, units);
    const bucket = buckets.get(empty.id) ?? empty;
    bucket.lines.push(line);
    buckets.set(bucket.id, bucket);
  }
  return [...buckets.values()].map((bucket) => {
    const [only] = bucket.lines;
    if (bucket.lines.length > 1 || only === undefined) return united(bucket, wishes);
    return { ...only, assessed: only.assessed === true, lines: bucket.lines, types: [only.type], totals: only.amount === null ? [] : [only.amount], unpriced: only.amount === null ? only.count : 0 };
  });
}
