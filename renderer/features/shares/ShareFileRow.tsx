import { Button } from '@blueprintjs/core';
import { mdiCompareHorizontal, mdiContentCopy, mdiDownloadOutline, mdiEyeOffOutline, mdiTrayArrowDown } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queueImport } from '../../actions/caseActions';
import { attempt, openCaseClient } from '../../actions/execute';
import { openSourceRow } from '../../actions/openSource';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, formatMoment, useLanguage } from '../../ui/language';
import type { ShareFileView } from '../../../shared/contract/sharing';

const TROUBLED: readonly ShareFileView['state'][] = ['unreadable', 'locked', 'noRoom', 'growing', 'tooLarge', 'empty'];
const FETCHED: readonly ShareFileView['state'][] = ['listed', 'tooLarge', 'unreadable', 'locked', 'noRoom'];

/** One file of a share: what it is, how far it has come, what the case knows of it, and what can be done. `share` is the share's name where there are several. */
export function ShareFileRow({ file, share }: { file: ShareFileView; share: string }): ReactElement {
  const { t } = useTranslation('shares');
  const language = useLanguage();
  const ask = { share: file.share, path: file.path };
  const take = async (versionOf: string | null): Promise<void> => {
    const taken = await attempt(() => openCaseClient()['case.takeShareFile'](ask));
    if (taken) queueImport([{ ...taken, ...(versionOf === null ? {} : { versionOf }) }]);
  };
  const { importedAs, earlier } = file;
  const waiting = file.kept && importedAs === null && !file.dismissed;
  const chip = importedAs !== null ? 'imported' : file.dismissed ? 'dismissed' : waiting ? (file.state === 'gone' ? 'keptGone' : 'new') : file.state;
  const hint = importedAs !== null ? '' : file.dismissed ? t('hint.dismissed') : waiting ? (earlier ? t(`earlier.${earlier.why}`, { title: earlier.title }) : file.state === 'gone' ? t('hint.keptGone') : '') : t(`hint.${file.state}`);
  const tone = waiting ? 'shares__chip--new' : TROUBLED.includes(file.state) && importedAs === null && !file.dismissed ? 'shares__chip--troubled' : '';
  return (
    <>
      <div className="shares__title">
        <strong className="clip" dir="auto" title={file.name}>{file.name}</strong>
        <span className={`chip ${tone}`}>{t(`state.${chip}`)}</span>
      </div>
      <div className="quiet clip figures" title={file.folder}>{[share, file.folder, formatBytes(file.bytes, language), formatMoment(file.modified, language)].filter(Boolean).map((part, at) => <span key={part} dir="auto">{at > 0 ? ' · ' : ''}{part}</span>)}</div>
      {importedAs ? <div className="shares__hint">{t('importedAs')} <button type="button" className="shares__source" onClick={() => openSourceRow(importedAs.id, 1)}>{importedAs.title}</button></div> : hint === '' ? null : <div className="shares__hint">{hint}</div>}
      {file.sameAs && !importedAs ? <div className="shares__hint"><Glyph path={mdiContentCopy} size={12} /> {t('sameAs', { path: file.sameAs })}</div> : null}
      <div className="shares__actions">
        {waiting ? <Button size="small" intent={earlier ? 'none' : 'primary'} variant="minimal" icon={<Glyph path={mdiTrayArrowDown} size={14} />} text={t('import')} onClick={() => void take(null)} /> : null}
        {waiting && earlier ? <Button size="small" intent="primary" variant="minimal" icon={<Glyph path={mdiCompareHorizontal} size={14} />} text={t('compare')} onClick={() => void take(earlier.id)} /> : null}
        {(file.dismissed && file.state !== 'gone') || (!file.kept && FETCHED.includes(file.state)) ? <Button size="small" variant="minimal" icon={<Glyph path={mdiDownloadOutline} size={14} />} text={t(file.dismissed ? 'fetchAgain' : 'fetch')} onClick={() => void attempt(() => openCaseClient()['case.fetchShareFile'](ask))} /> : null}
        {!file.dismissed && importedAs === null ? <Button size="small" variant="minimal" icon={<Glyph path={mdiEyeOffOutline} size={14} />} text={t('dismiss')} onClick={() => void attempt(() => openCaseClient()['case.dismissShareFile'](ask))} /> : null}
      </div>
    </>
  );
}
