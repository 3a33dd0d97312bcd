import type { Grading, Handling } from '../model/evaluation';
import type { EvaluationChange, SourceEvaluation } from '../model/evaluationChange';
import type { Id } from '../model/ids';
import type { Image } from '../model/patch';
import type { StatementRecord } from '../model/records';
import { serviceKey } from '../model/service';
import type { CommandArguments } from './arguments';
import type { EvaluatedSource, Plan, PlanContext } from './context';
import { put } from './image';
import { loweredCodes, requireHandling, sameCode, sameHandling, withCodes } from './lowering';
import { Refusal } from './refusal';

/** Statements that one step says anew at most (200,000 took over a minute); a whole source is changed by its own evaluation, however many it makes. */
export const MOST_EVALUATED = 50_000;

type Arguments = CommandArguments<'statements.evaluate'>;

const sameGrading = (a: Grading | null, b: Grading | null): boolean =>
  a === b || (a !== null && b !== null && a.scheme === b.scheme && Object.keys({ ...a.codes, ...b.codes }).every((axis) => a.codes[axis] === b.codes[axis]));

/** Services other than the person's own whose codes were lowered, and how often. */
export class Lowered {
  readonly services = new Set<string>();
  count = 0;

  constructor(private readonly context: PlanContext) {}

  /** What an unknown supplier said counts as the service's own: nobody could be asked. */
  see(supplier: string, before: readonly Handling[], after: readonly Handling[]): void {
    if (supplier === '' || serviceKey(supplier) === serviceKey(this.context.actor.service) || loweredCodes(before, after, this.context.catalogue).length === 0) return;
    this.services.add(supplier);
    this.count += 1;
  }
}

/** What the arguments make of codes that stand now. */
function handled(before: readonly Handling[], { handling }: Arguments, context: PlanContext): readonly Handling[] {
  if (handling === undefined) return before;
  if (handling.set !== undefined) return handling.set;
  return withCodes(before.filter((each) => !handling.remove.some((gone) => sameCode(gone, each))), handling.add, context.catalogue);
}

/** Statements that the step retracts and says anew, with the evaluation that is wanted. */
function changed(context: PlanContext, args: Arguments, lowered: Lowered): { readonly old: readonly Id[]; readonly anew: readonly StatementRecord[] } {
  const { source, ...others } = args.targets;
  const wanted = source === undefined || args.own || args.basis !== undefined ? context.reader.evaluable({ ...others, ...(source === undefined ? {} : { source }) }, MOST_EVALUATED + 1) : [];
  if (wanted.length > MOST_EVALUATED) throw new Refusal('tooManyStatements', { limit: MOST_EVALUATED });
  const sources = new Map<Id, EvaluatedSource>();
  const sourceOf = (id: Id): EvaluatedSource => {
    const known = sources.get(id) ?? context.reader.sourceEvaluation(id);
    if (!known) throw new Refusal('sourceNotFound');
    sources.set(id, known);
    return known;
  };
  const old: Id[] = [];
  const anew: StatementRecord[] = [];
  for (const statement of wanted) {
    const from = sourceOf(statement.source);
    // In a whole source only those with codes of their own are said anew; all others follow their source.
    const graded = args.grading === undefined || (source !== undefined && (!args.own || statement.grading === null)) ? statement.grading : args.grading;
    let handling: readonly Handling[] = statement.handling;
    if (args.handling !== undefined && (source === undefined || (args.own && statement.handling.length > 0))) {
      const before = statement.handling.length > 0 ? statement.handling : from.handling;
      const after = handled(before, args, context);
      if (after.length === 0 && source === undefined && from.handling.length > 0) throw new Refusal('handlingOfSource');
      lowered.see(from.supplier, before, after);
      handling = source === undefined && statement.handling.length === 0 && sameHandling(after, from.handling) ? [] : after;
    }
    const basis = args.basis ?? statement.basis;
    if (sameGrading(graded, statement.grading) && sameHandling(handling, statement.handling) && basis === statement.basis) continue;
    old.push(statement.id);
    anew.push({ ...statement, id: context.newId(), grading: graded, handling: [...handling], basis });
  }
  return { old, anew };
}

/** The source's own evaluation, where that changes. */
function ofSource(context: PlanContext, args: Arguments, lowered: Lowered): readonly Image[] {
  const id = args.targets.source;
  if (id === undefined || (args.grading === undefined && args.handling === undefined)) return [];
  const now = context.reader.sourceEvaluation(id);
  if (!now) throw new Refusal('sourceNotFound');
  const grading = args.grading === undefined ? now.grading : args.grading;
  const handling = [...handled(now.handling, args, context)];
  if (sameGrading(grading, now.grading) && sameHandling(handling, now.handling)) return [];
  lowered.see(now.supplier, now.handling, handling);
  const before = context.reader.row('source_evaluation', id) as SourceEvaluation | null;
  const after: SourceEvaluation = { source: id, grading, handling, cameWith: before?.cameWith ?? { grading: now.grading, handling: [...now.handling] } };
  return [put(context.reader, 'source_evaluation', [id], after)];
}

/**
 * Grades and handles many statements at once: each is retracted and said anew with the other evaluation, in one step. A whole source is changed by its own
 * evaluation, which all its statements without one of their own take over; with `own`, those that have one are changed as well. A code that another service
 * asked for is lowered only with that service's leave, which is kept beside the journal. Throws Refusal sourceNotFound, tooManyStatements, handlingInvalid,
 * handlingOfSource, needsPermission.
 */
export function planStatementsEvaluate(context: PlanContext, args: Arguments): Plan {
  requireHandling(args.handling?.set ?? args.handling?.add ?? [], context.catalogue);
  const lowered = new Lowered(context);
  const sources = ofSource(context, args, lowered);
  const { old, anew } = changed(context, args, lowered);
  const label = { statements: anew.length, sources: sources.length, lowered: lowered.count };
  if (anew.length === 0 && sources.length === 0) return { patch: { add: {}, retract: {}, images: [] }, label };
  return {
    patch: { add: { statement: anew }, retract: { statement: old }, images: [...sources, noted(context, args, lowered, anew.length, sources.length > 0 && args.targets.source !== undefined ? [args.targets.source] : [])] },
    label,
  };
}

/** Why it was done, and with whose leave. Throws Refusal needsPermission where that is missing. */
export function noted(context: PlanContext, { id, reason, permission }: { readonly id: Id; readonly reason: string; readonly permission?: EvaluationChange['leave'] | undefined }, lowered: Lowered, statements: number, sources: Id[]): Image {
  if (lowered.count > 0 && !permission) throw new Refusal('needsPermission', { count: lowered.count });
  const { name, service } = context.actor;
  const change: EvaluationChange = {
    id, at: context.now, by: service === '' ? name : `${name} (${service})`, reason, statements, sources, lowered: lowered.count, originators: [...lowered.services], leave: lowered.count > 0 ? (permission ?? null) : null,
  };
  return put(context.reader, 'evaluation_change', [id], change);
}
