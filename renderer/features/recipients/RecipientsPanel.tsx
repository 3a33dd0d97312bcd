import { Button, Checkbox } from '@blueprintjs/core';
import { mdiAccountMultipleOutline, mdiAccountPlusOutline } from '@mdi/js';
import { v7 as newId } from 'uuid';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { execute } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { RecipientEditor } from './RecipientEditor';
import './recipients.css';

/** Those that briefings, exports and bundles go to, with what each may see. The chosen one is edited under the list. */
export function RecipientsPanel(): ReactElement {
  const { t } = useTranslation('recipients');
  const { data = [], isSuccess } = useCase('case.recipients', {});
  const [chosen, choose] = useState<string | null>(null);
  const [all, showAll] = useState(false);
  const listed = data.filter((each) => all || !each.retired);
  const shown = listed.find((each) => each.id === chosen) ?? listed[0];

  const create = async (): Promise<void> => {
    const recipient: RecipientRecord = { id: newId(), name: t('newName'), service: '', purpose: 'operational', language: null, rights: null, permissions: [], encryptionKey: null, signingKey: null, retired: false };
    if (await execute('recipient.put', recipient)) choose(recipient.id);
  };
  const button = <Button intent={data.length === 0 ? 'primary' : 'none'} size="small" icon={<Glyph path={mdiAccountPlusOutline} size={14} />} text={t('create')} onClick={() => void create()} />;
  if (!isSuccess) return <div className="panel" />;
  if (data.length === 0) return <EmptyState icon={mdiAccountMultipleOutline} title={t('empty')} hint={t('emptyHint')}>{button}</EmptyState>;
  return (
    <div className="panel">
      <div className="panel__head recipients__head">
        {button}
        {data.some((each) => each.retired) ? <Checkbox className="recipients__all" checked={all} label={t('showRetired')} onChange={(event) => showAll(event.currentTarget.checked)} /> : null}
      </div>
      <div className="panel__body">
        <ul className="recipients__list" aria-label={t('title')}>
          {listed.map((each) => (
            <li key={each.id} aria-current={each.id === shown?.id}>
              <button type="button" className="recipients__choose" onClick={() => choose(each.id)}>
                <span className="clip" dir="auto">{each.name}</span>
                <span className="quiet clip" dir="auto">{each.retired ? t('retired') : each.rights === null ? t('rightsUnset') : each.service}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown ? <RecipientEditor key={shown.id} record={shown} /> : null}
      </div>
    </div>
  );
}
