import { Button, Tag } from '@blueprintjs/core';
import { mdiClose, mdiFolderOutline, mdiLockOpenVariantOutline, mdiLockOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openCase, refreshRecent } from '../../actions/caseActions';
import { attempt } from '../../actions/execute';
import { useSession } from '../../actions/session';
import { appClient } from '../../ipc/app';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, formatMoment, useLanguage } from '../../ui/language';
import type { RecentCase } from '../../../shared/contract';

/** The cases that were open on this machine, latest first, with what tells them apart. */
export function RecentCases(): ReactElement {
  const { t } = useTranslation('start');
  const recent = useSession((state) => state.recent);
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">{t('recent')}</h2>
      {recent.length === 0 ? <EmptyState icon={mdiFolderOutline} title={t('noRecent')} hint={t('noRecentHint')} /> : (
        <table className="rows recent__table">
          <thead>
            <tr><th>{t('columnName')}</th><th>{t('columnFolder')}</th><th className="number">{t('columnSize')}</th><th>{t('columnChanged')}</th><th>{t('columnLock')}</th><th aria-label={t('forget')} /></tr>
          </thead>
          <tbody>{recent.map((each) => <RecentRow key={each.id} entry={each} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function RecentRow({ entry }: { entry: RecentCase }): ReactElement {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const usable = entry.state === 'ready';
  const forget = async (): Promise<void> => {
    await attempt(() => appClient['app.forgetCase']({ recent: entry.id }));
    await refreshRecent();
  };
  return (
    <tr>
      <td className="recent__name">
        <button type="button" className="link-button" disabled={!usable} onClick={() => void openCase({ recent: entry.id })}>{entry.name}</button>
        {usable ? null : <Tag minimal intent="warning">{t(`state.${entry.state}`)}</Tag>}
      </td>
      <td className="recent__folder" title={entry.folder}>{entry.folder}</td>
      <td className="number">{entry.bytes === null ? '' : formatBytes(entry.bytes, language)}</td>
      <td className="figures">{formatMoment(entry.lastChanged ?? entry.lastOpened, language)}</td>
      <td><span className="recent__lock"><Glyph path={entry.encrypted ? mdiLockOutline : mdiLockOpenVariantOutline} size={14} /> {t(entry.encrypted ? 'encrypted' : 'notEncrypted')}</span></td>
      <td><Button variant="minimal" size="small" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('forgetCase', { name: entry.name })} title={t('forget')} onClick={() => void forget()} /></td>
    </tr>
  );
}
