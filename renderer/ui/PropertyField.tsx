import { FormGroup, HTMLSelect, InputGroup, TextArea } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PropertyType } from '../../shared/schema/types';
import { useLanguage } from './language';
import { shownValue, typedValue } from './propertyValue';

/** A field for one property, checked by its kind while one types. A doubtful value is accepted, and says so. */
export function PropertyField({ property, text, onChange, autoFocus }: { property: PropertyType; text: string; onChange: (text: string) => void; autoFocus?: boolean }): ReactElement {
  const { t } = useTranslation('kinds');
  const language = useLanguage();
  const id = useId();
  const choices = property.choices ?? (property.kind === 'gender' ? { m: null, f: null, x: null } : property.kind === 'flag' ? { true: null, false: null } : null);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = choices ? [] : lines.flatMap((line) => typedValue(property, line) ?? []);
  const doubt = read.find((value) => value.doubt)?.doubt;
  const understood = read.filter((value) => !value.doubt && value.raw !== undefined).map((value) => shownValue(property, value.v, language));
  const helper = doubt ? t(`doubt.${doubt}`) : understood.length > 0 ? t('readAs', { value: understood.join(' · ') }) : undefined;
  const common = { id, dir: 'auto', spellCheck: false, autoFocus, intent: doubt ? 'warning' : 'none' } as const;
  return (
    <FormGroup label={property.label[language]} labelFor={id} helperText={helper} intent={doubt ? 'warning' : 'none'}>
      {choices ? (
        <HTMLSelect id={id} fill value={text} onChange={(event) => onChange(event.currentTarget.value)} options={[{ value: '', label: t('notSaid') }, ...Object.keys(choices).map((value) => ({ value, label: shownValue(property, value, language) }))]} />
      ) : property.kind === 'longText' || (property.many && lines.length > 1) ? (
        <TextArea {...common} fill rows={3} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <InputGroup {...common} value={text} onValueChange={onChange} placeholder={t(`example.${property.kind}`, { defaultValue: '' })} autoComplete="off" />
      )}
    </FormGroup>
  );
}
