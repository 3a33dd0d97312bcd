import { recipeSchema } from '../../../shared/mapping/recipe';
import type { Recipe } from '../../../shared/mapping/recipe';

const files = import.meta.glob<unknown>('../../../resources/sample/recipes/*.json', { eager: true, import: 'default' });

/** Recipes that come with Knoop: those of the sample case. Throws when one of them is not a recipe. */
export const SHIPPED_RECIPES: readonly Recipe[] = Object.values(files).map((content) => recipeSchema.parse(content));
