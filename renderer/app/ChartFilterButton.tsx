import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBarNames } from '../actions/barNames';
import { clearFilters, filterOf, putFilter, useChartFilter } from '../actions/chartFilter';
import { useChartView } from '../actions/chartView';
import { barsOf, ENTITY_DIMENSIONS, type Dimension } from '../actions/histogram';
import { useTypes } from '../case/types';
import { FacetPicker, type Facet } from '../ui/FacetPicker';
import type { EntityView } from '../../shared/contract';
import { categoryOf } from '../../shared/schema/category';

const NONE: EntityView[] = [];
const NOTHING: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map();
/** What is offered at hand; the histogram has the rest. */
const OFFERED: readonly Dimension['attribute'][] = ['type', 'category', 'grading', 'handling', 'basis'];

/** The filters most asked for, as ticks: the same stack as that of the histogram. Only what occurs on the chart is offered. */
export function ChartFilterButton(): ReactElement {
  const { t } = useTranslation('evaluation');
  const names = useBarNames();
  const types = useTypes();
  // The same list while nothing is said of them: moving an item counts nothing anew.
  const entities = useChartView((state) => state.view?.entities) ?? NONE;
  const stack = useChartFilter((state) => state.stack);
  const offered = useMemo(() => {
    const categorised = entities.filter((each) => { const type = types.entity(each.type); return type !== undefined && categoryOf(type) !== undefined; });
    return ENTITY_DIMENSIONS.filter(({ attribute }) => OFFERED.includes(attribute)).map((dimension) => {
      const bars = barsOf({ entities: dimension.attribute === 'category' ? categorised : entities, lines: [] }, dimension, NOTHING);
      const options = bars.map(({ value, ids }) => ({ value, count: ids.length, label: names.value(dimension, value) })).toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count);
      return { dimension, label: names.dimension(dimension), options };
    });
  }, [entities, types, names]);
  const facets = offered.map(({ dimension, label, options }): Facet => ({ id: dimension.attribute, label, options, chosen: filterOf(stack, dimension)?.values ?? [], onChange: (chosen) => putFilter(dimension, chosen) }));
  return <FacetPicker label={t('filterChart')} facets={facets} active={stack.some((each) => each.on)} onClear={clearFilters} />;
}
