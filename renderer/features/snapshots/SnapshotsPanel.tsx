import { Button } from '@blueprintjs/core';
import { mdiCameraOutline, mdiPresentation } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../../actions/chartView';
import { showPanel, useSession } from '../../actions/session';
import { takeSnapshot, type SnapshotView } from '../../actions/snapshots';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { SnapshotRow } from './SnapshotRow';
import './snapshots.css';

const NONE: readonly SnapshotView[] = [];

/** Snapshots of the chart in front: taken, named, noted, made charts and slides of, and set beside the chart as it is now or as it was in another. */
export function SnapshotsPanel(): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const chart = useSession((state) => state.chart);
  const name = useChartView((state) => state.view?.chart.name ?? '');
  const { data: snapshots = NONE } = useCase('case.snapshotsOf', { chart: chart ?? '' }, chart !== null);
  const [open, setOpen] = useState<string | null>(null);
  if (chart === null) return <div className="panel"><EmptyState icon={mdiCameraOutline} title={t('noChart')} /></div>;
  return (
    <div className="panel snapshots">
      <div className="snapshots__head">
        <Button size="small" icon={<Glyph path={mdiCameraOutline} size={14} />} text={t('take')} onClick={() => void takeSnapshot(chart, `${name} ${formatMoment(new Date().toISOString(), language, 'day')}`)} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiPresentation} size={14} />} text={t('presentations')} onClick={() => showPanel('presentations')} />
      </div>
      <div className="panel__body">
        {snapshots.length === 0 ? <EmptyState icon={mdiCameraOutline} title={t('empty')} hint={t('emptyHint')} /> : (
          <ol className="snapshots__list">
            {snapshots.map((each) => <SnapshotRow key={each.id} chart={chart} snapshot={each} others={snapshots.filter((other) => other.id !== each.id)} open={open === each.id} onToggle={() => setOpen(open === each.id ? null : each.id)} />)}
          </ol>
        )}
      </div>
    </div>
  );
}
