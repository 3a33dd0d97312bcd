import { Button, HTMLSelect, SegmentedControl, Spinner } from '@blueprintjs/core';
import { mdiChartBar, mdiFilterPlusOutline } from '@mdi/js';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBarNames } from '../../actions/barNames';
import { filterOf, matching, putFilter, useChartFilter } from '../../actions/chartFilter';
import { useChartView } from '../../actions/chartView';
import { useDimensions, usePropertyValues } from '../../actions/dimensions';
import { barsOf, dimensionKey, ENTITY_DIMENSIONS, isOrdered, LINE_DIMENSIONS, type Bar, type Dimension, type Subject } from '../../actions/histogram';
import { select, selection } from '../../actions/selected';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { BarList } from './BarList';
import './histogram.css';

/** So many bars are drawn; the rest is told. */
const DRAWN = 200;
const FIRST: Readonly<Record<Subject, Dimension>> = { entities: ENTITY_DIMENSIONS[0] as Dimension, lines: LINE_DIMENSIONS[0] as Dimension };

/** How the items of the chart are spread over the values of anything that they have: bars that select and filter. */
export function HistogramPanel(): ReactElement {
  const { t } = useTranslation('histogram');
  const language = useLanguage();
  const names = useBarNames();
  const view = useChartView((state) => state.view);
  const stack = useChartFilter((state) => state.stack);
  const properties = useChartFilter((state) => state.properties);
  const [subject, setSubject] = useState<Subject>('entities');
  const [chosen, setChosen] = useState<Readonly<Record<Subject, Dimension>>>(FIRST);
  const [order, setOrder] = useState<'count' | 'value' | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const dimension = chosen[subject];
  const key = dimensionKey(dimension);
  const groups = useDimensions(subject);
  const values = usePropertyValues(dimension);
  const ordered = order ?? (isOrdered(dimension) ? 'value' : 'count');
  const bars = useMemo(() => {
    if (view === null || values === null) return null;
    // What other filters leave out does not count; what this one does can be brought back here.
    const all = barsOf(view, dimension, values, matching(view, stack.filter((each) => dimensionKey(each.dimension) !== key), properties));
    return ordered === 'value' ? names.byValue(dimension, all) : all.toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || b.ids.length - a.ids.length);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says which dimension it is
  }, [view, values, stack, properties, key, ordered, names]);

  const pick = (some: readonly Bar[], adding: boolean): void => {
    const { hides, kept } = useChartFilter.getState();
    const ids = [...new Set(some.flatMap((bar) => bar.ids))].filter((id) => !hides || kept === null || kept.has(id));
    const before = selection();
    const own = subject === 'lines' ? before.lines : before.entities;
    const there = new Set(own);
    // Adding what is selected already takes it away again.
    const all = adding ? (ids.every((id) => there.has(id)) ? own.filter((id) => !ids.includes(id)) : [...new Set([...own, ...ids])]) : ids;
    if (subject === 'lines') select(adding ? before.entities : [], all);
    else select(all, adding ? before.lines : []);
    const now = some.map((bar) => bar.value);
    setPicked(adding ? (now.every((value) => picked.includes(value)) ? picked.filter((value) => !now.includes(value)) : [...new Set([...picked, ...now])]) : now);
  };
  const filter = (some: readonly string[]): void => {
    putFilter(dimension, some);
    setPicked([]);
  };
  const change = (to: string): void => {
    const next = groups.flatMap((group) => group.offered).find((each) => each.key === to);
    if (!next) return;
    setChosen({ ...chosen, [subject]: next.dimension });
    setOrder(null);
    setPicked([]);
  };

  if (view === null || view.entities.length === 0) return <EmptyState icon={mdiChartBar} title={t('empty')} hint={t('emptyHint')} />;
  const filtering = filterOf(stack, dimension);
  return (
    <div className="panel histogram">
      <div className="histogram__tools">
        <SegmentedControl size="small" value={subject} onValueChange={(value) => { setSubject(value === 'lines' ? 'lines' : 'entities'); setOrder(null); setPicked([]); }} options={[{ value: 'entities', label: t('entities') }, { value: 'lines', label: t('lines') }]} />
        <HTMLSelect className="histogram__by" aria-label={t('by')} value={key} onChange={(event) => change(event.currentTarget.value)}>
          {groups.map((group) => (group.offered.length === 0 ? null : <optgroup key={group.label} label={group.label}>{group.offered.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}</optgroup>))}
        </HTMLSelect>
        <SegmentedControl size="small" aria-label={t('order')} value={ordered} onValueChange={(value) => setOrder(value === 'value' ? 'value' : 'count')} options={[{ value: 'count', label: t('byCount') }, { value: 'value', label: t('byValue') }]} />
        <Button size="small" disabled={picked.length === 0} icon={<Glyph path={mdiFilterPlusOutline} size={14} />} text={t('filter')} title={t('filterHint')} onClick={() => filter(picked)} />
        {bars === null ? null : <span className="quiet figures histogram__summary">{t('summary', { count: bars.length, bars: formatCount(bars.length, language), shown: formatCount(Math.min(bars.length, DRAWN), language) })}</span>}
      </div>
      {bars === null ? <Spinner size={20} /> : (
        <BarList
          key={key} bars={bars.slice(0, DRAWN)} more={bars.slice(DRAWN)} label={names.dimension(dimension)} name={(value) => names.value(dimension, value)} subject={subject}
          filtered={filtering?.on === true ? { values: filtering.values, inverted: filtering.inverted } : null} onPick={pick} onFilter={(value) => filter(picked.includes(value) ? picked : [value])}
        />
      )}
    </div>
  );
}
