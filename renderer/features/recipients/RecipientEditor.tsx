import { Button, Callout } from '@blueprintjs/core';
import { mdiAccountOffOutline, mdiAccountReactivateOutline, mdiCardAccountDetailsOutline, mdiEyeOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PURPOSES, type Purpose, type RecipientRecord } from '../../../shared/model/recipient';
import { LANGUAGES, type Language } from '../../../shared/values/kind';
import { attempt } from '../../actions/execute';
import { viewAs } from '../../actions/viewAs';
import { useCase } from '../../case/queries';
import { appClient } from '../../ipc/app';
import { Glyph } from '../../ui/Glyph';
import { notify } from '../../ui/notices';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import { PermissionList } from './PermissionList';
import { RightsFields } from './RightsFields';
import { useRecipientDraft } from './useRecipientDraft';

const UNSET = '';

/** One recipient: who it is, what it may see, whose permissions it has, and its keys for bundles. */
export function RecipientEditor({ record }: { record: RecipientRecord }): ReactElement {
  const { t } = useTranslation('recipients');
  const { draft, type, save, set } = useRecipientDraft(record);
  const { data: sources = [] } = useCase('case.sources', {});
  const services = [...new Set(sources.map((source) => source.supplier).filter((each) => each !== ''))].sort();
  const takeCard = async (): Promise<void> => {
    const card = await attempt(() => appClient['app.chooseCard']({}));
    if (!card) return;
    set({ encryptionKey: card.encryptionKey, signingKey: card.signingKey, ...(draft.service === '' ? { service: card.service } : {}) });
    notify('recipients:cardTaken', { service: card.service }, 'success');
  };
  return (
    <div className="recipient">
      <div className="recipient__tools">
        <Button intent="primary" size="small" icon={<Glyph path={mdiEyeOutline} size={14} />} text={t('viewAs')} disabled={draft.rights === null} onClick={() => void viewAs(draft)} />
        <Button size="small" icon={<Glyph path={draft.retired ? mdiAccountReactivateOutline : mdiAccountOffOutline} size={14} />} text={t(draft.retired ? 'reinstate' : 'retire')} onClick={() => set({ retired: !draft.retired })} />
      </div>
      {draft.rights === null ? <Callout compact intent="warning">{t('noRights')}</Callout> : null}
      <TextField label={t('name')} value={draft.name} onChange={(name) => type({ name: name.slice(0, 300) })} onBlur={save} />
      <TextField label={t('service')} hint={t('serviceHint')} value={draft.service} onChange={(service) => type({ service: service.slice(0, 500) })} onBlur={save} />
      <Picker label={t('purpose')} value={draft.purpose} options={PURPOSES.map((value) => ({ value, label: t(`release:purposes.${value}`) }))} onChange={(purpose) => set({ purpose: purpose as Purpose })} />
      <Picker label={t('language')} value={draft.language ?? UNSET} options={[{ value: UNSET, label: t('anyLanguage') }, ...LANGUAGES.map((value) => ({ value, label: t(`settings:languages.${value}`) }))]} onChange={(language) => set({ language: language === UNSET ? null : (language as Language) })} />
      <RightsFields rights={draft.rights} onChange={(rights) => set({ rights })} />
      <PermissionList permissions={draft.permissions} services={services} onChange={(permissions) => set({ permissions })} />
      <section className="recipient__part">
        <h3>{t('card')}</h3>
        <p className="quiet">{t(draft.encryptionKey === null ? 'noCard' : 'hasCard')}</p>
        {draft.encryptionKey === null ? null : <p className="mono quiet clip" title={draft.encryptionKey}>{draft.encryptionKey}</p>}
        <Button size="small" icon={<Glyph path={mdiCardAccountDetailsOutline} size={14} />} text={t('takeCard')} onClick={() => void takeCard()} />
      </section>
    </div>
  );
}
