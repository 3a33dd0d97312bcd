import type { Language, StoredValue } from '../values/kind';
import { formatProperty } from './choice';
import type { EntityType, PropertyType } from './types';

/** Values by property id; several where several hold or sources differ, the first being the one to show. */
export type ValuesByProperty = Readonly<Record<string, readonly StoredValue[]>>;

/** The two lines of an item's label. `key` is '' when there is none. */
export interface Caption {
  readonly caption: string;
  readonly key: string;
}

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

function shown(property: PropertyType | undefined, value: StoredValue | undefined, language: Language): string {
  if (value === undefined) return '';
  const text = property === undefined ? value.v : formatProperty(property, value.v, language);
  return text.replace(/\s*\n\s*/g, ' ');
}
