import { InputGroup } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Localised } from '../../../shared/values/kind';

/** A name in four languages, side by side; one is enough. */
export function LabelFields({ label, value, onChange }: { label: string; value: Localised; onChange: (value: Localised) => void }): ReactElement {
  const { t } = useTranslation('schemes');
  return (
    <fieldset className="labels">
      <legend>{label}</legend>
      {LANGUAGES.map((language) => <InputGroup key={language} size="small" value={value[language]} aria-label={`${label} (${t(`settings:languages.${language}`)})`} leftElement={<span className="labels__language">{language}</span>} onValueChange={(text) => onChange({ ...value, [language]: text })} maxLength={300} />)}
    </fieldset>
  );
}
