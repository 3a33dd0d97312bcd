import { Button } from '@blueprintjs/core';
import { mdiBellCheckOutline, mdiCheck, mdiEmailOutline } from '@mdi/js';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../shared/contract/releasing';
import { attempt, openCaseClient } from '../../actions/execute';
import { askText } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { NoticeDialog } from './NoticeDialog';

/** Recipients of what was retracted since, those who were not told yet first. */
export function NoticesToGive({ notices }: { notices: readonly Notice[] }): ReactElement {
  const { t } = useTranslation('releases');
  if (notices.length === 0) return <EmptyState icon={mdiBellCheckOutline} title={t('noNotices')} hint={t('noNoticesHint')} />;
  const sorted = notices.toSorted((a, b) => Number(a.told !== null) - Number(b.told !== null));
  return <ul className="panel__body releases__notices">{sorted.map((notice) => <NoticeRow key={notice.release} notice={notice} />)}</ul>;
}

function NoticeRow({ notice }: { notice: Notice }): ReactElement {
  const { t } = useTranslation('releases');
  const language = useLanguage();
  const queries = useQueryClient();
  const [writing, setWriting] = useState(false);
  // What was erased has no name any more.
  const named = notice.examples.filter((each) => /[\p{L}\p{N}]/u.test(each));
  const told = async (): Promise<void> => {
    const how = await askText({ title: 'releases:toldTitle', body: 'releases:toldBody', action: 'releases:told', values: { recipient: notice.recipient }, input: { label: 'releases:toldHow', value: t('toldExample') } });
    if (how === null) return;
    await attempt(() => openCaseClient()['case.markTold']({ release: notice.release, how }));
    await queries.invalidateQueries({ queryKey: ['case'] });
  };
  return (
    <li>
      <strong className="clip" dir="auto">{notice.recipient === '' ? t('ownUse') : notice.recipient}</strong>
      <div className="quiet figures">{formatMoment(notice.at, language)} · {notice.format.toUpperCase()}</div>
      <div className="clip" dir="auto">{notice.title}</div>
      <div className="figures">{t('retracted', { count: notice.statements })}</div>
      {named.length > 0 ? <div className="quiet" dir="auto">{named.join(' · ')}</div> : null}
      {notice.told === null ? (
        <div className="releases__tools">
          <Button size="small" intent="primary" icon={<Glyph path={mdiEmailOutline} size={14} />} text={t('makeNotice')} onClick={() => setWriting(true)} />
          <Button size="small" icon={<Glyph path={mdiCheck} size={14} />} text={t('told')} onClick={() => void told()} />
        </div>
      ) : <div className="quiet figures">{t('toldAt', { at: formatMoment(notice.told, language) })}</div>}
      {writing ? <NoticeDialog notice={notice} onClose={() => setWriting(false)} /> : null}
    </li>
  );
}
