import { Button } from '@blueprintjs/core';
import { mdiContentCopy, mdiFileCertificateOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { appClient } from '../../ipc/app';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, formatCount, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import type { ReleaseRecord } from '../../../shared/model/release';

/** Everything on record of one release, with its slip for whoever got it. */
export function ReleaseDetails({ release }: { release: ReleaseRecord }): ReactElement {
  const { t } = useTranslation('releases');
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  const save = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveReleaseLog']({ release: release.id }));
    if (saved) notify('releases:slipSaved', { file: saved.name }, 'success');
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(release.sha256);
    notify('releases:hashCopied');
  };
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('kindOf'), t(`kind.${release.kind}`)],
    [t('purpose'), t(`release:purposes.${release.purpose}`)],
    [t('reason'), release.reason],
    [t('basis'), release.basis],
    [t('marking'), release.marking],
    [t('copyNumber'), release.copyNumber],
    [t('expires'), release.expires ?? ''],
    [t('size'), [release.bytes > 0 ? formatBytes(release.bytes, language) : '', release.pages > 0 ? t('pages', { count: release.pages }) : ''].filter(Boolean).join(' · ')],
    [t('check'), t('checked', { searched: count(release.check.searched), withheld: count(release.check.withheld) })],
    [t('permissions'), release.permissions.length === 0 ? '' : count(release.permissions.length)],
    [t('journal'), `#${release.seq}`],
    ['SHA-256', release.sha256, 'mono'],
  ];
  return (
    <div className="releases__details">
      <dl>{facts.filter(([, value]) => value !== '').map(([name, value, look]) => <div key={name}><dt className="quiet">{name}</dt><dd className={look ?? ''} dir="auto">{value}</dd></div>)}</dl>
      <div className="releases__tools">
        <Button size="small" icon={<Glyph path={mdiFileCertificateOutline} size={14} />} text={t('saveSlip')} onClick={() => void save()} />
        <Button size="small" icon={<Glyph path={mdiContentCopy} size={14} />} text={t('copyHash')} onClick={() => void copy()} />
      </div>
    </div>
  );
}
