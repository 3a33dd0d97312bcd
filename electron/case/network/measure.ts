import { betweenness } from '../../../shared/analysis/network/betweenness';
import { harmonicCloseness } from '../../../shared/analysis/network/closeness';
import { communitiesOf, type Communities } from '../../../shared/analysis/network/communities';
import { coreNumbers } from '../../../shared/analysis/network/cores';
import { degrees, strengths } from '../../../shared/analysis/network/degrees';
import { eigenvectorCentrality } from '../../../shared/analysis/network/eigenvector';
import { pageRank } from '../../../shared/analysis/network/pageRank';
import { tiesOf, withLengths, type Ties } from '../../../shared/analysis/network/ties';
import type { MeasureId, NetworkOptions } from '../../../shared/contract/network';
import type { Chosen } from './chosen';
import { tiesIn } from './reckoned';

/** Arcs times nodes above which betweenness is reckoned from a sample: some ten seconds of one core. */
const EXACT = 2e9;
const SAMPLE = 512;
const OTHER_SEEDS = [2, 3, 4];

export interface Measured {
  readonly values: Readonly<Partial<Record<MeasureId, ArrayLike<number>>>>;
  readonly ties: number;
  readonly communities: (Communities & { readonly firmness: number }) | null;
  readonly sampled: number | null;
}

/** Told what is done of `total`; throws to stop. */
export type Step = (done: number, total: number) => void;

/** Evenly spread over the nodes, always the same. */
function sampleOf(n: number): Uint32Array {
  const step = n / SAMPLE;
  return Uint32Array.from({ length: SAMPLE }, (_, at) => Math.floor(at * step + step / 2));
}

/** Share of ties whose ends other runs put together, or apart, as this one does. */
function firmnessOf({ n, offset, adjacent }: Ties, found: Communities, others: readonly Communities[]): number {
  let alike = 0;
  for (let v = 0; v < n; v += 1) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
    const u = adjacent[i]!;
    const together = found.community[v] === found.community[u];
    for (const other of others) if ((other.community[v] === other.community[u]) === together) alike += 1;
  }
  return adjacent.length === 0 ? 1 : alike / (adjacent.length * others.length);
}

/** A strong tie is a short one: its length is 1 over its weight (Opsahl et al. 2010); of none the longest. */
const lengthened = (ties: Ties): Ties => {
  if (ties.plain) return ties;
  let least = Infinity;
  for (const weight of ties.weight) if (weight > 0) least = Math.min(least, weight);
  return withLengths(ties, (weight) => 1 / (weight > 0 ? weight : least === Infinity ? 1 : least));
};

/** Reckons measures of a network. Betweenness is normalised, closeness harmonic, communities those of the Leiden method. */
export function measure(chosen: Chosen, measures: readonly MeasureId[], options: NetworkOptions, resolution: number, step: Step): Measured {
  const { out, back } = tiesIn(chosen, options);
  const { n } = out;
  const around = options.following === 'both' ? out : tiesOf({ n, from: chosen.from, to: chosen.to, weight: null }, 'both');
  const values: Partial<Record<MeasureId, ArrayLike<number>>> = {};
  const sample = measures.includes('betweenness') && n * out.adjacent.length > EXACT && n > SAMPLE ? sampleOf(n) : null;
  const heavy = measures.filter((each) => each === 'betweenness' || each === 'closeness').length;
  let before = 0;
  const part: Step = (done, total) => step(before + done / Math.max(1, total), Math.max(1, heavy));
  let communities: Measured['communities'] = null;
  for (const each of measures) {
    step(before, Math.max(1, heavy));
    if (each === 'degree') values.degree = degrees(out);
    else if (each === 'strength') values.strength = strengths(out);
    else if (each === 'core') values.core = coreNumbers(around);
    else if (each === 'pageRank') values.pageRank = pageRank(out, back);
    else if (each === 'eigenvector') values.eigenvector = eigenvectorCentrality(back, options.following !== 'both' && chosen.directed);
    else if (each === 'betweenness') values.betweenness = betweenness(lengthened(out), lengthened(back), { sources: sample, normalised: true, directed: chosen.directed }, part);
    else if (each === 'closeness') values.closeness = harmonicCloseness(lengthened(out), part);
    else {
      const weighted = options.following === 'both' ? out : around;
      const found = communitiesOf(weighted, { resolution });
      const others = OTHER_SEEDS.map((seed) => communitiesOf(weighted, { resolution, seed }));
      communities = { ...found, firmness: firmnessOf(weighted, found, others) };
      values.community = found.community;
    }
    if (each === 'betweenness' || each === 'closeness') before += 1;
  }
  return { values, ties: options.following === 'both' ? out.adjacent.length / 2 : out.adjacent.length, communities, sampled: sample === null ? null : SAMPLE };
}

/** Ranks from 1, the greatest first; what is equal but for rounding shares one. */
export function ranksOf(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, at) => at).sort((a, b) => values[b]! - values[a]! || a - b);
  const ranks = new Uint32Array(values.length);
  let rank = 1;
  order.forEach((at, place) => {
    const above = place === 0 ? Infinity : values[order[place - 1]!]!;
    if (above - values[at]! > 1e-9 * Math.max(1, Math.abs(above))) rank = place + 1;
    ranks[at] = rank;
  });
  return ranks;
}
