import { Button } from '@blueprintjs/core';
import { mdiContentDuplicate, mdiDeleteOutline, mdiFileDocumentOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { copyBriefing } from '../../actions/briefing';
import { openBriefing } from '../../actions/briefingPlace';
import { execute } from '../../actions/execute';
import { Glyph } from '../../ui/Glyph';

/** The briefings of the case. Deleting one is a step that can be undone, so it is not asked about. */
export function BriefingList({ briefings, recipients }: { briefings: readonly BriefingRecord[]; recipients: readonly RecipientRecord[] }): ReactElement {
  const { t } = useTranslation('briefing');
  return (
    <ul className="briefing-list" aria-label={t('list')}>
      {briefings.map((briefing) => {
        const { id, title, recipient, template, language } = briefing;
        const forWhom = recipient === null ? t('ownUse') : (recipients.find((each) => each.id === recipient)?.name ?? t('recipientGone'));
        return (
          <li key={id}>
            <button type="button" className="briefing-list__choose" onClick={() => openBriefing(id)}>
              <Glyph path={mdiFileDocumentOutline} size={18} />
              <span className="briefing-list__text">
                <span className="clip" dir="auto">{title}</span>
                <span className="quiet clip" dir="auto">{[t(`templates.${template}`), forWhom, language.toUpperCase()].join(' · ')}</span>
              </span>
            </button>
            <Button size="small" variant="minimal" aria-label={t('copyNamed', { title })} title={t('copyNamed', { title })} icon={<Glyph path={mdiContentDuplicate} size={14} />} onClick={() => void copyBriefing(briefing, t('copyTitle', { title }))} />
            <Button size="small" variant="minimal" aria-label={t('delete', { title })} title={t('delete', { title })} icon={<Glyph path={mdiDeleteOutline} size={14} />} onClick={() => void execute('briefing.delete', { id })} />
          </li>
        );
      })}
    </ul>
  );
}
