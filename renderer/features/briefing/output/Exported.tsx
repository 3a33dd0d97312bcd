import { Button, DialogBody, DialogFooter } from '@blueprintjs/core';
import { mdiShieldCheckOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingExported } from '../../../actions/briefing';
import { Glyph } from '../../../ui/Glyph';
import { formatBytes, formatCount, useLanguage } from '../../../ui/language';

/** What was written, and what the search in it for withheld texts gave. */
export function Exported({ done, onClose }: { done: BriefingExported; onClose: () => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  return (
    <>
      <DialogBody>
        <dl className="exported">
          <dt>{t('file')}</dt><dd dir="auto">{done.name}</dd>
          <dt>{t('recipient')}</dt><dd dir="auto">{done.recipient === '' ? t('ownUse') : done.recipient}</dd>
          <dt>{t('size')}</dt><dd className="figures">{[done.pages > 0 ? t('pages', { count: done.pages }) : '', done.bytes > 0 ? formatBytes(done.bytes, language) : ''].filter(Boolean).join(' · ')}</dd>
          <dt>{t('check')}</dt><dd><Glyph path={mdiShieldCheckOutline} size={14} /> {t('checked', { count: done.check.searched, texts: formatCount(done.check.searched, language) })}</dd>
          <dt>SHA-256</dt><dd className="mono exported__hash">{done.sha256}</dd>
        </dl>
        <p className="quiet">{t('exportedHint')}</p>
      </DialogBody>
      <DialogFooter actions={<Button intent="primary" autoFocus text={t('close')} onClick={onClose} />} />
    </>
  );
}
