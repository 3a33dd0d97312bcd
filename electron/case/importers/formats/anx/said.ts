import type { RecordPlan } from '../../../../../shared/mapping/recordPlan';
import { choiceCode, parseProperty } from '../../../../../shared/schema/choice';
import { foldHeading } from '../../../../../shared/schema/heading';
import { otherProperty } from '../../../../../shared/schema/otherProperty';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import type { EntityDraft, LinkDraft } from '../../records/draft';
import { childOf, childrenOf } from '../../records/elements';
import type { Element } from '../../records/elements';
import type { PropertyNames } from '../../records/named';
import { referred } from './definitions';
import type { Definitions } from './definitions';
import { numberOf } from './drawing';
import { momentOf } from './moment';
import { OWN_CLASS } from './ownItem';
import { textValue } from './plainText';

type Draft = EntityDraft | LinkDraft;

/** What saying things of an item needs to know. */
export interface Saying {
  readonly plan: RecordPlan;
  readonly catalogue: Catalogue;
  readonly definitions: Definitions;
  readonly names: PropertyNames;
}

/** Properties that hold when a thing happened; other dates of types (a foundation, a validity) are not what a chart's date means. */
const HAPPENED: ReadonlySet<string> = new Set(['start', 'date']);

/** Keeps a text under the file's own name, its line ends and rich text made plain. */
export function sayOther(draft: Draft, name: string, text: string | undefined): void {
  const value = textValue(text ?? '');
  const property = otherProperty(name);
  if (value !== null && property !== null) draft.keep(property, value);
}

/** Says a remark. */
export function sayNote(draft: Draft, catalogue: Catalogue, text: string | undefined): void {
  const value = textValue(text ?? '');
  const property = catalogue.property(draft.type, 'note') === undefined ? otherProperty('Description') : 'note';
  if (value !== null && property !== null) draft.keep(property, value);
}

/** Says when an item happened, by its type's date where it has one that means that. `own` false: the date is not the item's (a card's). */
export function sayMoment(draft: Draft, element: Element, { catalogue }: Saying, own: boolean): void {
  const { date, others } = momentOf(element);
  const start = (catalogue.entityType(draft.type) ?? catalogue.linkType(draft.type))?.dates?.start;
  if (date !== null) draft.keep(own && start !== undefined && HAPPENED.has(start) ? start : 'other:DateTime', date);
  for (const [name, text] of others) sayOther(draft, name, text);
}

/** Says where an item or card comes from. */
export function saySource(draft: Draft, { attributes }: Element): void {
  sayOther(draft, 'SourceReference', attributes.SourceReference);
  sayOther(draft, 'SourceType', attributes.SourceType);
}

function sayAttribute(draft: Draft, element: Element, { plan, definitions, names }: Saying): void {
  const { AttributeClassId: id, AttributeClass: named = id, AttributeClassReference: reference = id, Value: value = element.text } = element.attributes;
  const found = referred(definitions.attributeClasses, reference, named);
  const name = found?.name ?? named ?? reference ?? '';
  if (value.trim() === '') return;
  const property = names.find(draft.type, name);
  const type = found?.type ?? 'AttText';
  if (type === 'AttNumber' && numberOf(value) !== null) {
    const whole = `${found?.prefix ?? ''}${value}${found?.suffix ?? ''}`;
    // The program writes numbers with a point, whatever the rest of the file does; what stands before or behind them is their unit.
    const stored = property === undefined ? null : parseProperty(property, whole, { ...plan, decimal: '.' });
    if (property !== undefined && stored !== null) return void draft.keep(property.id, stored.doubt === undefined || whole === value ? stored : (parseProperty(property, value, { ...plan, decimal: '.' }) ?? stored));
    const other = otherProperty(name);
    if (other !== null) draft.keep(other, whole === value ? { v: value.trim() } : { v: whole.trim(), raw: value });
    return;
  }
  if (property === undefined) sayOther(draft, name, value);
  else if (property.kind === 'date') draft.keep(property.id, parseProperty(property, value.replace(/\.0+$/, ''), { ...plan, dateOrder: type === 'AttTime' ? 'ymd' : plan.dateOrder }) ?? { v: value.trim() });
  else draft.say(property.id, value);
}

/** Attributes of an item, also where other programs write them: straight on its link or entity. */
export const attributesOf = (item: Element): readonly Element[] =>
  [item, childOf(item, 'Link'), childOf(childOf(item, 'End'), 'Entity')].flatMap((holder) => [...childrenOf(holder, 'AttributeCollection').flatMap((collection) => childrenOf(collection, 'Attribute')), ...childrenOf(holder, 'Attribute')]);

/** Says the attributes of an item: by the property of its type that is called so, else under the class's name. */
export function sayAttributes(draft: Draft, item: Element, saying: Saying): number {
  const attributes = attributesOf(item).filter((attribute) => !saying.definitions.own || attribute.attributes.AttributeClass !== OWN_CLASS);
  for (const attribute of attributes) sayAttribute(draft, attribute, saying);
  return attributes.length;
}

/** Keeps the file's own name of a kind beside a type that is called otherwise ("Suspect" of a person), by a choice of the type where there is one. */
export function sayKind(draft: Draft, name: string, kind: string, catalogue: Catalogue): void {
  const type = catalogue.entityType(draft.type) ?? catalogue.linkType(draft.type);
  const folded = foldHeading(kind);
  if (type === undefined || folded === '') return;
  const own = [type.label, ...('plural' in type ? [type.plural] : [type.reverse])].flatMap((labels) => Object.values(labels));
  if (own.some((label) => foldHeading(label) === folded)) return;
  const choice = type.properties.find((property) => property.kind === 'choice' && choiceCode(property, kind) !== null);
  if (choice === undefined) sayOther(draft, name, kind);
  else draft.say(choice.id, kind);
}
