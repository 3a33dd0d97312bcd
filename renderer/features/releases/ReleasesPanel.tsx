import { Button, Tab, Tabs } from '@blueprintjs/core';
import { mdiDownloadOutline, mdiExportVariant } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { appClient } from '../../ipc/app';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import type { ReleaseRecord } from '../../../shared/model/release';
import { NoticesToGive } from './NoticesToGive';
import { ReleaseDetails } from './ReleaseDetails';
import './releases.css';

/** Everything that left the case: when, to whom, why, on what basis; and whom to tell of what was retracted since. */
export function ReleasesPanel(): ReactElement {
  const { t } = useTranslation('releases');
  const { data: releases = [], isSuccess } = useCase('case.releases', {});
  const { data: notices = [] } = useCase('case.notices', {});
  const owed = notices.filter((each) => each.told === null).length;
  const saveAll = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveReleaseLog']({ release: null }));
    if (saved) notify('releases:logSaved', { file: saved.name, count: saved.releases }, 'success');
  };
  if (isSuccess && releases.length === 0) return <EmptyState icon={mdiExportVariant} title={t('empty')} hint={t('emptyHint')} />;
  return (
    <div className="panel releases">
      <div className="panel__head releases__head">
        <span className="quiet">{t('hint')}</span>
        <Button size="small" icon={<Glyph path={mdiDownloadOutline} size={14} />} text={t('saveLog')} onClick={() => void saveAll()} />
      </div>
      <Tabs id="releases" className="releases__tabs" renderActiveTabPanelOnly>
        <Tab id="log" title={<>{t('log')}<span className="figures releases__count">{releases.length}</span></>} panel={<ReleaseList releases={releases} />} />
        <Tab id="notices" title={<>{t('notices')}<span className={`figures releases__count ${owed > 0 ? 'releases__count--owed' : ''}`}>{owed}</span></>} panel={<NoticesToGive notices={notices} />} />
      </Tabs>
    </div>
  );
}

function ReleaseList({ releases }: { releases: readonly ReleaseRecord[] }): ReactElement {
  const { t } = useTranslation('releases');
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className="panel__body releases__list">
      {releases.map((release) => (
        <li key={release.id}>
          <button type="button" className="releases__row" aria-expanded={open === release.id} onClick={() => setOpen(open === release.id ? null : release.id)}>
            <span className="releases__what"><strong className="clip" dir="auto">{release.title === '' ? t(`kind.${release.kind}`) : release.title}</strong><span className="releases__format">{release.format.toUpperCase()}</span></span>
            <span className="clip" dir="auto">{release.recipient === '' ? t('ownUse') : release.recipient}</span>
            <span className="quiet figures">{formatMoment(release.at, language)}{release.by === '' ? '' : ` · ${release.by}`}</span>
          </button>
          {open === release.id ? <ReleaseDetails release={release} /> : null}
        </li>
      ))}
    </ul>
  );
}
