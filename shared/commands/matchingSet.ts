import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Key of the row that holds what the case says about matching. */
export const MATCHING_SETTINGS = 'matching';

/** Sets thresholds and learnt weights of the case; what is left out is as Knoop ships it. */
export const planMatchingSet = ({ reader }: PlanContext, args: CommandArguments<'matching.set'>): Plan => ({
  patch: { add: {}, retract: {}, images: [put(reader, 'setting', [MATCHING_SETTINGS], { key: MATCHING_SETTINGS, content: args })] },
  label: { thresholds: args.propose === undefined && args.hide === undefined ? 0 : 1, weights: args.weights === undefined ? 0 : 1 },
});
