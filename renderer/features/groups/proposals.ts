import { withSameNeighbours } from '../../../shared/analysis/drawing/alike';
import { holdings } from '../../../shared/analysis/drawing/regroup';
import type { ChartView } from '../../../shared/contract';
import type { BarNames } from '../../actions/barNames';
import { groundOf } from '../../actions/groups';
import { barsOf, type Dimension, type PropertyValues } from '../../actions/histogram';

/** Entities that would become one group, under a name. */
export interface Proposal {
  readonly key: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** What of a chart can be taken together: all that stands on it and is in no group yet, and how many are in one already. */
export function ungrouped(view: ChartView): { readonly free: ReadonlySet<string>; readonly grouped: number } {
  const { groups, places, shownAs } = groundOf(view);
  const held = new Set([...holdings(groups, shownAs).values()].flatMap((own) => [...own]));
  const free = [...places.keys()].filter((id) => !held.has(id));
  return { free: new Set(free), grouped: places.size - free.length };
}

/** Groups of those with the same value, the largest first; what has no value is in none, and what has several is in the first. */
export function byValue(view: ChartView, dimension: Dimension, properties: PropertyValues, free: ReadonlySet<string>, least: number, names: BarNames): Proposal[] {
  const taken = new Set<string>();
  const bars = names.byValue(dimension, barsOf(view, dimension, properties, free).filter(({ value }) => value !== ''));
  const found = bars.map(({ value, ids }): Proposal => {
    const own = ids.filter((id) => !taken.has(id));
    for (const id of own) taken.add(id);
    return { key: value, name: names.value(dimension, value), ids: own };
  });
  return found.filter(({ ids }) => ids.length >= least).toSorted((a, b) => b.ids.length - a.ids.length);
}

/** How many neighbours a group of those that share them is named after. */
const NAMED = 2;

/** Groups of those of one type that are joined with exactly the same others, named after their type and these. `named` puts the name together. */
export function byNeighbours(view: ChartView, free: ReadonlySet<string>, least: number, named: (type: string, neighbours: readonly string[], more: number) => string): Proposal[] {
  const captions = new Map(view.entities.map(({ id, caption }) => [id, caption]));
  return withSameNeighbours(view.entities, view.lines, 2).flatMap(({ type, ids, neighbours }): Proposal[] => {
    const own = ids.filter((id) => free.has(id));
    if (own.length < least) return [];
    return [{ key: `${type} ${neighbours.join(' ')}`, name: named(type, neighbours.slice(0, NAMED).map((id) => captions.get(id) ?? ''), Math.max(0, neighbours.length - NAMED)), ids: own }];
  });
}

/** Groups of communities by number, the largest first; each is named after its most linked member. */
export function byCommunity(view: ChartView, numbers: ReadonlyMap<string, number>, free: ReadonlySet<string>, least: number, named: (middle: string) => string): Proposal[] {
  const degrees = new Map<string, number>();
  for (const { from, to } of view.lines) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const captions = new Map(view.entities.map(({ id, caption }) => [id, caption]));
  const groups = new Map<number, string[]>();
  for (const { id } of view.entities) {
    const number = free.has(id) ? numbers.get(id) : undefined;
    if (number === undefined) continue;
    const known = groups.get(number);
    if (known) known.push(id);
    else groups.set(number, [id]);
  }
  return [...groups].filter(([, ids]) => ids.length >= least).toSorted(([a, one], [b, two]) => two.length - one.length || a - b).map(([number, ids]) => {
    const middle = ids.reduce((most, id) => ((degrees.get(id) ?? 0) > (degrees.get(most) ?? 0) ? id : most));
    return { key: String(number), name: named(captions.get(middle) ?? ''), ids };
  });
}
