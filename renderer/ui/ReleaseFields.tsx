import { Callout, FormGroup, InputGroup } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import { PURPOSES, type Purpose, type RecipientRecord } from '../../shared/model/recipient';
import { Picker } from './Picker';
import { aboutFor, OWN_USE, releaseProblem } from './release';
import { TextField } from './TextField';
import './release.css';

const OWN = 'own';

interface ReleaseFieldsProps {
  readonly value: ReleaseAbout;
  readonly onChange: (about: ReleaseAbout) => void;
  /** Those of the case; retired ones are left out of the choice. */
  readonly recipients: readonly RecipientRecord[];
  /** The recipient was chosen elsewhere and is only shown. */
  readonly fixedRecipient?: boolean;
  /** Own use is no choice: a bundle always goes to somebody. */
  readonly needsRecipient?: boolean;
  /** What leaves is no copy that is used for some time: neither is asked. */
  readonly plain?: boolean;
  /** Leads to where recipients are kept. */
  readonly onRecipients?: () => void;
}

/** For whom, what for, why and on what basis something leaves the case: asked the same way before every release. */
export function ReleaseFields({ value, onChange, recipients, fixedRecipient, needsRecipient, plain, onRecipients }: ReleaseFieldsProps): ReactElement {
  const { t } = useTranslation('release');
  const day = useId();
  const offered = recipients.filter((each) => !each.retired || each.id === value.recipient);
  const outside = value.recipient !== null;
  const problem = releaseProblem(value, recipients);
  const choose = (id: string): void => {
    const recipient = recipients.find((each) => each.id === id);
    onChange(recipient === undefined ? { ...value, recipient: null, purpose: OWN_USE.purpose } : aboutFor(recipient, value));
  };
  const options = [
    ...(needsRecipient === true ? [{ value: OWN, label: t('choose'), disabled: true }] : [{ value: OWN, label: t('ownUse') }]),
    ...offered.map(({ id, name, service }) => ({ value: id, label: service === '' || service === name ? name : `${name} · ${service}` })),
  ];
  return (
    <div className="release-fields">
      <Picker label={t('recipient')} value={value.recipient ?? OWN} options={options} disabled={fixedRecipient} onChange={choose} />
      {outside ? <Picker label={t('purpose')} value={value.purpose} options={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purposes.${purpose}`) }))} onChange={(purpose) => onChange({ ...value, purpose: purpose as Purpose })} /> : null}
      {problem === 'noRights' ? <Callout compact intent="warning" className="release-fields__wide">{t('noRights')}{onRecipients ? <> <button type="button" className="link-button" onClick={onRecipients}>{t('toRecipients')}</button></> : null}</Callout> : null}
      {outside ? null : <p className="quiet release-fields__wide">{t(needsRecipient === true ? 'chooseHint' : 'ownUseHint')}{onRecipients ? <> <button type="button" className="link-button" onClick={onRecipients}>{t('toRecipients')}</button></> : null}</p>}
      <TextField label={t(outside ? 'reasonNeeded' : 'reason')} value={value.reason} onChange={(reason) => onChange({ ...value, reason: reason.slice(0, 2000) })} placeholder={t('reasonExample')} />
      <TextField label={t(outside ? 'basisNeeded' : 'basis')} value={value.basis} onChange={(basis) => onChange({ ...value, basis: basis.slice(0, 1000) })} placeholder={t('basisExample')} />
      {plain === true ? null : <TextField label={t('copyNumber')} value={value.copyNumber} onChange={(copyNumber) => onChange({ ...value, copyNumber: copyNumber.slice(0, 50) })} />}
      {plain === true ? null : <FormGroup label={t('expires')} labelFor={day}>
        <InputGroup id={day} type="date" value={value.expires ?? ''} onValueChange={(expires) => onChange({ ...value, expires: expires === '' ? null : expires })} />
      </FormGroup>}
    </div>
  );
}
