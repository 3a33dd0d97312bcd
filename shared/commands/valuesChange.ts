import type { Id } from '../model/ids';
import type { SourceRecord, StatementRecord } from '../model/records';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';
import { sourceOf } from './said';

/**
 * Changes what is said of many subjects in one step: corrections stand in the place of what they correct, under the same source and with the same evaluation; what is said anew stands under
 * the entry source of the person at the keyboard. Throws Refusal statementRetracted, subjectNotFound.
 */
export function planValuesChange(context: PlanContext, { changes }: CommandArguments<'values.change'>): Plan {
  const { reader } = context;
  const statements: StatementRecord[] = [];
  const retracted: Id[] = [];
  let entry: { readonly id: Id; readonly made: readonly SourceRecord[] } | null = null;
  for (const { id, subject, replaces, values } of changes) {
    if (replaces === null) {
      if (reader.entity(subject) === null) throw new Refusal('subjectNotFound');
      if (values === null) continue;
      entry ??= sourceOf(context, undefined);
      statements.push({ id, subject, subjectKind: 'entity', source: entry.id, locator: {}, values, grading: null, handling: [], basis: 'fact' });
      continue;
    }
    const old = reader.statement(replaces);
    if (old === null) throw new Refusal('statementRetracted');
    retracted.push(old.id);
    if (values !== null) statements.push({ ...old, id, values });
  }
  return { patch: { add: { source: entry?.made ?? [], statement: statements }, retract: { statement: retracted }, images: [] }, label: { statements: changes.length } };
}
