import { HTMLSelect, InputGroup } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition, ConditionId } from '../../../shared/model/formatting';
import { strengthSchema } from '../../../shared/model/strength';
import { DayField } from '../../ui/DayField';
import { useLanguage } from '../../ui/language';
import { categoryChoices } from './categoryChoices';
import { gradingsOf, type Offered } from './conditions';

interface FieldProps<C> {
  readonly condition: C;
  readonly offered: Offered;
  readonly lines: boolean;
  readonly onChange: (condition: Condition) => void;
}
type Field<K extends ConditionId> = (props: FieldProps<Extract<Condition, { of: K }>>) => ReactElement | null;

const nothing = (): null => null;

function Sense<V extends string>({ of, value, all, onChange }: { of: ConditionId; value: V; all: readonly V[]; onChange: (value: V) => void }): ReactElement {
  const { t } = useTranslation('formatting');
  return <HTMLSelect aria-label={t('sense')} value={value} options={all.map((each) => ({ value: each, label: t(`sense.${of}.${each}`) }))} onChange={(event) => { const next = all.find((each) => each === event.currentTarget.value); if (next) onChange(next); }} />;
}

const TypeField: Field<'type'> = ({ condition, offered, lines, onChange }) => {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const all = (lines ? offered.types.catalogue.linkTypes : offered.types.catalogue.entityTypes).map((each) => ({ value: each.id, label: each.label[language] })).toSorted((a, b) => a.label.localeCompare(b.label, language));
  return <HTMLSelect fill aria-label={t('condition.type')} value={condition.type} options={all} onChange={(event) => onChange({ of: 'type', type: event.currentTarget.value })} />;
};

const CategoryField: Field<'category'> = ({ condition, offered, onChange }) => {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  return <HTMLSelect fill aria-label={t('condition.category')} value={condition.code} options={[{ value: '', label: t('choose'), disabled: true }, ...categoryChoices(offered.types, language).map(({ code, name }) => ({ value: code, label: name }))]} onChange={(event) => onChange({ of: 'category', code: event.currentTarget.value })} />;
};

const GradingField: Field<'grading'> = ({ condition, offered, onChange }) => {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const scheme = offered.gradings.find((each) => each.id === condition.scheme);
  return (
    <>
      <Sense of="grading" value={condition.sense} all={['atLeast', 'worse', 'none']} onChange={(sense) => onChange({ ...condition, sense })} />
      {condition.sense === 'none' ? null : (
        <>
          <HTMLSelect aria-label={t('grade')} value={condition.text} options={gradingsOf(scheme)} onChange={(event) => onChange({ ...condition, text: event.currentTarget.value })} />
          {offered.gradings.length > 1 ? <HTMLSelect aria-label={t('scheme')} value={condition.scheme} options={offered.gradings.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={(event) => { const next = offered.gradings.find((each) => each.id === event.currentTarget.value); onChange({ ...condition, scheme: next?.id ?? '', text: gradingsOf(next)[0] ?? '' }); }} /> : null}
        </>
      )}
    </>
  );
};

const SEPARATOR = '\n';

const HandlingField: Field<'handling'> = ({ condition, offered, onChange }) => {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const change = (value: string): void => {
    const [scheme = '', code = ''] = value.split(SEPARATOR);
    onChange({ of: 'handling', scheme, code });
  };
  return (
    <HTMLSelect fill aria-label={t('condition.handling')} value={`${condition.scheme}${SEPARATOR}${condition.code}`} onChange={(event) => change(event.currentTarget.value)}>
      {offered.handlings.map((scheme) => (
        <optgroup key={scheme.id} label={scheme.label[language]}>
          {scheme.axes.flatMap((axis) => axis.codes).map((each) => <option key={each.code} value={`${scheme.id}${SEPARATOR}${each.code}`}>{each.label[language] === each.code ? each.code : `${each.code} ${each.label[language]}`}</option>)}
        </optgroup>
      ))}
    </HTMLSelect>
  );
};

function CountField({ condition, onChange }: FieldProps<Extract<Condition, { of: 'sources' | 'links' }>>): ReactElement {
  const { t } = useTranslation('formatting');
  const type = (text: string): void => { const than = Number.parseInt(text, 10); if (than >= 0) onChange({ ...condition, than }); };
  return (
    <>
      <Sense of={condition.of} value={condition.sense} all={['fewer', 'more']} onChange={(sense) => onChange({ ...condition, sense })} />
      <InputGroup className="rule-editor__number" type="number" min={0} aria-label={t('number')} defaultValue={String(condition.than)} onValueChange={type} />
    </>
  );
}

const DateField: Field<'date'> = ({ condition, onChange }) => {
  const { t } = useTranslation('formatting');
  return (
    <>
      <Sense of="date" value={condition.sense} all={['after', 'before']} onChange={(sense) => onChange({ ...condition, sense })} />
      <DayField label={t('day')} value={condition.day} onChange={(day) => onChange({ ...condition, day })} />
    </>
  );
};

const CaptionField: Field<'caption'> = ({ condition, onChange }) => {
  const { t } = useTranslation('formatting');
  return <InputGroup fill aria-label={t('condition.caption')} value={condition.text} maxLength={200} onValueChange={(text) => onChange({ of: 'caption', text })} />;
};

const StrengthField: Field<'strength'> = ({ condition, onChange }) => {
  const { t } = useTranslation('formatting');
  return <HTMLSelect fill aria-label={t('condition.strength')} value={condition.strength} options={strengthSchema.options.map((each) => ({ value: each, label: t(`canvas:strength.${each}`) }))} onChange={(event) => { const strength = strengthSchema.options.find((each) => each === event.currentTarget.value); if (strength) onChange({ of: 'strength', strength }); }} />;
};

const FIELDS: { readonly [K in ConditionId]: Field<K> } = {
  type: TypeField, category: CategoryField, grading: GradingField, handling: HandlingField, sources: CountField, links: CountField, contradicts: nothing, members: nothing, assessed: nothing, date: DateField, caption: CaptionField, strength: StrengthField,
};

/** What is asked for by a condition: the fields of its kind. */
export function ConditionFields(props: FieldProps<Condition>): ReactElement {
  const Fields = FIELDS[props.condition.of] as (props: FieldProps<Condition>) => ReactElement | null;
  return <Fields {...props} />;
}
