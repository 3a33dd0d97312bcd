import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatValue, parseValue } from '../../shared/values';
import { BELGIAN_CONTEXT } from '../../shared/values/kind';
import { useLanguage } from './language';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that was typed, "2026-05-03", however people write it; empty while it is no day. */
function dayOf(text: string): string {
  const read = text.trim() === '' ? null : parseValue('date', text, BELGIAN_CONTEXT);
  return read !== null && DAY.test(read.v) && (read.doubt === undefined || read.doubt === 'ambiguousDate') ? read.v : '';
}

/** A field for one day, written as the reader's language writes it. `value` is "2026-05-03" or empty. */
export function DayField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation('kinds');
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(value === '' ? '' : formatValue('date', value, language));
  useEffect(() => { if (value === '') setText((typed) => (dayOf(typed) === '' ? typed : '')); }, [value]);
  const wrong = text.trim() !== '' && dayOf(text) === '';
  const type = (typed: string): void => {
    setText(typed);
    onChange(dayOf(typed));
  };
  return (
    <FormGroup label={label} labelFor={id} intent={wrong ? 'danger' : 'none'}>
      <InputGroup id={id} value={text} placeholder={t('example.date', { defaultValue: '' })} onValueChange={type} onBlur={() => { const day = dayOf(text); if (day !== '') setText(formatValue('date', day, language)); }} intent={wrong ? 'danger' : 'none'} autoComplete="off" spellCheck={false} />
    </FormGroup>
  );
}
