import type { Grading, Handling, Basis } from '../model/evaluation';
import type { Id, SubjectKind } from '../model/ids';
import type { Locator, SourceRecord, StatementRecord, Values } from '../model/records';
import type { PlanContext } from './context';
import { requireHandling } from './lowering';
import { Refusal } from './refusal';
import { Lowered } from './statementsEvaluate';

/** Evaluation as commands take it. */
export interface Said {
  readonly source?: Id | undefined;
  readonly locator?: Locator | undefined;
  readonly grading: Grading | null;
  readonly handling: Handling[];
  readonly basis: Basis;
}

export interface NewStatement {
  readonly statement: StatementRecord;
  /** The person's entry source, when this is the first that they say. */
  readonly source: readonly SourceRecord[];
}

/** Under whom the statement stands: the source that was named, or the entry source of the person at the keyboard. */
export function sourceOf(context: PlanContext, named: Id | undefined): { id: Id; made: readonly SourceRecord[] } {
  if (named !== undefined) {
    if (!context.reader.hasSource(named)) throw new Refusal('sourceNotFound');
    return { id: named, made: [] };
  }
  const { name, service } = context.actor;
  const known = context.reader.entrySource(name, service);
  if (known !== null) return { id: known, made: [] };
  const id = context.newId();
  return { id, made: [{ id, kind: 'entry', title: name, supplier: service, sha256: null, bytes: 0, mediaType: '', grading: null, handling: [], receivedAt: context.now, reading: null }] };
}

/** Codes of its own may ask more than those of the source that it stands under, not less: what another service asked for is lowered with its leave alone, which is given afterwards. */
function requireNotLowered(context: PlanContext, source: Id, handling: readonly Handling[]): void {
  const under = handling.length === 0 ? null : context.reader.sourceEvaluation(source);
  if (under === null) return;
  const lowered = new Lowered(context);
  lowered.see(under.supplier, under.handling, handling);
  if (lowered.count > 0) throw new Refusal('needsPermission', { count: lowered.count });
}

/** A statement by hand about one subject. Throws Refusal sourceNotFound, handlingInvalid, needsPermission. */
export function newStatement(context: PlanContext, id: Id, subject: Id, subjectKind: SubjectKind, values: Values, said: Said): NewStatement {
  requireHandling(said.handling, context.catalogue);
  const { id: source, made } = sourceOf(context, said.source);
  if (said.source !== undefined) requireNotLowered(context, source, said.handling);
  return { statement: { id, subject, subjectKind, source, locator: said.locator ?? {}, values, grading: said.grading, handling: said.handling, basis: said.basis }, source: made };
}
