import { keptSelectionsSchema, type KeptSelection } from '../model/keptSelection';
import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

const KEY = 'selections:';

/** Key of the row that holds the selections that are kept of a chart. */
export const selectionsKey = (chart: string): string => `${KEY}${chart}`;

/** True for a row of settings that holds such. */
export const isSelectionsKey = (key: string): boolean => key.startsWith(KEY);

/** What a row of settings holds of them; nothing for any other row. */
export function keptSelections(setting: unknown): readonly KeptSelection[] {
  const content = typeof setting === 'object' && setting !== null && 'content' in setting ? setting.content : null;
  const read = keptSelectionsSchema.safeParse(content);
  return read.success ? read.data : [];
}

/** Keeps what is selected on a chart, under its own id; another that has its number gives that up. Throws Refusal chartNotFound. */
export function planSelectionPut({ reader }: PlanContext, { chart, selection }: CommandArguments<'selection.put'>): Plan {
  requireChart(reader, chart);
  const key = selectionsKey(chart);
  const others = keptSelections(reader.row('setting', key)).filter((each) => each.id !== selection.id);
  const freed = others.map((each) => (selection.slot !== null && each.slot === selection.slot ? { ...each, slot: null } : each));
  return { patch: { add: {}, retract: {}, images: [put(reader, 'setting', [key], { key, content: [...freed, selection] })] }, label: { items: selection.entities.length + selection.lines.length } };
}

/** Forgets a selection that was kept; the chart stays as it is. Throws Refusal chartNotFound. */
export function planSelectionDelete({ reader }: PlanContext, { chart, id }: CommandArguments<'selection.delete'>): Plan {
  requireChart(reader, chart);
  const key = selectionsKey(chart);
  const before = keptSelections(reader.row('setting', key));
  const after = before.filter((each) => each.id !== id);
  const image = after.length === 0 ? remove(reader, 'setting', [key]) : put(reader, 'setting', [key], { key, content: after });
  return { patch: { add: {}, retract: {}, images: after.length === before.length ? [] : [image] }, label: {} };
}
