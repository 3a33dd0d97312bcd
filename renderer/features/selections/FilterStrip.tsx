import { Button, Checkbox, SegmentedControl } from '@blueprintjs/core';
import { mdiClose, mdiInvertColors } from '@mdi/js';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBarNames } from '../../actions/barNames';
import { changeFilter, clearFilters, matching, putFilter, setHides, useChartFilter, type StackedFilter } from '../../actions/chartFilter';
import { useChartView } from '../../actions/chartView';
import { dimensionKey } from '../../actions/histogram';
import { beginText, endText } from '../../actions/timeText';
import { changeTime, useTimeWindow } from '../../actions/timeWindow';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import './selections.css';

/** The filters of the chart over the canvas, each to switch off, turn round and take away; with how much is left. Nothing while there are none. */
export function FilterStrip(): ReactElement | null {
  const { t } = useTranslation('selections');
  const language = useLanguage();
  const { stack, hides, kept } = useChartFilter();
  const timed = useTimeWindow((state) => state.window !== null);
  const view = useChartView((state) => state.view);
  if ((stack.length === 0 && !timed) || view === null) return null;
  const total = view.entities.length + view.lines.length;
  const shown = kept?.size ?? total;
  return (
    <section className="filters" aria-label={t('filters')}>
      <ul>{stack.map((each) => <Filter key={dimensionKey(each.dimension)} filter={each} />)}{timed ? <WindowFilter /> : null}</ul>
      <span className="filters__end">
        <span className="quiet figures filters__counts" role="status">{t('shownOf', { shown: formatCount(shown, language), count: total - shown, out: formatCount(total - shown, language) })}</span>
        <SegmentedControl size="small" aria-label={t('leftOut')} value={hides ? 'hide' : 'fade'} onValueChange={(value) => setHides(value === 'hide')} options={[{ value: 'fade', label: t('fade') }, { value: 'hide', label: t('hide') }]} />
        <Button size="small" variant="minimal" text={t('clearAll')} onClick={clearFilters} />
      </span>
    </section>
  );
}

/** The window of time as one of the filters. */
function WindowFilter(): ReactElement | null {
  const { t } = useTranslation('selections');
  const language = useLanguage();
  const { window, on } = useTimeWindow();
  const view = useChartView((state) => state.view);
  const time = useChartFilter((state) => state.time);
  if (window === null || view === null) return null;
  const out = time === null ? 0 : view.entities.length + view.lines.length - time.kept.size;
  const name = t('time:title');
  return (
    <li className={`filters__filter ${on ? '' : 'filters__filter--off'}`}>
      <Checkbox checked={on} onChange={() => changeTime({ on: !on })} labelElement={<span className="filters__said">{t('is', { name, values: t('time:window', { from: beginText(window, language), until: endText(window, language) }) })}</span>} />
      {on ? <span className="quiet figures" title={t('aloneOut', { count: out })}>−{formatCount(out, language)}</span> : null}
      <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeFilter', { name })} title={t('removeFilter', { name })} onClick={() => changeTime({ window: null })} />
    </li>
  );
}

function Filter({ filter }: { filter: StackedFilter }): ReactElement {
  const { t } = useTranslation('selections');
  const language = useLanguage();
  const names = useBarNames();
  const view = useChartView((state) => state.view);
  const properties = useChartFilter((state) => state.properties);
  const { dimension, values, on, inverted } = filter;
  const out = useMemo(() => {
    if (view === null || !on) return 0;
    const kept = matching(view, [filter], properties);
    return kept === null ? 0 : view.entities.length + view.lines.length - kept.size;
  }, [view, filter, on, properties]);
  const of = names.dimension(dimension);
  const said = t(inverted ? 'isNot' : 'is', { name: dimension.of === 'lines' ? t('ofLines', { name: of }) : of, values: names.several(dimension, values) });
  return (
    <li className={`filters__filter ${on ? '' : 'filters__filter--off'}`}>
      <Checkbox checked={on} onChange={() => changeFilter(dimension, { on: !on })} title={values.map((each) => names.value(dimension, each)).join(', ')} labelElement={<span className="filters__said" dir="auto">{said}</span>} />
      {on ? <span className="quiet figures" title={t('aloneOut', { count: out })}>−{formatCount(out, language)}</span> : null}
      <Button size="small" variant="minimal" active={inverted} aria-pressed={inverted} icon={<Glyph path={mdiInvertColors} size={14} />} aria-label={t('invert', { name: of })} title={t('invert', { name: of })} onClick={() => changeFilter(dimension, { inverted: !inverted })} />
      <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeFilter', { name: of })} title={t('removeFilter', { name: of })} onClick={() => putFilter(dimension, [])} />
    </li>
  );
}
