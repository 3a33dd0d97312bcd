import { Button } from '@blueprintjs/core';
import { mdiDownloadOutline, mdiHistory, mdiShieldCheckOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DUTIES, type Duty } from '../../../shared/model/duty';
import { attempt, openCaseClient } from '../../actions/execute';
import { undoTo } from '../../actions/history';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { appClient } from '../../ipc/app';
import { Picker } from '../../ui/Picker';
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
  const [duty, setDuty] = useState<Duty | ''>('');
  const { data = [] } = useCase('case.journal', { limit, ...(duty === '' ? {} : { duty }) });
  const verify = async (): Promise<void> => {
    const result = await attempt(() => openCaseClient()['case.verifyJournal']({}));
    // A chain that lost its end is whole in itself: only the seal outside of the case tells.
    const seal = result?.ok === true ? await appClient['app.checkSeal']({}).catch(() => null) : null;
    if (seal !== null && seal.state !== 'none' && seal.state !== 'fits') notify(`journal:seal.${seal.state}`, { sealed: seal.sealed, entries: seal.entries }, 'danger');
    else if (result) notify(result.ok ? 'journal:intact' : 'journal:broken', { count: result.entries, seq: result.brokenAt ?? 0 }, result.ok ? 'success' : 'danger');
  };
  const save = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveJournal']({}));
    if (saved) notify('journal:saved', { file: saved.name, count: saved.entries }, 'success');
  };
  return (
    <div className="panel">
      <div className="panel__head journal__head">
        <span className="quiet journal__hint">{t('hint')}</span>
        <Button size="small" icon={<Glyph path={mdiShieldCheckOutline} size={14} />} text={t('verify')} onClick={() => void verify()} />
        <Button size="small" icon={<Glyph path={mdiDownloadOutline} size={14} />} text={t('save')} title={t('saveHint')} onClick={() => void save()} />
        <Picker label={t('duty')} value={duty} options={[{ value: '', label: t('duties.all') }, ...DUTIES.map((value) => ({ value, label: t(`duties.${value}`) }))]} onChange={(value) => { setDuty(DUTIES.find((each) => each === value) ?? ''); setLimit(PAGE); }} />
      </div>
      <div className="panel__body">
        {data.length === 0 ? <EmptyState icon={mdiHistory} title={t(duty === '' ? 'empty' : 'none')} hint={t(duty === '' ? 'emptyHint' : 'noneHint')} /> : (
          <ol className="journal__list">{data.map((entry, index) => <Entry key={entry.seq} entry={entry} latest={duty === '' && index === 0} />)}</ol>
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
      <span className="journal__text">{text}{entry.undone ? <span className="quiet"> · {t('undone')}</span> : null}{entry.text === undefined ? null : <span className="journal__words" dir="auto">{entry.text}</span>}</span>
      <span className="journal__when quiet figures" title={entry.hash}>{formatMoment(entry.at, language)}{typeof entry.label['because'] === 'number' ? ` · ${t('because', { seq: entry.label['because'] })}` : ''} · {entry.actor}</span>
      {entry.kind === 'do' && !entry.undone && !latest ? <Button size="small" variant="outlined" className="journal__back" text={t('back')} onClick={() => void back()} /> : null}
    </li>
  );
}
