import type { Database } from 'better-sqlite3';
import { recipeSchema } from '../../../shared/mapping/recipe';
import type { Recipe } from '../../../shared/mapping/recipe';
import { SHIPPED_RECIPES } from './shippedRecipes';

/** Recipes for files with this fingerprint: the case's own, the latest first, then those that come with Knoop. */
export function recipesFor(db: Database, print: string): Recipe[] {
  const own = db.prepare<[string], string>('SELECT content FROM recipe WHERE fingerprint = ? ORDER BY id DESC').pluck().all(print).flatMap((content) => {
    const recipe = recipeSchema.safeParse(JSON.parse(content));
    return recipe.success ? [recipe.data] : [];
  });
  return [...own.sort((left, right) => right.version - left.version), ...SHIPPED_RECIPES.filter((recipe) => recipe.fingerprint === print)];
}
