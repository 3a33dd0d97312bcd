import { Checkbox } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BRIEFING_TEMPLATES, type BriefingRecord } from '../../../shared/model/briefing';
import { IDENTITY_MODES } from '../../../shared/model/identity';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { LANGUAGES } from '../../../shared/values/kind';
import { runActionById } from '../../actions/registry';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { Picker, type PickerOption } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import type { BriefingDraft } from './useBriefingDraft';

const LINES = ['reference', 'author', 'service', 'copyNumber'] as const;
const LIMITS = { reference: 200, author: 200, service: 200, copyNumber: 50 } as const;
const OWN = 'own';

function useMarkings(): readonly PickerOption[] {
  const types = useTypes();
  const language = useLanguage();
  return types.schemes('marking').flatMap((scheme) => scheme.axes.flatMap((axis) => axis.codes.map(({ code, label }) => ({
    value: `${scheme.id}|${code}`, label: label[language] === scheme.label[language] ? label[language] : `${scheme.label[language]}: ${label[language]}`,
  }))));
}

/** What stands on the cover and rules the whole: title, recipient, language, and behind a line that opens, the rest. */
export function BriefingDetails({ briefing: { draft, type, save, set }, recipients }: { briefing: BriefingDraft; recipients: readonly RecipientRecord[] }): ReactElement {
  const { t } = useTranslation('briefing');
  const markings = useMarkings();
  const [open, setOpen] = useState(false);
  const offered = recipients.filter((each) => !each.retired || each.id === draft.recipient);
  const recipient = recipients.find((each) => each.id === draft.recipient);
  const gone = draft.recipient !== null && !recipient;
  const mark = (value: string): void => {
    const [scheme = '', code = ''] = value.split('|');
    set({ marking: { scheme, code } });
  };
  const choose = (value: string): void => {
    const next = recipients.find((each) => each.id === value);
    set({ recipient: next?.id ?? null, ...(next?.language ? { language: next.language } : {}) });
  };
  const languages = LANGUAGES.map((value) => ({ value, label: t(`settings:languages.${value}`) }));
  return (
    <section className="brief-details" aria-label={t('details')}>
      <TextField label={t('title')} value={draft.title} onChange={(title) => type({ title: title.slice(0, 300) })} onBlur={() => void save()} />
      <div className="fields-pair">
        <Picker label={t('recipient')} value={draft.recipient ?? OWN} warn={gone} options={[{ value: OWN, label: t('ownUse') }, ...(gone ? [{ value: draft.recipient ?? '', label: t('recipientGone'), disabled: true }] : []), ...offered.map(({ id, name, service }) => ({ value: id, label: service === '' || service === name ? name : `${name} · ${service}` }))]} onChange={choose} />
        <Picker label={t('language')} value={draft.language} options={languages} onChange={(value) => set({ language: LANGUAGES.find((each) => each === value) ?? draft.language })} />
      </div>
      <p className="brief-details__links">
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}><Glyph path={open ? mdiChevronDown : mdiChevronRight} size={14} />{t('details')}</button>
        <button type="button" className="link-button" onClick={() => runActionById('recipients.open')}>{t('toRecipients')}</button>
      </p>
      {recipient && recipient.rights === null ? <p className="brief-details__warning">{t('release:noRights')}</p> : null}
      {open ? (
        <>
          <div className="fields-pair">
            {LINES.map((field) => <TextField key={field} label={t(field)} value={draft[field]} onChange={(value) => type({ [field]: value.slice(0, LIMITS[field]) })} onBlur={() => void save()} />)}
            <Picker label={t('marking')} value={`${draft.marking.scheme}|${draft.marking.code}`} options={markings} onChange={mark} />
            <Picker label={t('template')} value={draft.template} options={BRIEFING_TEMPLATES.map((value) => ({ value, label: t(`templates.${value}`) }))} onChange={(value) => set({ template: BRIEFING_TEMPLATES.find((each) => each === value) ?? draft.template })} />
          </div>
          <Picker label={t('withheldLinks')} value={draft.withheldLinks} options={(['absent', 'stub'] as const satisfies readonly BriefingRecord['withheldLinks'][]).map((value) => ({ value, label: t(`withheldLinks.${value}`) }))} onChange={(value) => set({ withheldLinks: value === 'stub' ? 'stub' : 'absent' })} />
          <Picker label={t('identity')} value={draft.identity} options={IDENTITY_MODES.map((value) => ({ value, label: t(`identity.${value}`) }))} onChange={(value) => set({ identity: IDENTITY_MODES.find((each) => each === value) ?? draft.identity })} />
          <Checkbox label={t('originalBeside')} checked={draft.originalBeside} onChange={(event) => set({ originalBeside: event.currentTarget.checked })} />
        </>
      ) : null}
    </section>
  );
}
