import { Button, ProgressBar } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../../actions/work';
import { formatCount, useLanguage } from '../../ui/language';
import { paceText } from './paceText';

/** A file while it comes in: which step, how many rows, how fast, how long still; and the way to stop it. */
export function RunningImport({ unit }: { unit: 'row' | 'record' }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const job = useWork((state) => state.jobs.at(-1));
  return (
    <div className="import__wait">
      <p>{t('runningText')}</p>
      <ProgressBar intent="primary" {...(job && job.total > 0 ? { value: job.done / job.total, stripes: false } : {})} />
      <p className="figures quiet" role="status">
        {[job?.phase ? t(`phase.${job.phase}`) : '', job && job.rows > 0 ? t(unit === 'row' ? 'rowsDone' : 'recordsDone', { count: job.rows, rows: formatCount(job.rows, language) }) : '', paceText(t, job?.pace ?? null, unit, language)].filter(Boolean).join(' · ')}
      </p>
      {job?.cancel ? <Button text={t('app:cancel')} onClick={job.cancel} /> : null}
    </div>
  );
}
