import type { Contacts } from './contacts';

/** One party that seems to have taken another's place: a new phone of the same person. */
export interface Replacement {
  readonly old: number;
  readonly next: number;
  /** 0 to 1: the share of the contacts of the one that has fewer, that the other has too, rare ones counting more; less where both were in use for a time. */
  readonly score: number;
  readonly shared: readonly number[];
  /** Contacts of each. */
  readonly contacts: readonly [old: number, next: number];
  /** From the last of the old to the first of the next, ms; below 0 where they overlap. */
  readonly gap: number;
}

export interface ReplacementOptions {
  /** Fewer shared contacts tell nothing. */
  readonly least: number;
  /** Longest silence between the two, ms. */
  readonly gap: number;
  /** Longest time in which both were used, ms: somebody keeps two phones for a few days. */
  readonly overlap: number;
  readonly score: number;
  /** Contacts of more parties than this tell nothing: a voicemail, a pizza. */
  readonly hub: number;
}
const DAY = 86_400_000;
export const REPLACEMENT_OPTIONS: ReplacementOptions = { least: 2, gap: 60 * DAY, overlap: 7 * DAY, score: 0.3, hub: 500 };

/** First and last moment of each party's dealings; NaN where it has none with a time. */
export function spansOf({ parties, offset, first, last }: Contacts): { readonly from: Float64Array; readonly until: Float64Array } {
  const from = new Float64Array(parties).fill(Number.NaN);
  const until = new Float64Array(parties).fill(Number.NaN);
  for (let v = 0; v < parties; v += 1) for (let at = offset[v]!; at < offset[v + 1]!; at += 1) {
    if (Number.isNaN(first[at]!)) continue;
    if (!(from[v]! <= first[at]!)) from[v] = first[at]!;
    if (!(until[v]! >= last[at]!)) until[v] = last[at]!;
  }
  return { from, until };
}

/**
 * Parties that replace each other: the same contacts at times that do not overlap, the likeliest first. Pairs that deal with each other are left out: one does not call
 * oneself. Weight of a contact: 1 over the logarithm of how many deal with it (Adamic and Adar 2003).
 */
export function replacements(contacts: Contacts, options: ReplacementOptions = REPLACEMENT_OPTIONS): Replacement[] {
  const { parties, offset, other } = contacts;
  const { from, until } = spansOf(contacts);
  const degree = (v: number): number => offset[v + 1]! - offset[v]!;
  const weight = Float64Array.from({ length: parties }, (_, v) => (degree(v) > options.hub ? 0 : 1 / Math.log(1 + Math.max(2, degree(v)))));
  const told = new Float64Array(parties);
  for (let v = 0; v < parties; v += 1) for (let at = offset[v]!; at < offset[v + 1]!; at += 1) told[v]! += weight[other[at]!]!;
  const found: Replacement[] = [];
  const common = new Float64Array(parties);
  const shared = new Uint32Array(parties);
  const met: number[] = [];
  // Those that may come after another, by when they begin: a network in which all are in use all the time has next to none.
  const comers = Uint32Array.from({ length: parties }, (_, v) => v).filter((v) => !Number.isNaN(from[v]!) && degree(v) >= options.least && degree(v) <= options.hub).sort((a, b) => from[a]! - from[b]! || a - b);
  const work = new Float64Array(comers.length + 1);
  comers.forEach((v, at) => { work[at + 1] = work[at]! + degree(v); });
  const meet = (next: number, contact: number): void => {
    if (shared[next] === 0) met.push(next);
    shared[next]! += 1;
    common[next]! += weight[contact]!;
  };
  for (let old = 0; old < parties; old += 1) {
    if (Number.isNaN(until[old]!) || degree(old) < options.least || degree(old) > options.hub) continue;
    const [earliest, latest] = [until[old]! - options.overlap, until[old]! + options.gap];
    const [low, high] = [firstFrom(comers, from, earliest), firstFrom(comers, from, latest, true)];
    if (low === high) continue;
    met.length = 0;
    const own = new Set<number>(other.subarray(offset[old], offset[old + 1]));
    let through = 0;
    for (const contact of own) through += weight[contact] === 0 ? 0 : degree(contact);
    if (work[high]! - work[low]! < through) {
      for (let i = low; i < high; i += 1) {
        const next = comers[i]!;
        if (next !== old) for (let at = offset[next]!; at < offset[next + 1]!; at += 1) if (weight[other[at]!]! > 0 && own.has(other[at]!)) meet(next, other[at]!);
      }
    } else {
      for (const contact of own) {
        if (weight[contact] === 0) continue;
        for (let i = offset[contact]!; i < offset[contact + 1]!; i += 1) {
          const next = other[i]!;
          if (next !== old && from[next]! >= earliest && from[next]! <= latest) meet(next, contact);
        }
      }
    }
    for (const next of met) {
      const gap = from[next]! - until[old]!;
      const both = Math.max(0, -gap);
      const alike = common[next]! / Math.min(told[old]!, told[next]!);
      // The longer both were in use, the less one replaces the other.
      const score = alike * (1 - both / (2 * options.overlap));
      if (shared[next]! >= options.least && !own.has(next) && degree(next) <= options.hub && gap <= options.gap && both <= options.overlap && from[old]! < from[next]! && until[old]! < until[next]! && score >= options.score) {
        const list = [...own].filter((contact) => weight[contact]! > 0 && has(contacts, next, contact)).sort((a, b) => weight[b]! - weight[a]! || a - b);
        found.push({ old, next, score, shared: list, contacts: [degree(old), degree(next)], gap });
      }
      shared[next] = 0;
      common[next] = 0;
    }
  }
  return found.sort((a, b) => b.score - a.score || b.shared.length - a.shared.length || Math.abs(a.gap) - Math.abs(b.gap) || a.old - b.old || a.next - b.next);
}

/** First place among parties, by when they begin, that begins at `moment` or later; with `after` later than that. */
function firstFrom(comers: Uint32Array, from: Float64Array, moment: number, after = false): number {
  let [a, b] = [0, comers.length];
  while (a < b) {
    const middle = (a + b) >> 1;
    const begins = from[comers[middle]!]!;
    if (after ? begins <= moment : begins < moment) a = middle + 1;
    else b = middle;
  }
  return a;
}

/** Whether a party deals with another: contacts are in ascending order. */
function has({ offset, other }: Contacts, party: number, contact: number): boolean {
  let [low, high] = [offset[party]!, offset[party + 1]! - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (other[middle] === contact) return true;
    if (other[middle]! < contact) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
