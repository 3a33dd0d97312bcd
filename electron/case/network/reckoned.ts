import { Around } from '../../../shared/analysis/network/around';
import { arcsOf, StepPaths, type Arcs } from '../../../shared/analysis/network/shortest';
import { tiesOf, type Ties } from '../../../shared/analysis/network/ties';
import type { NetworkOptions } from '../../../shared/contract/network';
import type { Chosen } from './chosen';

interface BothWays<T> {
  readonly forward: T;
  readonly backward: T;
}

/** What has been made of one choice so far, so that the next question about it finds it ready. */
interface Made {
  readonly ties: Map<string, { readonly out: Ties; readonly back: Ties }>;
  readonly arcs: Map<string, BothWays<Arcs>>;
  readonly paths: Map<string, StepPaths>;
  readonly around: Map<string, Around>;
}

const kept = new WeakMap<Chosen, Made>();

function madeOf(chosen: Chosen): Made {
  let made = kept.get(chosen);
  if (made === undefined) kept.set(chosen, (made = { ties: new Map(), arcs: new Map(), paths: new Map(), around: new Map() }));
  return made;
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** What a tie weighs, by arc. */
const weightsOf = ({ whole, link }: Chosen, weight: NetworkOptions['weight']): Float64Array | null => (weight === 'amount' ? Float64Array.from(link, (at) => whole.amounts[at]!) : null);

/** Its ties along and against the direction: the same where there is none. With weight "none" every tie weighs 1; ties whose weight is 0 are left as they are. */
export function tiesIn(chosen: Chosen, { following, weight }: Pick<NetworkOptions, 'following' | 'weight'>): { readonly out: Ties; readonly back: Ties } {
  return once(madeOf(chosen).ties, `${following} ${weight}`, () => {
    const links = { n: chosen.nodes.length, from: chosen.from, to: chosen.to, weight: weightsOf(chosen, weight) };
    const made = (way: 'out' | 'in' | 'both'): Ties => {
      const ties = tiesOf(links, way);
      return weight === 'none' && !ties.plain ? { ...ties, weight: new Float64Array(ties.adjacent.length).fill(1), plain: true } : ties;
    };
    if (following !== 'both') return { out: made('out'), back: made('in') };
    const both = made('both');
    return { out: both, back: both };
  });
}

/** Its arcs for paths, along and against the direction. `link` of an arc is the place of an arc in `chosen`. */
export function arcsIn(chosen: Chosen, { following }: Pick<NetworkOptions, 'following'>): BothWays<Arcs> {
  const { nodes, from, to } = chosen;
  return once(madeOf(chosen).arcs, following === 'both' ? 'both' : 'out', () => {
    if (following !== 'both') return { forward: arcsOf(nodes.length, from, to, 'out'), backward: arcsOf(nodes.length, from, to, 'in') };
    const both = arcsOf(nodes.length, from, to, 'both');
    return { forward: both, backward: both };
  });
}

/** A search for paths in it. */
export function pathsIn(chosen: Chosen, options: Pick<NetworkOptions, 'following'>): StepPaths {
  return once(madeOf(chosen).paths, options.following === 'both' ? 'both' : 'out', () => {
    const { forward, backward } = arcsIn(chosen, options);
    return new StepPaths(forward, backward);
  });
}

/** A search for what lies around in it. */
export const aroundIn = (chosen: Chosen, options: Pick<NetworkOptions, 'following'>): Around => once(madeOf(chosen).around, options.following === 'both' ? 'both' : 'out', () => new Around(arcsIn(chosen, options).forward));
