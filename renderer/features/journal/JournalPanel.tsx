import { Button } from '@blueprintjs/core';
import { mdiHistory, mdiShieldCheckOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, openCaseClient } from '../../actions/execute';
import { undoTo } from '../../actions/history';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { stepText } from '../../ui/stepText';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import type { JournalEntry } from '../../../shared/contract';
import './journal.css';

const PAGE = 200;

/** What was done in the case, newest first. Steps that are undone are grey; any step still done can be gone back to. */
export function JournalPanel(): ReactElement {
  const { t } = useTranslation('journal');
  const [limit, setLimit] = useState(PAGE);
  const { data = [] } = useCase('case.journal', { limit });
  const verify = async (): Promise<void> => {
    const result = await attempt(() => openCaseClient()['case.verifyJournal']({}));
    if (result) notify(result.ok ? 'journal:intact' : 'journal:broken', { count: result.entries, seq: result.brokenAt ?? 0 }, result.ok ? 'success' : 'danger');
  };
  return (
    <div className="panel">
      <div className="panel__head journal__head">
        <span className="quiet">{t('hint')}</span>
        <Button size="small" icon={<Glyph path={mdiShieldCheckOutline} size={14} />} text={t('verify')} onClick={() => void verify()} />
      </div>
      <div className="panel__body">
        {data.length === 0 ? <EmptyState icon={mdiHistory} title={t('empty')} hint={t('emptyHint')} /> : (
          <ol className="journal__list">{data.map((entry, index) => <Entry key={entry.seq} entry={entry} latest={index === 0} />)}</ol>
        )}
        {data.length >= limit && limit < 1000 ? <Button variant="minimal" fill text={t('older')} onClick={() => setLimit(Math.min(1000, limit + PAGE))} /> : null}
      </div>
    </div>
  );
}

function Entry({ entry, latest }: { entry: JournalEntry; latest: boolean }): ReactElement {
  const { t } = useTranslation('journal');
  const language = useLanguage();
  const types = useTypes();
  const text = stepText(t, entry, (type) => types.label(type, language));
  const back = async (): Promise<void> => {
    if (await confirm({ title: 'journal:backTitle', body: 'journal:backBody', action: 'journal:back', values: { step: text, seq: entry.seq } })) await undoTo(entry.seq);
  };
  return (
    <li className={`journal__entry ${entry.undone ? 'journal__entry--undone' : ''}`}>
      <span className="journal__seq figures">#{entry.seq}</span>
      <span className="journal__text">{text}{entry.undone ? <span className="quiet"> · {t('undone')}</span> : null}</span>
      <span className="journal__when quiet figures" title={entry.hash}>{formatMoment(entry.at, language)} · {entry.actor}</span>
      {entry.kind === 'do' && !entry.undone && !latest ? <Button size="small" variant="outlined" className="journal__back" text={t('back')} onClick={() => void back()} /> : null}
    </li>
  );
}
