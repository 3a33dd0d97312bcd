import { Button, ProgressBar, Tag } from '@blueprintjs/core';
import { mdiClose, mdiEyeOutline, mdiLockOpenVariantOutline, mdiLockOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clearFilters, useChartFilter } from '../actions/chartFilter';
import { useChartView } from '../actions/chartView';
import { useSelected } from '../actions/selected';
import { changeSession, useSession } from '../actions/session';
import { useWork, type Job } from '../actions/work';
import { useCase } from '../case/queries';
import { Glyph } from '../ui/Glyph';
import { formatCount, useLanguage } from '../ui/language';
import { IdentityChip } from './IdentityChip';

/** Counts, selection, work under way, lock state and head of the journal. */
export function StatusBar(): ReactElement {
  const { t } = useTranslation('app');
  const language = useLanguage();
  const { data } = useCase('case.info', {});
  const view = useChartView((state) => state.view);
  const { entities, lines } = useSelected();
  const zoom = useSession((state) => state.zoom);
  const jobs = useWork((state) => state.jobs);
  const kept = useChartFilter((state) => state.kept);
  const overdue = useCase('case.overdueReviews', {}).data?.count ?? 0;
  const count = (value: number): string => formatCount(value, language);
  const selected = entities.length + lines.length;
  return (
    <footer className="status-bar" aria-label={t('statusBar')}>
      <span>{t('inChart', { count: view?.entities.length ?? 0, shown: count(view?.entities.length ?? 0) })} · {t('linesInChart', { count: view?.lines.length ?? 0, shown: count(view?.lines.length ?? 0) })}</span>
      <span>{t('inCase', { entities: count(data?.counts.entities ?? 0), links: count(data?.counts.links ?? 0) })}</span>
      {kept === null ? null : <button type="button" className="link-button" title={t('evaluation:clearFilter')} onClick={clearFilters}>{t('evaluation:filtered', { shown: count(view?.entities.filter((each) => kept.has(each.id)).length ?? 0), total: count(view?.entities.length ?? 0) })}</button>}
      {selected > 0 ? <span>{t('selected', { count: selected })}</span> : null}
      <IdentityChip />
      <span className="status-bar__spring" />
      {overdue > 0 ? <button type="button" className="link-button status-bar__overdue" onClick={() => changeSession({ dialog: 'reviews' })}>{t('reviews:badge', { count: overdue })}</button> : null}
      {jobs.map((job) => <JobProgress key={job.id} job={job} />)}
      {data?.readOnly ? <Tag minimal intent="warning" icon={<Glyph path={mdiEyeOutline} size={13} />}>{t('readOnly')}</Tag> : null}
      <span className="status-bar__item"><Glyph path={data?.encrypted ? mdiLockOutline : mdiLockOpenVariantOutline} size={13} /> {t(data?.encrypted ? 'encrypted' : 'notEncrypted')}</span>
      {data ? <span title={data.head}>{t('journalHead', { seq: count(data.seq), head: `${data.head.slice(0, 4)}…${data.head.slice(-4)}` })}</span> : null}
      <span className="status-bar__zoom">{new Intl.NumberFormat(language, { style: 'percent' }).format(zoom)}</span>
    </footer>
  );
}

/** Seconds as minutes and seconds: "1:05". */
const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function JobProgress({ job }: { job: Job }): ReactElement {
  const { t } = useTranslation('app');
  return (
    <span className="status-bar__job" role="status">
      <span className="clip">{t(job.key, job.values)}</span>
      {job.pace?.left === undefined || job.pace.left === null ? null : <span className="figures">{t('timeLeft', { time: clockOf(job.pace.left) })}</span>}
      <ProgressBar intent="primary" animate={job.total === 0} stripes={job.total === 0} {...(job.total > 0 ? { value: job.done / job.total } : {})} />
      {job.cancel ? <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={12} />} aria-label={t('cancelJob')} title={t('cancelJob')} onClick={job.cancel} /> : null}
    </span>
  );
}
