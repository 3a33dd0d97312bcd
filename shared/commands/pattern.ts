import { keptPatternsSchema, type KeptPattern } from '../model/pattern';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

/** Key of the row that holds the patterns that are kept in a case. */
export const PATTERNS_KEY = 'patterns';

/** What a row of settings holds of them; nothing for any other row. */
export function keptPatterns(setting: unknown): readonly KeptPattern[] {
  const content = typeof setting === 'object' && setting !== null && 'content' in setting ? setting.content : null;
  const read = keptPatternsSchema.safeParse(content);
  return read.success ? read.data : [];
}

/** Keeps a pattern under its id, in place of what was kept under it. */
export function planPatternPut({ reader }: PlanContext, kept: CommandArguments<'pattern.put'>): Plan {
  const others = keptPatterns(reader.row('setting', PATTERNS_KEY)).filter((each) => each.id !== kept.id);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'setting', [PATTERNS_KEY], { key: PATTERNS_KEY, content: [...others, kept] })] }, label: {} };
}

/** Forgets a pattern that was kept. */
export function planPatternDelete({ reader }: PlanContext, { id }: CommandArguments<'pattern.delete'>): Plan {
  const before = keptPatterns(reader.row('setting', PATTERNS_KEY));
  const after = before.filter((each) => each.id !== id);
  const image = after.length === 0 ? remove(reader, 'setting', [PATTERNS_KEY]) : put(reader, 'setting', [PATTERNS_KEY], { key: PATTERNS_KEY, content: after });
  return { patch: { add: {}, retract: {}, images: after.length === before.length ? [] : [image] }, label: {} };
}
