import { Button, Checkbox } from '@blueprintjs/core';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';

/** Which charts a briefing shows, and in which order: those that are shown stand first. */
export function ChartOrder({ charts, onChange }: { charts: readonly string[]; onChange: (charts: readonly string[]) => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const { data: all = [] } = useCase('case.charts', {});
  const known = charts.filter((id) => all.some((chart) => chart.id === id));
  const rows = [...known.flatMap((id) => all.filter((chart) => chart.id === id)), ...all.filter((chart) => !known.includes(chart.id))];
  const move = (id: string, by: -1 | 1): void => {
    const at = known.indexOf(id);
    const other = known[at + by];
    if (other !== undefined) onChange(known.map((each) => (each === id ? other : each === other ? id : each)));
  };
  return (
    <fieldset className="briefing-editor__charts">
      <legend>{t('charts')}</legend>
      {rows.length === 0 ? <p className="quiet">{t('noCharts')}</p> : null}
      {rows.map(({ id, name, items }) => {
        const at = known.indexOf(id);
        return (
          <div key={id} className="briefing-editor__chart">
            <Checkbox checked={at >= 0} label={`${name} (${items})`} onChange={(event) => onChange(event.currentTarget.checked ? [...known, id] : known.filter((each) => each !== id))} />
            <Button size="small" variant="minimal" disabled={at <= 0} aria-label={t('earlier', { name })} title={t('earlier', { name })} icon={<Glyph path={mdiArrowUp} size={14} />} onClick={() => move(id, -1)} />
            <Button size="small" variant="minimal" disabled={at < 0 || at === known.length - 1} aria-label={t('later', { name })} title={t('later', { name })} icon={<Glyph path={mdiArrowDown} size={14} />} onClick={() => move(id, 1)} />
          </div>
        );
      })}
    </fieldset>
  );
}
