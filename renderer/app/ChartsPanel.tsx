import { Button } from '@blueprintjs/core';
import { mdiGraphOutline, mdiPlus } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { newChart } from '../actions/addToChart';
import { changeSession, useSession } from '../actions/session';
import { useCase } from '../case/queries';
import { EmptyState } from '../ui/EmptyState';
import { Glyph } from '../ui/Glyph';

/** All charts of the case with the number of things on each. */
export function ChartsPanel(): ReactElement {
  const { t } = useTranslation('app');
  const chart = useSession((state) => state.chart);
  const { data = [] } = useCase('case.charts', {});
  if (data.length === 0) {
    return <EmptyState icon={mdiGraphOutline} title={t('noCharts')} hint={t('noChartsHint')}><Button intent="primary" icon={<Glyph path={mdiPlus} />} text={t('newChart')} onClick={() => void newChart()} /></EmptyState>;
  }
  return (
    <div className="panel">
      <ul className="panel__body charts-panel">
        {data.map((each) => (
          <li key={each.id}><button type="button" className="charts-panel__chart" aria-current={each.id === chart} onClick={() => changeSession({ chart: each.id })}><Glyph path={mdiGraphOutline} /><span className="clip">{each.name}</span><span className="quiet figures">{t('items', { count: each.items })}</span></button></li>
        ))}
      </ul>
      <div className="inspector__foot"><Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('newChart')} onClick={() => void newChart()} /></div>
    </div>
  );
}
