import type { StoredValue } from '../values/kind';
import type { EntityType, PropertyType } from './types';

/** Property that says what a person is in this case (suspect, victim, witness …), by whichever types have it: Directive 2016/680, art. 6. */
export const CATEGORY = 'category';
/** Property that says whether a person is a minor. */
export const MINOR = 'minor';
/** Says that nobody knows; gives way to any other. */
const UNKNOWN = 'unknown';

/** The property that holds the categories of entities of this type; undefined where it has none. */
export const categoryOf = (type: Pick<EntityType, 'properties'>): PropertyType | undefined => type.properties.find((property) => property.id === CATEGORY && property.kind === 'choice');

/** All categories that are said of an entity, in the order of its type's choices, then those that the type does not know. "Unknown" only where nothing else is said. */
export function categoriesIn(type: Pick<EntityType, 'properties'>, values: Readonly<Record<string, readonly StoredValue[]>>): readonly string[] {
  const property = categoryOf(type);
  if (property === undefined) return [];
  const order = Object.keys(property.choices ?? {});
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const said = [...new Set((values[CATEGORY] ?? []).map((value) => value.v.replace(/\s+/g, '-')).filter((code) => code !== ''))].toSorted((a, b) => place(a) - place(b));
  const known = said.filter((code) => code !== UNKNOWN);
  return known.length > 0 ? known : said;
}

/** Codes of the column that holds categories of an entity, separated by blanks. */
export const categoryCodes = (column: string): readonly string[] => column.split(' ').filter((code) => code !== '');
