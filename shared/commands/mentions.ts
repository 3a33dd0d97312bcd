import type { Image } from '../model/patch';
import type { EntityRecord, SourceRecord, StatementRecord } from '../model/records';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';
import { newStatement } from './said';

/** Key of the row that remembers which mentions of a document were turned down. */
export const dismissedKey = (source: string): string => `mentions:${source}`;

/** What is remembered there: keys of mentions (mentionKey), in order. */
export function dismissedIn(setting: unknown): readonly string[] {
  const content = typeof setting === 'object' && setting !== null && 'content' in setting ? setting.content : null;
  return Array.isArray(content) ? content.filter((key): key is string => typeof key === 'string') : [];
}

/**
 * Takes mentions of a document into the case in one step: each as a statement of that document about a known entity, or as a new entity. Several items may
 * name one new entity, which is then made once. Throws Refusal sourceNotFound, subjectNotFound, typeUnknown.
 */
export function planMentionsAccept(context: PlanContext, { source, items, ...said }: CommandArguments<'mentions.accept'>): Plan {
  const made = new Map<string, EntityRecord>();
  const sources: SourceRecord[] = [];
  const statements: StatementRecord[] = [];
  for (const { entity, type, values, page } of items) {
    if (type === null) {
      if (!made.has(entity) && context.reader.entity(entity) === null) throw new Refusal('subjectNotFound');
    } else if (!made.has(entity)) {
      const known = context.catalogue.entityType(type);
      if (!known || known.abstract) throw new Refusal('typeUnknown', { type });
      made.set(entity, { id: entity, type });
    }
    const { statement, source: first } = newStatement(context, context.newId(), entity, 'entity', values, { ...said, source, locator: { page } });
    statements.push(statement);
    sources.push(...first);
  }
  return { patch: { add: { source: sources, entity: [...made.values()], statement: statements }, retract: {}, images: [] }, label: { entities: made.size, statements: statements.length } };
}

/** Remembers of a document which mentions were turned down, or asks about them again. */
export function planMentionsDismiss({ reader }: PlanContext, { source, keys, dismissed }: CommandArguments<'mentions.dismiss'>): Plan {
  if (!reader.hasSource(source)) throw new Refusal('sourceNotFound');
  const key = dismissedKey(source);
  const before = dismissedIn(reader.row('setting', key));
  const after = dismissed ? [...new Set([...before, ...keys])] : before.filter((each) => !keys.includes(each));
  const images: Image[] = after.length === before.length ? [] : [put(reader, 'setting', [key], { key, content: after.toSorted() })];
  return { patch: { add: {}, retract: {}, images }, label: { items: keys.length } };
}
