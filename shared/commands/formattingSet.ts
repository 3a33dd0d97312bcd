import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Key of the row that holds the rules by which charts of the case are drawn. */
export const FORMATTING_SETTINGS = 'formatting';

/** Sets all rules by which charts of the case are drawn, in their order. */
export const planFormattingSet = ({ reader }: PlanContext, { rules }: CommandArguments<'formatting.set'>): Plan => ({
  patch: { add: {}, retract: {}, images: [put(reader, 'setting', [FORMATTING_SETTINGS], { key: FORMATTING_SETTINGS, content: rules })] },
  label: { items: rules.length },
});
