import { Button } from '@blueprintjs/core';
import { mdiEyeOutline, mdiFilePdfBox } from '@mdi/js';
import { v7 as newId } from 'uuid';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { exportBriefing, previewBriefing, stopPrinting } from '../../actions/briefing';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { Preview } from './Preview';

/** Preview and export of one briefing, and what was exported of it before. `prepare` saves what is still being typed. */
export function BriefingOutput({ briefing, prepare }: { briefing: BriefingRecord; prepare: () => Promise<BriefingRecord> }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const { data: releases = [] } = useCase('case.releases', {});
  const [running, setRunning] = useState<string | null>(null);
  const [pages, setPages] = useState<Uint8Array | null>(null);
  const own = releases.filter((release) => release.briefing === briefing.id);
  const busy = running !== null;

  const printing = async <T,>(print: (job: string) => Promise<T>): Promise<T> => {
    const job = newId();
    setRunning(job);
    try {
      return await print(job);
    } finally {
      setRunning(null);
    }
  };
  const preview = async (): Promise<void> => setPages((await printing((job) => previewBriefing(job, briefing.title, prepare))) ?? null);
  const release = (): Promise<void> => printing((job) => exportBriefing(job, briefing.title, prepare));

  return (
    <section className="briefing-output">
      <div className="briefing-output__buttons">
        <Button text={t('preview')} disabled={busy} icon={<Glyph path={mdiEyeOutline} size={14} />} onClick={() => void preview()} />
        <Button intent="primary" text={t('export')} loading={busy} icon={<Glyph path={mdiFilePdfBox} size={14} />} onClick={() => void release()} />
        {running === null ? null : <Button variant="minimal" text={t('app:cancel')} onClick={() => stopPrinting(running)} />}
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
