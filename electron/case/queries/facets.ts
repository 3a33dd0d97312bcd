import type { Facets } from '../../../shared/contract/facets';
import type { EntityView } from '../../../shared/contract/views';
import { categoryCodes } from '../../../shared/schema/category';

/** Condition on `entity e` for what facetsGiven gives; all of it is there, so that one prepared form serves every choice. */
export const IN_FACETS = `(@gradings IS NULL OR e.grading IN (SELECT value FROM json_each(@gradings))) AND (@handlings IS NULL OR e.handling IN (SELECT value FROM json_each(@handlings)))
  AND (@categories IS NULL OR EXISTS (SELECT 1 FROM json_each(@categories) wanted WHERE iif(wanted.value = '', e.category = '', instr(' ' || e.category || ' ', ' ' || wanted.value || ' ') > 0)))
  AND (@assessed IS NULL OR e.assessed = @assessed)`;

/** Parameters of IN_FACETS. */
export function facetsGiven({ gradings, handlings, categories, basis }: Facets = {}): Record<'gradings' | 'handlings' | 'categories', string | null> & { assessed: number | null } {
  const list = (texts: readonly string[] | undefined): string | null => (texts === undefined || texts.length === 0 ? null : JSON.stringify(texts));
  return { gradings: list(gradings), handlings: list(handlings), categories: list(categories), assessed: basis === undefined ? null : basis === 'assessment' ? 1 : 0 };
}

/** True when they narrow anything. */
export const narrows = (facets: Facets | undefined): boolean => Object.values(facetsGiven(facets)).some((value) => value !== null);

/** The same condition on a view: for what no row of its own holds, since it stands for several. */
export function hasFacets(view: EntityView, { gradings, handlings, categories, basis }: Facets = {}): boolean {
  const among = (texts: readonly string[] | undefined, has: (text: string) => boolean): boolean => texts === undefined || texts.length === 0 || texts.some(has);
  const codes = categoryCodes(view.category);
  return among(gradings, (text) => text === view.grading) && among(handlings, (text) => text === view.handling)
    && among(categories, (text) => (text === '' ? codes.length === 0 : codes.includes(text))) && (basis === undefined || (basis === 'assessment') === (view.assessed === true));
}
