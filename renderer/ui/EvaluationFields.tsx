import { Checkbox, FormGroup, Tag } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grading, Handling } from '../../shared/model/evaluation';
import type { Scheme, SchemeCode } from '../../shared/schema/types';
import type { Language } from '../../shared/values/kind';
import { useLanguage } from './language';
import { Picker } from './Picker';
import { TextField } from './TextField';

/** Picks a grading: the scheme, and a code on each of its axes. Without a code on any axis there is no grading. */
export function GradingFields({ schemes, first, value, onChange }: { schemes: readonly Scheme[]; first: string; value: Grading | null; onChange: (grading: Grading | null) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const scheme = schemes.find((each) => each.id === (value?.scheme ?? first)) ?? schemes[0];
  if (!scheme) return <p className="quiet">{t('noSchemes')}</p>;
  const pick = (axis: string, code: string): void => {
    const codes = Object.fromEntries(Object.entries({ ...value?.codes, [axis]: code }).filter(([, each]) => each !== ''));
    onChange(Object.keys(codes).length === 0 ? null : { scheme: scheme.id, codes });
  };
  return (
    <div className="evaluation">
      <Picker label={t('gradingScheme')} value={scheme.id} options={schemes.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={(id) => onChange(id === scheme.id ? value : { scheme: id, codes: {} })} />
      {scheme.axes.map((axis) => (
        <Picker key={axis.id} label={axis.label[language]} value={value?.codes[axis.id] ?? ''} options={[{ value: '', label: t('none') }, ...axis.codes.map((code) => ({ value: code.code, label: `${code.code} · ${code.label[language]}` }))]} onChange={(code) => pick(axis.id, code)} />
      ))}
    </div>
  );
}

const findCode = (schemes: readonly Scheme[], { scheme, axis, code }: Handling): SchemeCode | undefined =>
  schemes.find((each) => each.id === scheme)?.axes.filter((each) => axis === undefined || each.id === axis).flatMap((each) => each.codes).find((each) => each.code === code);

/** Codes that ask for a note that is not there: what carries them is not to be saved yet. */
export const withoutNote = (handling: readonly Handling[], schemes: readonly Scheme[]): readonly Handling[] => handling.filter((each) => findCode(schemes, each)?.note === true && (each.note ?? '').trim() === '');

/** Levels of a marking go by their name alone, codes by code and meaning. */
const nameOf = (scheme: Scheme, code: SchemeCode, language: Language): string => (scheme.use === 'marking' ? code.label[language] : `${code.code} · ${code.label[language]}`);

/**
 * Picks codes of as many handling and marking schemes as hold: one scheme's codes are on show at a time, those chosen from others stay on top. A code that
 * asks for a note gets its field. Nothing is ever turned into a code of another scheme.
 */
export function HandlingFields({ schemes, first, value, onChange }: { schemes: readonly Scheme[]; first: string; value: readonly Handling[]; onChange: (handling: Handling[]) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const [shown, setShown] = useState(value[0]?.scheme ?? first);
  const scheme = schemes.find((each) => each.id === shown) ?? schemes[0];
  if (!scheme) return <p className="quiet">{t('noSchemes')}</p>;
  const isOn = (axis: string, code: string): boolean => value.some((each) => each.scheme === scheme.id && each.code === code && (each.axis ?? axis) === axis);
  const toggle = (axis: string, code: string): void => {
    const rest = value.filter((each) => each.scheme !== scheme.id || (each.axis ?? axis) !== axis || (scheme.several === true && each.code !== code));
    onChange(isOn(axis, code) ? [...rest] : [...rest, { scheme: scheme.id, axis, code }]);
  };
  const note = (of: Handling, text: string): void => onChange(value.map(({ note: old, ...each }) => (each.scheme === of.scheme && each.code === of.code && each.axis === of.axis ? { ...each, ...(text === '' ? {} : { note: text }) } : { ...each, ...(old === undefined ? {} : { note: old }) })));
  const others = value.filter((each) => each.scheme !== scheme.id);
  const noted = value.filter((each) => each.note !== undefined || findCode(schemes, each)?.note === true);
  const title = (each: Handling): string => {
    const of = schemes.find((candidate) => candidate.id === each.scheme);
    const code = findCode(schemes, each);
    return of === undefined || code === undefined ? each.code : of.use === 'marking' ? code.label[language] : each.code;
  };
  return (
    <div className="evaluation evaluation--handling">
      <Picker label={t('handlingScheme')} value={scheme.id} options={schemes.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={setShown} />
      {others.length > 0 ? (
        <div className="evaluation__others">
          <span className="quiet">{t('alsoHolds')}</span>
          {others.map((each) => <Tag key={`${each.scheme} ${each.axis ?? ''} ${each.code}`} minimal title={findCode(schemes, each)?.label[language] ?? t('unknownCode')} onRemove={() => onChange(value.filter((other) => other !== each))}>{title(each)}</Tag>)}
        </div>
      ) : null}
      {scheme.axes.map((axis) => (
        <FormGroup key={axis.id} label={axis.label[language]}>
          {axis.codes.map((code) => <Checkbox key={code.code} checked={isOn(axis.id, code.code)} label={nameOf(scheme, code, language)} onChange={() => toggle(axis.id, code.code)} />)}
        </FormGroup>
      ))}
      {noted.map((each) => <TextField key={`${each.scheme} ${each.axis ?? ''} ${each.code}`} label={t('noteOn', { code: title(each) })} value={each.note ?? ''} problem={withoutNote([each], schemes).length > 0 ? t('noteNeeded') : undefined} onChange={(text) => note(each, text)} />)}
    </div>
  );
}
