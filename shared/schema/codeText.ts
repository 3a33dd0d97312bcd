import type { Language } from '../values/kind';
import { categoryCodes, categoryOf } from './category';
import type { ChoiceMark, EntityType, Scheme, SchemeCode } from './types';

/** Longest code that a badge holds. */
const LONGEST = 7;

function markingCode(code: string, schemes: readonly Scheme[]): SchemeCode | undefined {
  const holds = (scheme: Scheme): SchemeCode | undefined => scheme.axes.flatMap((axis) => axis.codes).find((each) => each.code === code);
  // A code of a handling scheme is shown as it stands, also where a marking happens to be called the same.
  if (schemes.some((scheme) => scheme.use === 'handling' && holds(scheme))) return undefined;
  return schemes.map((scheme) => (scheme.use === 'marking' ? holds(scheme) : undefined)).find((each) => each !== undefined);
}

/** A handling or marking code as people read it: codes as they stand ("H2"), levels of a marking by their name. Empty for a level that marks nothing. */
export function codeText(code: string, schemes: readonly Scheme[], language: Language): string {
  const marking = markingCode(code, schemes);
  if (marking === undefined) return code;
  return marking.rank === 0 ? '' : marking.label[language];
}

/** The same in the few letters that a badge on a chart has room for: "AMBER+S", "BV". */
export function shortCode(code: string, schemes: readonly Scheme[], language: Language): string {
  const text = codeText(code, schemes, language);
  if (text === code) return code.slice(code.lastIndexOf(':') + 1).slice(0, LONGEST);
  const words = text.split(/[\s/]+/).filter((word) => word !== '');
  return words.length > 1 ? words.map((word) => word.slice(0, 1)).join('').slice(0, LONGEST).toUpperCase() : text.slice(0, 4).toUpperCase();
}

/** Names of an entity's categories, by the column that holds their codes. */
export function categoryNames(type: Pick<EntityType, 'properties'> | undefined, column: string, language: Language): readonly string[] {
  const choices = (type && categoryOf(type))?.choices ?? {};
  return categoryCodes(column).map((code) => choices[code]?.[language] ?? code);
}

export interface CategoryMark {
  readonly text: string;
  readonly form: ChoiceMark['form'];
}

/**
 * How charts mark an entity's categories: their letters, and a shape that those who have several categories of differing shape do not share with anyone
 * suspected, so that no victim or witness is ever drawn as a suspect. Null where its type marks none of them.
 */
export function categoryMark(type: Pick<EntityType, 'properties'> | undefined, column: string, language: Language): CategoryMark | null {
  const marks = (type && categoryOf(type))?.marks;
  if (marks === undefined) return null;
  const found = categoryCodes(column).flatMap((code) => marks[code] ?? []);
  const [first] = found;
  if (first === undefined) return null;
  return { text: found.map((mark) => mark.short[language]).join('·').slice(0, 8), form: found.every((mark) => mark.form === first.form) ? first.form : 'frame' };
}

