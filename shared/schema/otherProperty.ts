import type { PropertyType } from './types';

/**
 * Files say more than the types foresee (an attribute "Dossier", a column "Remark 2"). What has no property of its own is kept as a text
 * under the id "other:<name in the file>": any type may have it, several times, and it is shown under that name in every language.
 */
const OTHER = 'other:';
const LONGEST = 100;

/** Property id for what a file calls `name`; null when the name is blank. */
export function otherProperty(name: string): string | null {
  const trimmed = name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  return trimmed === '' ? null : `${OTHER}${trimmed}`;
}

/** The file's own name of such a property; null for properties that a type declares. */
export const otherName = (property: string): string | null => (property.startsWith(OTHER) ? property.slice(OTHER.length) : null);

/** The property as types declare theirs; undefined when `id` is not one of these. */
export function otherPropertyType(id: string): PropertyType | undefined {
  const name = otherName(id);
  return name === null || name === '' ? undefined : { id, kind: 'longText', label: { nl: name, fr: name, de: name, en: name }, many: true };
}
