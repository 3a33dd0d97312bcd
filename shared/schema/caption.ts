import { BELGIAN_CONTEXT, type Language, type StoredValue } from '../values/kind';
import { formatProperty, parseProperty } from './choice';
import type { EntityType, PropertyType } from './types';

/** Values by property id; several where several hold or sources differ, the first being the one to show. */
export type ValuesByProperty = Readonly<Record<string, readonly StoredValue[]>>;

/** The two lines of an item's label. `key` is '' when there is none. */
export interface Caption {
  readonly caption: string;
  readonly key: string;
}

/** Captions and key lines that a case keeps are written in this language; captions hardly depend on it. */
export const CASE_LANGUAGE: Language = 'nl';

/** Signs of one value that a label takes. */
const LONGEST = 500;

/**
 * Makes an item's label by its type's rule. The first alternative of which all parts are known wins; failing all,
 * the first value that is known at all; failing that, ''. `type` should be a catalogue's, with inherited properties.
 */
export function captionOf(type: EntityType, values: ValuesByProperty, language: Language): Caption {
  const properties = new Map(type.properties.map((property) => [property.id, property]));
  const known = new Map<string, string>();
  const show = (id: string): string => {
    let text = known.get(id);
    if (text === undefined) known.set(id, (text = shown(properties.get(id), values[id]?.[0], language)));
    return text;
  };
  const rule = type.caption.find((parts) => parts.every((id) => show(id) !== ''));
  const fallback = type.properties.find((property) => show(property.id) !== '');
  const used = rule ?? (fallback === undefined ? [] : [fallback.id]);
  const caption = used.map(show).join(' ');
  // What the caption says already is no second line.
  const key = type.keyLine.find((id) => !used.includes(id) && show(id) !== '' && show(id) !== caption);
  return { caption, key: key === undefined ? '' : show(key) };
}

/**
 * A key line as a case keeps it, as a reader of a language writes it: dates, amounts and choices. It is read back as each property of the
 * type's key line; what does not read back to the very same text is left as it is.
 */
export function keyIn(type: EntityType, key: string, language: Language): string {
  if (key === '' || language === CASE_LANGUAGE) return key;
  for (const id of type.keyLine) {
    const property = type.properties.find((each) => each.id === id);
    const value = property && parseProperty(property, key, BELGIAN_CONTEXT);
    if (property && value && value.doubt === undefined && shown(property, value, CASE_LANGUAGE) === key) return shown(property, value, language);
  }
  return key;
}

function shown(property: PropertyType | undefined, value: StoredValue | undefined, language: Language): string {
  if (value === undefined) return '';
  const text = property === undefined ? value.v : formatProperty(property, value.v, language);
  // No label shows more, and every list and chart carries them.
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return short.replace(/\s*\n\s*/g, ' ');
}
