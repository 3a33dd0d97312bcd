import { Button } from '@blueprintjs/core';
import { mdiCameraOutline, mdiChevronDown, mdiChevronRight, mdiPencilOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../../actions/chartView';
import { useSession } from '../../actions/session';
import { renameSnapshot, takeSnapshot, type SnapshotView } from '../../actions/snapshots';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { Compared } from './Compared';
import './snapshots.css';

const NONE: readonly SnapshotView[] = [];

/** Snapshots of the chart in front: taken, named, and set beside the chart as it is now or as it was in another. */
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
      </div>
      <div className="panel__body">
        {snapshots.length === 0 ? <EmptyState icon={mdiCameraOutline} title={t('empty')} hint={t('emptyHint')} /> : (
          <ol className="snapshots__list">
            {snapshots.map((each) => (
              <li key={each.id} className="snapshot">
                <div className="snapshot__head">
                  <button type="button" className="snapshot__line" aria-expanded={open === each.id} onClick={() => setOpen(open === each.id ? null : each.id)}>
                    <Glyph path={open === each.id ? mdiChevronDown : mdiChevronRight} size={14} />
                    <span className="snapshot__words">
                      <span className="clip" dir="auto" title={each.name}>{each.name}</span>
                      <span className="clip quiet snapshot__who">{formatMoment(each.at, language)} · {each.actor} · {t('items', { count: each.items })}</span>
                    </span>
                  </button>
                  <Button size="small" variant="minimal" icon={<Glyph path={mdiPencilOutline} size={14} />} aria-label={t('renameOf', { name: each.name })} title={t('rename')} onClick={() => void renameSnapshot(each)} />
                </div>
                {open === each.id ? <Compared chart={chart} snapshot={each} others={snapshots.filter((other) => other.id !== each.id)} /> : null}
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
