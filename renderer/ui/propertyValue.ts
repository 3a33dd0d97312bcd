import type { PropertyType } from '../../shared/schema/types';
import { formatValue, parseValue } from '../../shared/values';
import { BELGIAN_CONTEXT, type Language, type StoredValue } from '../../shared/values/kind';

/** A canonical value as a reader sees it; choices by their name, values of unknown properties as they are. */
export function shownValue(property: PropertyType | undefined, v: string, language: Language): string {
  if (!property) return v;
  return property.choices?.[v]?.[language] ?? formatValue(property.kind, v, language);
}

/** What was typed, as a value of its property; null for blank text. */
export function typedValue(property: PropertyType, text: string): StoredValue | null {
  return parseValue(property.kind, text, BELGIAN_CONTEXT);
}

/** Typed texts by property id, as the values of a statement. Lines of a many-valued property are values of their own. */
export function typedValues(properties: readonly PropertyType[], texts: Readonly<Record<string, string>>): Record<string, StoredValue[]> {
  const values: Record<string, StoredValue[]> = {};
  for (const property of properties) {
    const lines = property.many && property.kind !== 'longText' ? (texts[property.id] ?? '').split('\n') : [texts[property.id] ?? ''];
    const read = lines.flatMap((line) => typedValue(property, line) ?? []);
    if (read.length > 0) values[property.id] = read;
  }
  return values;
}
