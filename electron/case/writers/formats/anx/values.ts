import type { Values } from '../../../../../shared/model/records';
import { formatProperty } from '../../../../../shared/schema/choice';
import { otherName } from '../../../../../shared/schema/otherProperty';
import type { PropertyType } from '../../../../../shared/schema/types';
import type { StoredValue } from '../../../../../shared/values/kind';
import type { Outgoing } from '../../outgoing';
import { chartMoment } from './moment';

/** Types of attribute classes. */
export type AttributeKind = 'AttText' | 'AttNumber' | 'AttFlag' | 'AttTime';

/** Values of one name of one item, on their way to one attribute: the program allows one per class and item. */
export interface ItemAttribute {
  readonly name: string;
  /** What the values could be written as; AttText always could. */
  readonly kind: AttributeKind;
  /** Written as `kind`. */
  readonly plain: string;
  /** Written as text, for people. */
  readonly text: string;
}

export interface ItemWords {
  readonly attributes: readonly ItemAttribute[];
  /** What is too long for an attribute: "Name: text", one after the other. */
  readonly description: string;
}

/** Of an attribute's text, of a label and of references. */
const SHORT = 250;
const LONG = 30_000;
const BETWEEN = '; ';
/** More figures than a number of the program keeps. */
const FIGURES = 15;

export const shortened = (text: string, longest = SHORT): string => {
  const line = text.trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A value as a person reads it. */
export function shown(property: PropertyType | undefined, { v, doubt }: StoredValue, { language }: Outgoing): string {
  return property === undefined || doubt !== undefined ? v : formatProperty(property, v, language);
}

/** A property as people call it. */
export const nameOf = (property: PropertyType | undefined, id: string, { language }: Outgoing): string => oneLine(property?.label[language] ?? otherName(id) ?? id);

function plainOf(property: PropertyType | undefined, { v, doubt }: StoredValue): { readonly kind: AttributeKind; readonly plain: string } | null {
  if (property === undefined || doubt !== undefined) return null;
  if (property.kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(v) && v.replace(/\D/g, '').length <= FIGURES) return { kind: 'AttNumber', plain: v };
  if (property.kind === 'flag' && (v === 'true' || v === 'false')) return { kind: 'AttFlag', plain: v };
  const moment = property.kind === 'date' ? chartMoment(v) : null;
  return moment === null || moment.universal || moment.approximate ? null : { kind: 'AttTime', plain: moment.text };
}

/** The names of an item's attributes, with what each could be written as. */
export function attributeKinds(type: string, values: Values, outgoing: Outgoing): ReadonlyMap<string, AttributeKind> {
  const kinds = new Map<string, AttributeKind>();
  for (const [id, said] of Object.entries(values)) {
    const property = outgoing.catalogue.property(type, id);
    const name = attributeName(property, id, outgoing);
    const [first, ...others] = said;
    kinds.set(name, kinds.has(name) || others.length > 0 || first === undefined ? 'AttText' : (plainOf(property, first)?.kind ?? 'AttText'));
  }
  return kinds;
}

const attributeName = (property: PropertyType | undefined, id: string, outgoing: Outgoing): string => shortened(nameOf(property, id, outgoing), 100);

/** The values of an item as attributes and, where they are long, as description. */
export function itemWords(type: string, values: Values, outgoing: Outgoing): ItemWords {
  const attributes = new Map<string, ItemAttribute>();
  const long: string[] = [];
  for (const [id, said] of Object.entries(values)) {
    const property = outgoing.catalogue.property(type, id);
    const name = attributeName(property, id, outgoing);
    for (const value of said) {
      const text = shown(property, value, outgoing).trim();
      if (text === '') continue;
      const held = attributes.get(name);
      const joined = held === undefined ? text : `${held.text}${BETWEEN}${text}`;
      if (joined.length > SHORT || /[\r\n]/.test(text)) long.push(`${name}: ${text}`);
      else attributes.set(name, held === undefined ? { name, text, ...(plainOf(property, value) ?? { kind: 'AttText', plain: text }) } : { name, text: joined, kind: 'AttText', plain: joined });
    }
  }
  return { attributes: [...attributes.values()], description: shortened(long.join('\n'), LONG) };
}
