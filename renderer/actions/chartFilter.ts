import { create } from 'zustand';
import type { ChartView, EntityView, LineView } from '../../shared/contract';
import type { Facets } from '../../shared/contract/facets';
import { categoryCodes } from '../../shared/schema/category';
import { useSession } from './session';

/** What a chart is narrowed to: facets, and types of entities. Nothing chosen of a kind is all of it. */
export interface ChartFilter extends Facets {
  readonly types?: string[];
}

export const NO_FILTER: ChartFilter = {};

/** The filter of the chart in front: view state, nothing of the case. */
export const useChartFilter = create<{ readonly filter: ChartFilter }>(() => ({ filter: NO_FILTER }));

export const setChartFilter = (filter: ChartFilter): void => useChartFilter.setState({ filter });

/** Another case has other codes and types: what was chosen for the last one would hide its things unasked. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) setChartFilter(NO_FILTER);
});

const chosen = (wanted: readonly string[] | undefined): wanted is readonly string[] => wanted !== undefined && wanted.length > 0;

/** True when the filter leaves anything out. */
export const isFiltering = (filter: ChartFilter): boolean => chosen(filter.types) || chosen(filter.gradings) || chosen(filter.handlings) || chosen(filter.categories) || filter.basis !== undefined;

function evaluated(item: EntityView | LineView, { gradings, handlings, basis }: ChartFilter): boolean {
  if (chosen(gradings) && !gradings.includes(item.grading)) return false;
  if (chosen(handlings) && !handlings.includes(item.handling)) return false;
  return basis === undefined || (basis === 'assessment') === (item.assessed === true);
}

/** True for an entity that the filter keeps. */
export function keeps(entity: EntityView, filter: ChartFilter): boolean {
  if (chosen(filter.types) && !filter.types.includes(entity.type)) return false;
  if (chosen(filter.categories)) {
    const own = categoryCodes(entity.category);
    if (!(own.length === 0 ? filter.categories.includes('') : own.some((code) => filter.categories?.includes(code)))) return false;
  }
  return evaluated(entity, filter);
}

/** Ids of the entities that the filter keeps, and of the lines between them that it keeps as well; null when it leaves nothing out. */
export function matching({ entities, lines }: Pick<ChartView, 'entities' | 'lines'>, filter: ChartFilter): ReadonlySet<string> | null {
  if (!isFiltering(filter)) return null;
  const kept = new Set(entities.filter((entity) => keeps(entity, filter)).map((entity) => entity.id));
  return new Set([...kept, ...lines.filter((line) => kept.has(line.from) && kept.has(line.to) && evaluated(line, filter)).map((line) => line.id)]);
}
