import { FormGroup, TextArea } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/DayField';
import { TextField } from '../../ui/TextField';

/** What people say of a list. */
export interface About {
  readonly name: string;
  readonly owner: string;
  readonly instruction: string;
  /** "2027-03-01", or empty: until it is removed. */
  readonly expires: string;
}

/** Name, who keeps the list, what is to be done on a hit, and until when it holds. */
export function AboutFields({ about, onChange }: { about: About; onChange: (about: About) => void }): ReactElement {
  const { t } = useTranslation('watch');
  return (
    <div className="watch-about">
      <TextField label={t('name')} value={about.name} onChange={(name) => onChange({ ...about, name: name.slice(0, 200) })} />
      <TextField label={t('owner')} value={about.owner} onChange={(owner) => onChange({ ...about, owner: owner.slice(0, 300) })} />
      <FormGroup label={t('instruction')} labelFor="watch-instruction" className="watch-about__wide"><TextArea id="watch-instruction" fill rows={2} maxLength={2000} dir="auto" placeholder={t('instructionPlaceholder')} value={about.instruction} onChange={(event) => onChange({ ...about, instruction: event.currentTarget.value })} /></FormGroup>
      <DayField label={t('expires')} value={about.expires} onChange={(expires) => onChange({ ...about, expires })} />
    </div>
  );
}
