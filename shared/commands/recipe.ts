import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

/** Stores an import mapping for the next file of its shape. */
export const planRecipePut = ({ reader }: PlanContext, args: CommandArguments<'recipe.put'>): Plan => ({
  patch: { add: {}, retract: {}, images: [put(reader, 'recipe', [args.id], args)] },
  label: { version: args.version },
});

/** Removes a recipe; nothing happens when it is gone already. */
export const planRecipeDelete = ({ reader }: PlanContext, { id }: CommandArguments<'recipe.delete'>): Plan => ({
  patch: { add: {}, retract: {}, images: reader.row('recipe', id) ? [remove(reader, 'recipe', [id])] : [] },
  label: {},
});
