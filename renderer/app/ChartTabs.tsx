import { mdiClose, mdiPlus } from '@mdi/js';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { newChart } from '../actions/addToChart';
import { execute } from '../actions/execute';
import { runActionById } from '../actions/registry';
import { changeSession, session, useSession } from '../actions/session';
import { useCase } from '../case/queries';
import { Glyph } from '../ui/Glyph';

/** The charts of the case as tabs. Double click or F2 renames; the cross deletes the drawing, after a question. */
export function ChartTabs(): ReactElement {
  const { t } = useTranslation('app');
  const chart = useSession((state) => state.chart);
  const { data = [] } = useCase('case.charts', {});
  const [renaming, setRenaming] = useState<string | null>(null);
  const go = (event: KeyboardEvent, step: number): void => {
    const at = data.findIndex((each) => each.id === session().chart);
    const next = data[(at + step + data.length) % data.length];
    if (next) changeSession({ chart: next.id });
    event.preventDefault();
  };
  const rename = async (id: string, name: string): Promise<void> => {
    setRenaming(null);
    const text = name.trim();
    if (text !== '' && text !== data.find((each) => each.id === id)?.name) await execute('chart.rename', { id, name: text });
  };
  return (
    <div className="chart-tabs">
      <div role="tablist" tabIndex={-1} aria-label={t('charts')} className="chart-tabs__list" onKeyDown={(event) => { if (renaming === null && event.key === 'ArrowRight') go(event, 1); else if (renaming === null && event.key === 'ArrowLeft') go(event, -1); }}>
        {data.map((each) => renaming === each.id ? (
          <input key={each.id} className="chart-tabs__name" autoFocus defaultValue={each.name} aria-label={t('chartNameLabel')} onFocus={(event) => event.currentTarget.select()} onBlur={(event) => void rename(each.id, event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') void rename(each.id, event.currentTarget.value); if (event.key === 'Escape') { event.stopPropagation(); setRenaming(null); } }} />
        ) : (
          <button key={each.id} type="button" role="tab" data-chart={each.id} aria-selected={each.id === chart} tabIndex={each.id === chart ? 0 : -1} className="chart-tabs__tab" onClick={() => changeSession({ chart: each.id })} onDoubleClick={() => setRenaming(each.id)}>{each.name}</button>
        ))}
      </div>
      {chart === null ? null : <button type="button" className="chart-tabs__button" title={t('deleteChart')} aria-label={t('deleteChart')} onClick={() => runActionById('chart.delete')}><Glyph path={mdiClose} size={14} /></button>}
      <button type="button" className="chart-tabs__button" title={t('newChart')} aria-label={t('newChart')} onClick={() => void newChart()}><Glyph path={mdiPlus} size={16} /></button>
    </div>
  );
}
