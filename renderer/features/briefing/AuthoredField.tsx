import { FormGroup, TextArea } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthoredText } from '../../../shared/model/briefing';
import { isTranslation, MOST_TEXT, ownWords, textIn, withText } from './authored';
import { useEditing } from './editing';
import { oneLine } from './sentences/sentenceList';

interface AuthoredFieldProps {
  readonly label: string;
  readonly text: AuthoredText;
  readonly onType: (text: AuthoredText) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly onFocus?: () => void;
}

/** A line of text in the language that is written in now; with the author's own words above it where it is a translation. */
export function AuthoredField({ label, text, onType, hideLabel, placeholder, autoFocus, onFocus }: AuthoredFieldProps): ReactElement {
  const { t } = useTranslation('briefing');
  const { writing, edits } = useEditing();
  const id = useId();
  const translating = isTranslation(text, writing);
  return (
    <FormGroup label={hideLabel ? undefined : label} labelFor={id} className="authored">
      {translating ? <p className="authored__original quiet" lang={text.original} dir="auto" title={t(`settings:languages.${text.original}`)}>{ownWords(text)}</p> : null}
      <TextArea
        id={id} fill rows={1} maxLength={MOST_TEXT} className="grows" lang={writing} dir="auto" aria-label={hideLabel ? label : undefined} autoFocus={autoFocus}
        value={textIn(text, writing)} placeholder={translating ? t('notTranslated') : placeholder}
        onChange={(event) => onType(withText(text, writing, oneLine(event.currentTarget.value)))} onBlur={edits.save} onFocus={onFocus}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); edits.save(); } }}
      />
    </FormGroup>
  );
}
