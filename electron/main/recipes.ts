import path from 'node:path';
import { Failure } from '../../shared/contract';
import { recipeSchema, type Recipe } from '../../shared/mapping/recipe';
import { readJsonFile } from './jsonFile';

/** A recipe with look-up lists of thousands of lines stays far below this. */
const LARGEST = 16 * 1024 * 1024;

/** Ending of the files in which recipes travel. */
export const RECIPE_ENDING = '.knoop-recipe.json';

/** A recipe as colleagues get it: without the versions that came before, which are this case's own history. */
export function recipeText(recipe: Recipe): string {
  const { earlier: _, ...alone } = recipeSchema.parse(recipe);
  return `${JSON.stringify(alone, null, 1)}\n`;
}

/** A recipe out of a file. It is data and is only checked, never run. Throws Failure fileNotFound, fileTooLarge, recipeInvalid. */
export async function readRecipe(file: string): Promise<Recipe> {
  const invalid = new Failure('recipeInvalid', { file: path.basename(file) });
  const parsed = recipeSchema.omit({ earlier: true }).safeParse(await readJsonFile(file, LARGEST, invalid));
  if (!parsed.success) throw invalid;
  return parsed.data;
}
