import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/contract';
import { recipeSchema, type Recipe } from '../../shared/mapping/recipe';

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
  const name = path.basename(file);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new Failure('fileNotFound', { file: name });
  if (found.size > LARGEST) throw new Failure('fileTooLarge', { file: name });
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('fileUnreadable', { file: name });
  });
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Failure('recipeInvalid', { file: name });
  }
  const parsed = recipeSchema.omit({ earlier: true }).safeParse(content);
  if (!parsed.success) throw new Failure('recipeInvalid', { file: name });
  return parsed.data;
}
