import { Button } from '@blueprintjs/core';
import { mdiEyeOutline, mdiFilePdfBox } from '@mdi/js';
import { v7 as newId } from 'uuid';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../shared/model/drawing';
import { attempt } from '../../actions/execute';
import { advanceJob, endJob, startJob } from '../../actions/work';
import { useCase } from '../../case/queries';
import { appClient, listenApp } from '../../ipc/app';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { Preview } from './Preview';

/** Shows progress in the status bar while something is composed and printed. */
async function asJob<T>(key: string, title: string, run: (job: string) => Promise<T>): Promise<T | undefined> {
  const id = newId();
  startJob({ id, key, values: { title }, cancel: null });
  const stop = listenApp('app.progress', ({ job, done, total }) => {
    if (job === id) advanceJob(id, done, total);
  });
  try {
    return await attempt(() => run(id));
  } finally {
    stop();
    endJob(id);
  }
}

/** Preview and export of one briefing, and what was exported of it before. `prepare` saves what is still being typed. */
export function BriefingOutput({ briefing, prepare }: { briefing: BriefingRecord; prepare: () => Promise<BriefingRecord> }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const { data: releases = [] } = useCase('case.releases', {});
  const [busy, setBusy] = useState(false);
  const [pages, setPages] = useState<Uint8Array | null>(null);
  const own = releases.filter((release) => release.briefing === briefing.id);

  const preview = async (): Promise<void> => {
    setBusy(true);
    const printed = await asJob('briefing:composing', briefing.title, async () => appClient['app.previewBriefing']({ briefing: await prepare() }));
    setBusy(false);
    if (printed) setPages(printed.pdf);
  };
  const release = async (): Promise<void> => {
    setBusy(true);
    const done = await asJob('briefing:exporting', briefing.title, async (job) => appClient['app.exportBriefing']({ briefing: await prepare(), job }));
    setBusy(false);
    if (done) notify('briefing:exported', { file: done.name, count: done.pages }, 'success');
  };

  return (
    <section className="briefing-output">
      <div className="briefing-output__buttons">
        <Button text={t('preview')} disabled={busy} icon={<Glyph path={mdiEyeOutline} size={14} />} onClick={() => void preview()} />
        <Button intent="primary" text={t('export')} loading={busy} icon={<Glyph path={mdiFilePdfBox} size={14} />} onClick={() => void release()} />
      </div>
      {own.length > 0 ? (
        <ul className="briefing-output__releases" aria-label={t('releases')}>
          {own.map((each) => (
            <li key={each.id}>
              <span className="figures">{formatMoment(each.at, language)}</span> · <span dir="auto">{each.recipient === '' ? t('noRecipient') : each.recipient}</span> · {t('pages', { count: each.pages })}
              <div className="mono quiet clip" title={each.sha256}>SHA-256 {each.sha256}</div>
            </li>
          ))}
        </ul>
      ) : null}
      {pages ? <Preview pdf={pages} title={briefing.title} onClose={() => setPages(null)} /> : null}
    </section>
  );
}
