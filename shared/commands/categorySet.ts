import type { Id } from '../model/ids';
import type { SourceRecord, StatementRecord, Values } from '../model/records';
import { CATEGORY, categoryOf, MINOR } from '../schema/category';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';
import { newStatement } from './said';

/** Statements that say nothing but what a person is in this case. */
const saysOnlyCategory = ({ values }: StatementRecord): boolean => Object.keys(values).every((property) => property === CATEGORY || property === MINOR);

/**
 * Says what persons are in this case, under the name of whoever says it. What was said of that by hand before gives way; what files say of it stays, since
 * they go on saying it. Throws Refusal subjectNotFound, typeInvalid where something is no person or the category is not one of its type.
 */
export function planCategorySet(context: PlanContext, args: CommandArguments<'category.set'>): Plan {
  const { reader, catalogue } = context;
  const subjects = [...new Set(args.subjects)];
  const values: Values = { [CATEGORY]: [{ v: args.category }], ...(args.minor === null ? {} : { [MINOR]: [{ v: args.minor ? 'true' : 'false' }] }) };
  for (const id of subjects) {
    const entity = reader.entity(id);
    if (!entity) throw new Refusal('subjectNotFound');
    const type = catalogue.entityType(entity.type);
    if (!Object.hasOwn((type && categoryOf(type))?.choices ?? {}, args.category)) throw new Refusal('typeInvalid', { type: entity.type });
  }
  const hand = reader.entrySource(context.actor.name, context.actor.service);
  const before = hand === null ? [] : subjects.flatMap((id) => reader.statementsOf([id])).flatMap((id) => reader.statement(id) ?? []).filter((statement) => statement.source === hand && saysOnlyCategory(statement));
  let source: Id | undefined;
  const made: SourceRecord[] = [];
  const statements = subjects.map((subject) => {
    const said = source === undefined ? newStatement(context, context.newId(), subject, 'entity', values, { grading: null, handling: [], basis: args.basis }) : null;
    if (said) {
      source = said.statement.source;
      made.push(...said.source);
      return said.statement;
    }
    return { id: context.newId(), subject, subjectKind: 'entity' as const, source: source ?? '', locator: {}, values, grading: null, handling: [], basis: args.basis };
  });
  return { patch: { add: { source: made, statement: statements }, retract: { statement: before.map((statement) => statement.id) }, images: [] }, label: { items: subjects.length } };
}
