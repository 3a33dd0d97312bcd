import { z } from 'zod';
import { basisSchema, gradingSchema, handlingSchema } from '../model/evaluation';
import { leaveSchema } from '../model/evaluationChange';
import { annotationRecordSchema, caseSettingsSchema, chartGroupRecordSchema, chartOptionsSchema, itemStyleSchema, presentationRecordSchema } from '../model/drawing';
import { briefingRecordSchema } from '../model/briefing';
import { recipientRecordSchema } from '../model/recipient';
import { releaseRecordSchema } from '../model/release';
import { matchingSettingsSchema, watchListSchema, watchVerdictSchema } from '../model/identity';
import { formattingRulesSchema } from '../model/formatting';
import { keptSelectionSchema } from '../model/keptSelection';
import { keptPatternSchema } from '../model/pattern';
import { idSchema, subjectKindSchema } from '../model/ids';
import { JUDGEMENTS, locatorSchema, valuesSchema } from '../model/records';
import { recipeSchema } from '../mapping/recipe';
import { entityTypeSchema, linkTypeSchema, schemeSchema } from '../schema/check';

const point = { x: z.number(), y: z.number() };
const ids = z.array(idSchema).min(1).max(200_000);
const codes = z.array(handlingSchema).max(50);

/** Evaluation of a statement that is entered by hand. */
const said = {
  /** Source that says it; absent: the entry source of the person at the keyboard, made when needed. */
  source: idSchema.optional(),
  locator: locatorSchema.optional(),
  grading: gradingSchema.nullable(),
  handling: z.array(handlingSchema),
  basis: basisSchema,
};

/**
 * All that can change a case, with the arguments of each: the one list that the validator, the page's actions and the plans share.
 * Ids of new things are made by the caller (UUIDv7), so that a gesture can refer to what it has just made.
 */
export const commandArguments = {
  'entity.create': z.object({ id: idSchema, type: z.string().max(64), values: valuesSchema, ...said, place: z.object({ chart: idSchema, ...point }).optional() }),
  'link.create': z.object({ id: idSchema, type: z.string().max(64), from: idSchema, to: idSchema, values: z.union([valuesSchema, z.object({})]), ...said }),
  'statement.add': z.object({ id: idSchema, subject: idSchema, subjectKind: subjectKindSchema, values: valuesSchema, ...said }),
  /** Retracts one statement and adds its correction in one step. */
  'statement.correct': z.object({ id: idSchema, replaces: idSchema, values: valuesSchema, grading: gradingSchema.nullable(), handling: z.array(handlingSchema), basis: basisSchema, /** Leave of the originator, where the correction lowers its codes. */ permission: leaveSchema.nullable().optional() }),
  'statement.retract': z.object({ ids }),
  /** Corrects and adds what is said of entities, all in one step: `replaces` null says something more, `values` null takes a statement back. Evaluations stay as they are. */
  'values.change': z.object({ changes: z.array(z.object({ id: idSchema, subject: idSchema, replaces: idSchema.nullable(), values: valuesSchema.nullable() })).min(1).max(50_000) }),
  /**
   * Takes what a document mentions into the case: each item becomes a statement of `source` on that page, about the known entity `entity` (type null) or about
   * a new one of this type.
   */
  'mentions.accept': z.object({
    ...said,
    source: idSchema,
    items: z.array(z.object({ entity: idSchema, type: z.string().max(64).nullable(), values: valuesSchema, page: z.number().int().positive() })).min(1).max(10_000),
  }).omit({ locator: true }),
  /** Remembers of a document which mentions were turned down, by their keys; or, with `dismissed` false, forgets it. */
  'mentions.dismiss': z.object({ source: idSchema, keys: z.array(z.string().min(1).max(40)).min(1).max(10_000), dismissed: z.boolean() }),
  /** Retracts entities and links with all that was said of them; links that lose an end go as well. */
  'subject.delete': z.object({ entities: z.array(idSchema).max(200_000), links: z.array(idSchema).max(200_000) }),
  /** Retracts a source with everything that it alone says. */
  'source.retract': z.object({ id: idSchema }),
  /** Grades and handles statements, all that is said of subjects, or a whole source. What is absent stays as it is. `id`: of the note on why. */
  'statements.evaluate': z.object({
    id: idSchema,
    targets: z.object({ statements: ids.optional(), subjects: ids.optional(), source: idSchema.optional() }),
    /** Of a source: also those of its statements that have codes of their own. */
    own: z.boolean().default(false),
    grading: gradingSchema.nullable().optional(),
    handling: z.object({ add: codes.default([]), remove: codes.default([]), set: codes.optional() }).optional(),
    basis: basisSchema.optional(),
    reason: z.string().max(2000),
    permission: leaveSchema.nullable().optional(),
  }),
  /** Day on which sources must be looked at again; null: the case's usual term. */
  'review.set': z.object({ sources: z.array(idSchema).min(1).max(50_000), due: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable(), reason: z.string().max(2000) }),
  /** What persons are in this case (suspect, victim, witness …), and whether they are minors; null: not said. */
  'category.set': z.object({ subjects: z.array(idSchema).min(1).max(50_000), category: z.string().max(64), minor: z.boolean().nullable(), basis: basisSchema.default('fact') }),
  /** Says of two entities that they are the same, different, or that it is not sure; what was said here of the pair before is retracted. */
  'judgement.set': z.object({ id: idSchema, left: idSchema, right: idSchema, verdict: z.enum(JUDGEMENTS), reason: z.string().max(4000) }),
  /** Takes back what was said here of pairs, by the ids of the judgements: those that were joined by them alone part again. */
  'judgement.withdraw': z.object({ ids, reason: z.string().max(4000) }),
  'matching.set': matchingSettingsSchema,
  'watchList.put': watchListSchema,
  'watchList.remove': z.object({ id: idSchema }),
  /** Says of findings on the quality of the data, by their keys, that they are right as they are; or, with `dismissed` false, asks about them again. */
  'quality.dismiss': z.object({ findings: z.array(z.object({ key: z.string().regex(/^[0-9a-f]{32}$/), check: z.string().max(40), subjects: z.array(idSchema).max(200) })).min(1).max(1000), reason: z.string().max(2000), dismissed: z.boolean() }),
  'watchHit.judge': z.object({ verdicts: z.array(watchVerdictSchema).min(1).max(5000) }),

  'chart.create': z.object({ id: idSchema, name: z.string().min(1).max(200), items: z.array(z.object({ subject: idSchema, ...point, pinned: z.boolean().optional() })).max(50_000).optional() }),
  'chart.rename': z.object({ id: idSchema, name: z.string().min(1).max(200) }),
  'chart.delete': z.object({ id: idSchema }),
  'chart.addItems': z.object({ chart: idSchema, items: z.array(z.object({ subject: idSchema, ...point, style: itemStyleSchema.optional() })).min(1).max(50_000) }),
  'chart.moveItems': z.object({ chart: idSchema, items: z.array(z.object({ subject: idSchema, ...point })).min(1).max(50_000), layout: z.string().max(40).optional() }),
  /** Takes back the last move or layout of a chart, or brings it back, whatever else was done to the case since. */
  'chart.undoMoves': z.object({ chart: idSchema }),
  'chart.redoMoves': z.object({ chart: idSchema }),
  'chart.pinItems': z.object({ chart: idSchema, subjects: ids, pinned: z.boolean() }),
  /** Takes entities off the chart, and hides links on it; the case keeps both. Fold ids ("type|from|to") are allowed among links. */
  'chart.removeItems': z.object({ chart: idSchema, entities: z.array(idSchema).max(50_000), links: z.array(z.string().max(200)).max(50_000) }),
  'chart.showLinks': z.object({ chart: idSchema, links: z.array(z.string().max(200)).min(1).max(50_000) }),
  'chart.snapshot': z.object({ id: idSchema, chart: idSchema, name: z.string().min(1).max(200), note: z.string().max(10_000).default('') }),
  /** How a whole chart is drawn, in place of what was set before. */
  'chart.setOptions': z.object({ chart: idSchema, options: chartOptionsSchema }),
  /** How items are drawn: each member takes the place of what the item had, null takes it away. Lines by link id or fold id. */
  'chart.styleItems': z.object({ chart: idSchema, subjects: z.array(z.string().max(200)).min(1).max(50_000), style: z.object({
    colour: itemStyleSchema.shape.colour.nullable(), icon: itemStyleSchema.shape.icon.nullable(), size: itemStyleSchema.shape.size.nullable(), width: itemStyleSchema.shape.width.nullable(), line: itemStyleSchema.shape.line.nullable(),
    representation: itemStyleSchema.shape.representation.nullable(), picture: itemStyleSchema.shape.picture.nullable(), strength: itemStyleSchema.shape.strength.nullable(),
  }) }),
  'group.put': chartGroupRecordSchema,
  /** Groups of one chart that are written, others that are taken away, and items that are moved with them, in one step. */
  'group.putMany': z.object({ chart: idSchema, groups: z.array(chartGroupRecordSchema).max(5000), gone: z.array(idSchema).max(5000).default([]), items: z.array(z.object({ subject: z.string().max(200), x: z.number(), y: z.number() })).max(100_000).default([]) }),
  /** Takes the group away; what it held stays on the chart. */
  'group.delete': z.object({ id: idSchema }),
  /** All rules by which charts are drawn, in their order. */
  'formatting.set': z.object({ rules: formattingRulesSchema }),
  /** Keeps a selection of a chart under its id, and under its digit alone. */
  'selection.put': z.object({ chart: idSchema, selection: keptSelectionSchema }),
  'selection.delete': z.object({ chart: idSchema, id: idSchema }),
  /** Keeps a drawn pattern under its id. */
  'pattern.put': keptPatternSchema,
  'pattern.delete': z.object({ id: idSchema }),
  /** Another name or note for a snapshot; what is absent stays. */
  'chart.renameSnapshot': z.object({ id: idSchema, name: z.string().min(1).max(200).optional(), note: z.string().max(10_000).optional() }),
  /** A new chart of what a snapshot froze, as far as it is still in the case. */
  'chart.fromSnapshot': z.object({ id: idSchema, snapshot: idSchema, name: z.string().min(1).max(200) }),
  /** Takes a snapshot away that no briefing and no presentation shows. */
  'chart.deleteSnapshot': z.object({ id: idSchema }),
  'presentation.put': presentationRecordSchema,
  'presentation.delete': z.object({ id: idSchema }),
  'annotation.put': annotationRecordSchema,
  'annotation.delete': z.object({ id: idSchema }),

  'briefing.put': briefingRecordSchema,
  'briefing.delete': z.object({ id: idSchema }),
  'recipient.put': recipientRecordSchema,
  'release.record': releaseRecordSchema,
  'recipe.put': recipeSchema,
  'recipe.delete': z.object({ id: z.string().max(64) }),
  'settings.put': caseSettingsSchema,
  'type.putEntity': entityTypeSchema,
  'type.putLink': linkTypeSchema,
  'scheme.put': schemeSchema,
  'scheme.delete': z.object({ id: z.string().max(64) }),
} as const;

export type CommandName = keyof typeof commandArguments;
export const COMMAND_NAMES = Object.keys(commandArguments) as CommandName[];
export type CommandArguments<N extends CommandName> = z.output<(typeof commandArguments)[N]>;
