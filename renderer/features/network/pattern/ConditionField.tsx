import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose } from '@mdi/js';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenGradings } from '../../../../shared/analysis/formatting';
import type { PatternCondition, PatternNode } from '../../../../shared/model/pattern';
import { categoryOf } from '../../../../shared/schema/category';
import type { PropertyType } from '../../../../shared/schema/types';
import type { ValueKindId } from '../../../../shared/values/kind';
import { useTypes, type Types } from '../../../case/types';
import { DayField } from '../../../ui/DayField';
import { FacetPicker } from '../../../ui/FacetPicker';
import { Glyph } from '../../../ui/Glyph';
import { useLanguage } from '../../../ui/language';

export type ConditionKind = PatternCondition['kind'];
export const CONDITION_KINDS: readonly ConditionKind[] = ['text', 'date', 'number', 'category', 'grading', 'handling', 'links'];
const NUMBERS: readonly ValueKindId[] = ['number', 'money', 'quantity', 'duration'];

/** Properties of a kind that who stands there may have, each once, by name. */
function propertiesFor(kind: ConditionKind, node: PatternNode, types: Types): readonly PropertyType[] {
  const wanted = types.catalogue.entityTypes.filter((type) => (node.types.length === 0 && node.families.length === 0) || node.types.some((each) => types.catalogue.isA(type.id, each)) || node.families.includes(type.family));
  const fits = ({ kind: of }: PropertyType): boolean => (kind === 'date' ? of === 'date' : kind === 'number' ? NUMBERS.includes(of) : of !== 'date' && !NUMBERS.includes(of));
  return [...new Map(wanted.flatMap((type) => type.properties).filter(fits).map((property) => [property.id, property])).values()];
}

/** A condition as it is first offered; null where nothing of its kind can be asked. */
export function freshCondition(kind: ConditionKind, node: PatternNode, types: Types): PatternCondition | null {
  const property = propertiesFor(kind, node, types)[0]?.id;
  if (kind === 'text') return { kind, property: null, test: 'contains', text: '' };
  if (kind === 'date') return property === undefined ? null : { kind, property, from: null, until: null };
  if (kind === 'number') return property === undefined ? null : { kind, property, least: null, most: null };
  if (kind === 'links') return { kind, least: 2 };
  if (kind === 'grading') {
    const [scheme] = types.schemes('grading');
    const [least] = scheme ? [...writtenGradings(scheme).keys()] : [];
    return scheme === undefined || least === undefined ? null : { kind, scheme: scheme.id, least };
  }
  if (kind === 'category') {
    const [code] = types.catalogue.entityTypes.flatMap((type) => Object.keys(categoryOf(type)?.choices ?? {}));
    return code === undefined ? null : { kind, codes: [code] };
  }
  const code = types.conditions()[0]?.axes[0]?.codes[0]?.code;
  return code === undefined ? null : { kind: 'handling', codes: [code] };
}

interface FieldProps<C> { readonly condition: C; readonly node: PatternNode; readonly onChange: (condition: PatternCondition) => void }
type Of<K extends ConditionKind> = Extract<PatternCondition, { kind: K }>;

function PropertyChoice({ kind, node, value, named, onChange }: { kind: ConditionKind; node: PatternNode; value: string | null; named?: boolean; onChange: (property: string | null) => void }): ReactElement {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  const options = useMemo(() => propertiesFor(kind, node, types).map(({ id, label }) => ({ value: id, label: label[language] })).toSorted((a, b) => a.label.localeCompare(b.label, language)), [kind, node, types, language]);
  return <HTMLSelect fill aria-label={t('property')} value={value ?? ''} options={named === true ? [{ value: '', label: t('name') }, ...options] : options} onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)} />;
}

function TextFields({ condition, node, onChange }: FieldProps<Of<'text'>>): ReactElement {
  const { t } = useTranslation('pattern');
  return (
    <>
      <PropertyChoice kind="text" node={node} value={condition.property} named onChange={(property) => onChange({ ...condition, property })} />
      <HTMLSelect aria-label={t('test')} value={condition.test} options={(['contains', 'equals'] as const).map((value) => ({ value, label: t(`test.${value}`) }))} onChange={(event) => onChange({ ...condition, test: event.currentTarget.value === 'equals' ? 'equals' : 'contains' })} />
      <InputGroup className="pattern__wide" aria-label={t('text')} value={condition.text} maxLength={300} dir="auto" onValueChange={(text) => onChange({ ...condition, text })} />
    </>
  );
}

function DateFields({ condition, node, onChange }: FieldProps<Of<'date'>>): ReactElement {
  const { t } = useTranslation('pattern');
  return (
    <>
      <div className="pattern__wide"><PropertyChoice kind="date" node={node} value={condition.property} onChange={(property) => { if (property !== null) onChange({ ...condition, property }); }} /></div>
      <DayField label={t('fromDay')} value={condition.from ?? ''} onChange={(day) => onChange({ ...condition, from: day === '' ? null : day })} />
      <DayField label={t('untilDay')} value={condition.until ?? ''} onChange={(day) => onChange({ ...condition, until: day === '' ? null : day })} />
    </>
  );
}

/** A number that may be absent. */
export function NumberInput({ label, value, least, onChange }: { label: string; value: number | null; least?: number; onChange: (value: number | null) => void }): ReactElement {
  return <InputGroup type="number" {...(least === undefined ? {} : { min: least })} aria-label={label} placeholder={label} defaultValue={value === null ? '' : String(value)} onValueChange={(text) => { const number = Number.parseFloat(text); onChange(Number.isFinite(number) && (least === undefined || number >= least) ? number : null); }} />;
}

function NumberFields({ condition, node, onChange }: FieldProps<Of<'number'>>): ReactElement {
  const { t } = useTranslation('pattern');
  return (
    <>
      <div className="pattern__wide"><PropertyChoice kind="number" node={node} value={condition.property} onChange={(property) => { if (property !== null) onChange({ ...condition, property }); }} /></div>
      <NumberInput label={t('least')} value={condition.least} onChange={(least) => onChange({ ...condition, least })} />
      <NumberInput label={t('most')} value={condition.most} onChange={(most) => onChange({ ...condition, most })} />
    </>
  );
}

function CodeFields({ condition, onChange }: FieldProps<Of<'category' | 'handling'>>): ReactElement {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  const options = condition.kind === 'category'
    ? types.catalogue.entityTypes.flatMap((type) => Object.entries(categoryOf(type)?.choices ?? {}).map(([value, label]) => ({ value, label: label[language] })))
    : types.conditions().flatMap((scheme) => scheme.axes.flatMap((axis) => axis.codes)).map((code) => ({ value: code.code, label: `${code.code} ${code.label[language]}` }));
  const once = [...new Map(options.map((option) => [option.value, option])).values()];
  const name = t(`condition.${condition.kind}`);
  return (
    <span className="pattern__wide pattern__codes">
      <FacetPicker size="small" label={name} active onClear={() => onChange({ ...condition, codes: condition.codes.slice(0, 1) })} facets={[{ id: condition.kind, label: name, options: once, chosen: condition.codes, onChange: (codes) => { if (codes.length > 0) onChange({ ...condition, codes }); } }]} />
      <span>{condition.codes.map((code) => once.find((each) => each.value === code)?.label ?? code).join(', ')}</span>
    </span>
  );
}

function GradingFields({ condition, onChange }: FieldProps<Of<'grading'>>): ReactElement {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  const schemes = types.schemes('grading');
  const written = (id: string): string[] => { const scheme = types.scheme(id); return scheme ? [...writtenGradings(scheme).keys()] : []; };
  return (
    <>
      <HTMLSelect fill aria-label={t('scheme')} value={condition.scheme} options={schemes.map((scheme) => ({ value: scheme.id, label: scheme.label[language] }))} onChange={(event) => { const scheme = event.currentTarget.value; onChange({ ...condition, scheme, least: written(scheme)[0] ?? condition.least }); }} />
      <HTMLSelect aria-label={t('condition.grading')} value={condition.least} options={written(condition.scheme)} onChange={(event) => onChange({ ...condition, least: event.currentTarget.value })} />
    </>
  );
}

const LinkFields = ({ condition, onChange }: FieldProps<Of<'links'>>): ReactElement => {
  const { t } = useTranslation('pattern');
  return <NumberInput label={t('least')} value={condition.least} least={1} onChange={(least) => { if (least !== null) onChange({ ...condition, least: Math.round(least) }); }} />;
};

const FIELDS: { readonly [K in ConditionKind]: (props: FieldProps<Of<K>>) => ReactElement } = { text: TextFields, date: DateFields, number: NumberFields, category: CodeFields as never, handling: CodeFields as never, grading: GradingFields, links: LinkFields };

/** One condition of an entity of a pattern, with a button that takes it away. */
export function ConditionField(props: FieldProps<PatternCondition> & { readonly onRemove: () => void }): ReactElement {
  const { t } = useTranslation('pattern');
  const Fields = FIELDS[props.condition.kind] as (props: FieldProps<PatternCondition>) => ReactElement;
  const name = t(`condition.${props.condition.kind}`);
  return (
    <fieldset className="pattern__condition">
      <legend>{name}</legend>
      <Fields condition={props.condition} node={props.node} onChange={props.onChange} />
      <Button size="small" variant="minimal" className="pattern__remove" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeCondition', { name })} title={t('removeCondition', { name })} onClick={props.onRemove} />
    </fieldset>
  );
}
