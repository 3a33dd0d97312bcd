import { Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useContext, useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkMapping, Mapping } from '../../../shared/mapping/mapping';
import { SampleRows } from './sampleRows';

type Told = NonNullable<LinkMapping['when']>;

interface ConditionProps {
  readonly label: string;
  readonly none: string;
  readonly valuesLabel: string;
  readonly mapping: Mapping;
  readonly value: { readonly column: number; readonly values: readonly string[] } | undefined;
  readonly onChange: (value: Told | undefined) => void;
}

const MOST_OFFERED = 40;

/** A column and the texts in it that make the difference; the texts that occur in it are offered. */
function Condition({ label, none, valuesLabel, mapping, value, onChange }: ConditionProps): ReactElement {
  const { t } = useTranslation('import');
  const rows = useContext(SampleRows);
  const id = useId();
  const found = value === undefined ? [] : [...new Set(rows.map(({ cells }) => (cells[value.column] ?? '').trim()).filter((text) => text !== ''))].slice(0, MOST_OFFERED);
  const set = (text: string): void => {
    const values = text.split(';').map((each) => each.trim()).filter(Boolean);
    if (value && values.length > 0) onChange({ column: value.column, values });
  };
  return (
    <div className="condition">
      <label className="map-card__same">{label}
        <HTMLSelect aria-label={label} value={value ? String(value.column) : ''} options={[{ value: '', label: none }, ...mapping.headings.map((heading, column) => ({ value: String(column), label: heading || t('columnNumber', { number: column + 1 }) }))]} onChange={(event) => { const column = event.currentTarget.value; const sample = rows.map(({ cells }) => (cells[Number(column)] ?? '').trim()).find((text) => text !== '') ?? '?'; onChange(column === '' ? undefined : { column: Number(column), values: [sample] }); }} />
      </label>
      {value ? <InputGroup key={value.column} size="small" list={id} placeholder={valuesLabel} aria-label={`${label}: ${valuesLabel}`} defaultValue={value.values.join('; ')} onBlur={(event) => set(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') set(event.currentTarget.value); }} /> : null}
      {value ? <datalist id={id}>{found.map((text) => <option key={text} value={text}>{text}</option>)}</datalist> : null}
    </div>
  );
}

/** Of which rows a link holds, whether several rows tell of the same one, and what turns it round. */
export function LinkConditions({ link, directed, mapping, onLink }: { link: LinkMapping; directed: boolean; mapping: Mapping; onLink: (change: (old: LinkMapping) => LinkMapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const { when, unless, reverseWhen, once } = link;
  const setReverse = (next: LinkMapping['reverseWhen']): void => onLink(({ reverseWhen: _old, ...rest }) => (next === undefined ? rest : { ...rest, reverseWhen: next }));
  return (
    <details className="conditions" open={when !== undefined || unless !== undefined || reverseWhen !== undefined || once === true}>
      <summary>{t('conditions')}</summary>
      <Condition label={t('whenColumn')} none={t('whenAlways')} valuesLabel={t('conditionValues')} mapping={mapping} value={when} onChange={(next) => onLink(({ when: _old, ...rest }) => (next ? { ...rest, when: next } : rest))} />
      <Condition label={t('unlessColumn')} none={t('unlessNever')} valuesLabel={t('conditionValues')} mapping={mapping} value={unless} onChange={(next) => onLink(({ unless: _old, ...rest }) => (next ? { ...rest, unless: next } : rest))} />
      {directed ? (
        <>
          <Condition label={t('reverseColumn')} none={t('never')} valuesLabel={t('reverseValues')} mapping={mapping} value={reverseWhen === undefined ? undefined : { column: reverseWhen.column, values: reverseWhen.values }} onChange={(next) => setReverse(next && { ...next, negative: reverseWhen?.negative ?? false })} />
          {reverseWhen ? <Checkbox checked={reverseWhen.negative} label={t('reverseNegative')} onChange={(event) => setReverse({ ...reverseWhen, ...(event.currentTarget.checked && reverseWhen.values.length > 0 ? { values: [] } : {}), negative: event.currentTarget.checked })} /> : null}
        </>
      ) : null}
      <Checkbox checked={once === true} label={t('once')} onChange={(event) => { const { checked } = event.currentTarget; onLink(({ once: _old, ...rest }) => (checked ? { ...rest, once: true } : rest)); }} />
    </details>
  );
}
