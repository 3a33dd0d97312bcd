import { v7 as newId } from 'uuid';
import { nextRecipe, planFingerprint, type Recipe, type RecipeUse } from '../../../shared/mapping/recipe';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';

/** A recipe under a mapping that is being made. */
export interface UsedRecipe {
  readonly recipe: Recipe;
  /** Headings that it looks for and the file does not have. */
  readonly missing: readonly string[];
  readonly changed: boolean;
}

type Kinds = readonly { readonly of: string; readonly label: string }[];

/**
 * A recipe out of a mapping: the next version of the one that was used when it keeps its name, a new one otherwise. A shipped recipe is never changed: it
 * goes on as one of the case. `kinds` of a file of records.
 */
export function recipeFor(name: string, mapping: ImportPlan, used: Recipe | null, kinds: Kinds, shipped: boolean): Recipe {
  const put = { name, version: 1, fingerprint: planFingerprint(mapping, kinds), mapping };
  return used !== null && used.name === name && !shipped ? nextRecipe(used, { ...put, id: used.id }) : { ...put, id: newId() };
}

/** What an import says of the recipe that it used. */
export const recipeUse = (used: UsedRecipe | null): RecipeUse | null => (used === null ? null : { id: used.recipe.id, name: used.recipe.name, version: used.recipe.version, ...(used.changed ? { changed: true } : {}) });

/** A plan without what the file itself tells: how its bytes are read, and in which order its columns stand. */
const own = (plan: ImportPlan): unknown => (isRecordPlan(plan) ? { ...plan, encoding: null } : { ...plan, reading: null });

/** Whether a plan says something else than the one that it was made from. */
export const isChanged = (base: ImportPlan, plan: ImportPlan): boolean => JSON.stringify(own(base)) !== JSON.stringify(own(plan));
