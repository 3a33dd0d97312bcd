import { z } from 'zod';
import { itemStyleSchema } from './drawing';
import { idSchema } from './ids';
import { strengthSchema } from './strength';

/** Told apart by the colour-blind as well (Okabe and Ito 2008), the last one grey. */
export const PALETTE = { sky: '#56b4e9', orange: '#e69f00', green: '#009e73', yellow: '#f0e442', blue: '#0072b2', vermilion: '#d55e00', purple: '#cc79a7', grey: '#999999' } as const;

const than = z.number().int().min(0).max(1_000_000);
const compared = z.enum(['fewer', 'more']);

/** What a rule asks of one thing on a chart. What a thing does not have (the sources of a line, the strength of an entity) holds of none. */
export const conditionSchema = z.discriminatedUnion('of', [
  /** Of this type, or of one that extends it. */
  z.object({ of: z.literal('type'), type: z.string().min(1).max(64) }),
  z.object({ of: z.literal('category'), code: z.string().min(1).max(64) }),
  /** At least: as good as this on every axis; worse: on one axis worse; none: not graded. `text` is a grading of the scheme as it is written: "B2". */
  z.object({ of: z.literal('grading'), sense: z.enum(['atLeast', 'worse', 'none']), scheme: z.string().max(64), text: z.string().max(20) }),
  /** As strict as this code of the scheme, or stricter. */
  z.object({ of: z.literal('handling'), scheme: z.string().max(64), code: z.string().max(64) }),
  z.object({ of: z.literal('sources'), sense: compared, than }),
  /** Of an entity: its links in the case; of a line: the links that it stands for. */
  z.object({ of: z.literal('links'), sense: compared, than }),
  z.object({ of: z.literal('contradicts') }),
  z.object({ of: z.literal('members') }),
  z.object({ of: z.literal('assessed') }),
  /** After: some of its time may lie on or after the day; before: it began before the day. */
  z.object({ of: z.literal('date'), sense: z.enum(['after', 'before']), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.object({ of: z.literal('caption'), text: z.string().min(1).max(200) }),
  z.object({ of: z.literal('strength'), strength: strengthSchema }),
]);
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionId = Condition['of'];

export const RULE_TARGETS = ['entities', 'lines'] as const;
export type RuleTarget = (typeof RULE_TARGETS)[number];

/** What can be asked of each. */
export const CONDITIONS: Readonly<Record<RuleTarget, readonly ConditionId[]>> = {
  entities: ['type', 'category', 'grading', 'handling', 'sources', 'links', 'contradicts', 'members', 'assessed', 'date', 'caption'],
  lines: ['type', 'strength', 'grading', 'handling', 'links', 'assessed', 'date'],
};

/** How whatever a rule hits is drawn, on every chart of the case, in place of its own style. What is absent stays. */
export const effectSchema = itemStyleSchema.pick({ colour: true, size: true, width: true, line: true });
export type Effect = z.infer<typeof effectSchema>;

/** One rule of how things are drawn. All of its conditions must hold. */
export const formattingRuleSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(120),
  on: z.boolean(),
  target: z.enum(RULE_TARGETS),
  conditions: z.array(conditionSchema).min(1).max(6),
  effect: effectSchema,
  /** What it hits is not looked at by the rules below it. */
  stop: z.boolean(),
});
export type FormattingRule = z.infer<typeof formattingRuleSchema>;

/** Rules in their order: of two that set the same, the upper one wins. */
export const formattingRulesSchema = z.array(formattingRuleSchema).max(200);
