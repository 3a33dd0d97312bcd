import { Button } from '@blueprintjs/core';
import { mdiGraphOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../actions/chartView';
import { usePast } from '../actions/past';
import { runActionById } from '../actions/registry';
import { showPanel, useSession } from '../actions/session';
import { useCase } from '../case/queries';
import { ArrangeBar } from '../features/arranging/ArrangeBar';
import { MovedStrip } from '../features/arranging/MovedStrip';
import { ChangesStrip } from '../features/snapshots/ChangesStrip';
import { FilterStrip } from '../features/selections/FilterStrip';
import { PastBanner } from '../features/time/PastBanner';
import { TimeBar } from '../features/time/TimeBar';
import { EmptyState } from '../ui/EmptyState';
import { CanvasTools } from './CanvasTools';
import { ChartCanvas } from './ChartCanvas';
import { ChartTabs } from './ChartTabs';
import { Legend } from './Legend';
import './chart.css';

/** The chart in front with its tabs, tools and legend; when it has nothing on it, what to do next. */
export function ChartPanel(): ReactElement {
  const { t } = useTranslation('app');
  const chart = useSession((state) => state.chart);
  const view = useChartView((state) => state.view);
  const past = usePast((state) => state.past !== null);
  const { data: info } = useCase('case.info', {});
  const nothing = chart === null || (!past && view !== null && view.entities.length + view.annotations.length === 0);
  const noData = info !== undefined && info.counts.entities === 0;
  return (
    <div className={`chart-panel ${past ? 'chart-panel--past' : ''}`}>
      <ChartTabs />
      <PastBanner />
      <FilterStrip />
      <ChangesStrip />
      <MovedStrip />
      <div className="chart-panel__area">
        {chart === null ? null : <ChartCanvas key={chart} chart={chart} />}
        {chart === null ? null : <CanvasTools />}
        <ArrangeBar />
        {nothing ? (
          <div className="chart-panel__empty">
            <EmptyState icon={mdiGraphOutline} title={t(noData ? 'emptyCase' : chart === null ? 'noCharts' : 'emptyChart')} hint={t(noData ? 'emptyCaseHint' : 'emptyChartHint')}>
              <div className="chart-panel__ways">
                {noData ? <Button intent="primary" text={t('importFiles')} onClick={() => runActionById('import.files')} /> : <Button intent="primary" text={t('openSearch')} onClick={() => showPanel('search')} />}
                {chart === null ? <Button text={t('newChart')} onClick={() => runActionById('chart.new')} /> : <Button text={t('drawFirst')} onClick={() => runActionById('draw.entity')} />}
              </div>
            </EmptyState>
          </div>
        ) : <Legend />}
      </div>
      <TimeBar />
    </div>
  );
}
