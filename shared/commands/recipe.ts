import { nextRecipe } from '../mapping/recipe';
import type { Recipe } from '../mapping/recipe';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

/** Stores an import mapping for the next file of its shape. One that changes a stored recipe becomes its next version; what was there is kept in it. */
export const planRecipePut = ({ reader }: PlanContext, args: CommandArguments<'recipe.put'>): Plan => {
  const recipe = nextRecipe(reader.row('recipe', args.id) as Recipe | null, args);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'recipe', [args.id], recipe)] }, label: { version: recipe.version } };
};

/** Removes a recipe; nothing happens when it is gone already. */
export const planRecipeDelete = ({ reader }: PlanContext, { id }: CommandArguments<'recipe.delete'>): Plan => ({
  patch: { add: {}, retract: {}, images: reader.row('recipe', id) ? [remove(reader, 'recipe', [id])] : [] },
  label: {},
});
