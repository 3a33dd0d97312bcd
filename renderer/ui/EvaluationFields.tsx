import { Checkbox, FormGroup } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grading, Handling } from '../../shared/model/evaluation';
import type { Scheme } from '../../shared/schema/types';
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

/** Picks handling codes of one scheme; a note can be added where codes are chosen. */
export function HandlingFields({ schemes, first, value, onChange }: { schemes: readonly Scheme[]; first: string; value: readonly Handling[]; onChange: (handling: Handling[]) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const scheme = schemes.find((each) => each.id === (value[0]?.scheme ?? first)) ?? schemes[0];
  if (!scheme) return <p className="quiet">{t('noSchemes')}</p>;
  const toggle = (axis: string, code: string): void => {
    const there = value.some((each) => each.scheme === scheme.id && each.code === code);
    const rest = value.filter((each) => each.scheme === scheme.id && each.code !== code && (scheme.several !== false || (each.axis ?? axis) !== axis));
    onChange(there ? rest : [...rest, { scheme: scheme.id, axis, code }]);
  };
  const note = value.find((each) => each.note)?.note ?? '';
  return (
    <div className="evaluation evaluation--handling">
      <Picker label={t('handlingScheme')} value={scheme.id} options={schemes.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={(id) => onChange(id === scheme.id ? [...value] : [{ scheme: id, code: schemes.find((each) => each.id === id)?.axes[0]?.codes[0]?.code ?? '' }])} />
      {scheme.axes.map((axis) => (
        <FormGroup key={axis.id} label={axis.label[language]}>
          {axis.codes.map((code) => <Checkbox key={code.code} checked={value.some((each) => each.scheme === scheme.id && each.code === code.code)} label={`${code.code} · ${code.label[language]}`} onChange={() => toggle(axis.id, code.code)} />)}
        </FormGroup>
      ))}
      {value.length > 0 ? <TextField label={t('handlingNote')} value={note} onChange={(text) => onChange(value.map(({ note: _old, ...each }, index) => (index === 0 && text !== '' ? { ...each, note: text } : each)))} /> : null}
    </div>
  );
}
