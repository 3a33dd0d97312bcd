import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isFiltering, NO_FILTER, setChartFilter, useChartFilter, type ChartFilter } from '../actions/chartFilter';
import { useChartView } from '../actions/chartView';
import { useTypes } from '../case/types';
import { FacetPicker, type Facet } from '../ui/FacetPicker';
import { useLanguage } from '../ui/language';
import { categoryCodes, categoryOf } from '../../shared/schema/category';

/** How often each text occurs, the commonest first; "" comes last. */
function counted(texts: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count);
}

/** Dims on the chart what is not of the chosen types, gradings, handling codes, categories or basis. Only what occurs on the chart is offered. */
export function ChartFilterButton(): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const entities = useChartView((state) => state.view?.entities) ?? [];
  const filter = useChartFilter((state) => state.filter);
  const without = t('without');
  const facet = (id: keyof Omit<ChartFilter, 'basis'>, label: string, texts: readonly string[], name: (value: string) => string): Facet => ({
    id, label, options: counted(texts).map(({ value, count }) => ({ value, count, label: value === '' ? without : name(value) })), chosen: filter[id] ?? [], onChange: (chosen) => setChartFilter({ ...filter, [id]: chosen }),
  });
  const persons = entities.filter((each) => { const type = types.entity(each.type); return type !== undefined && categoryOf(type) !== undefined; });
  const nameOfCategory = (code: string): string => persons.map((each) => types.categories({ type: each.type, category: code }, language)[0]).find((name) => name !== code) ?? code;
  const facets: Facet[] = [
    facet('types', t('type'), entities.map((each) => each.type), (type) => types.label(type, language, 2)),
    facet('categories', t('category'), persons.flatMap((each) => (each.category === '' ? [''] : categoryCodes(each.category))), nameOfCategory),
    facet('gradings', t('grading'), entities.map((each) => each.grading), (text) => text),
    facet('handlings', t('handling'), entities.map((each) => each.handling), (code) => types.codeText(code, language) || code),
    {
      id: 'basis', label: t('basis'), options: [{ value: 'fact', label: t('fact') }, { value: 'assessment', label: t('onlyAssessment') }], chosen: filter.basis === undefined ? [] : [filter.basis],
      onChange: (chosen) => { const { basis: _, ...rest } = filter; const last = chosen.at(-1); setChartFilter(last === undefined ? rest : { ...rest, basis: last === 'assessment' ? 'assessment' : 'fact' }); },
    },
  ];
  return <FacetPicker label={t('filterChart')} facets={facets} active={isFiltering(filter)} onClear={() => setChartFilter(NO_FILTER)} />;
}
