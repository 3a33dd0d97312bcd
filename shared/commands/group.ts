import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { ChartGroupRecord } from '../model/drawing';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** Writes, opens, closes or renames a group. Throws Refusal chartNotFound, and groupInItself where it would come to hold itself. */
export function planGroupPut({ reader }: PlanContext, group: CommandArguments<'group.put'>): Plan {
  requireChart(reader, group.chart);
  const others = new Map((reader.rowsOfChart('chart_group', group.chart) as readonly ChartGroupRecord[]).map((each) => [each.id, each.members]));
  const seen = new Set<string>();
  const within = [...group.members];
  for (let next = within.pop(); next !== undefined; next = within.pop()) {
    if (next === group.id) throw new Refusal('groupInItself');
    if (seen.has(next)) continue;
    seen.add(next);
    within.push(...(others.get(next) ?? []));
  }
  return { patch: { add: {}, retract: {}, images: [put(reader, 'chart_group', [group.id], group)] }, label: { items: group.members.length } };
}

/** Takes a group away; what it held stays where it stands, in the group that held it. */
export function planGroupDelete({ reader }: PlanContext, { id }: CommandArguments<'group.delete'>): Plan {
  const group = reader.row('chart_group', id) as ChartGroupRecord | null;
  if (group === null) throw new Refusal('subjectNotFound');
  const holders = (reader.rowsOfChart('chart_group', group.chart) as readonly ChartGroupRecord[]).filter((each) => each.members.includes(id));
  const images = holders.map((each) => put(reader, 'chart_group', [each.id], { ...each, members: [...new Set(each.members.flatMap((member) => (member === id ? group.members : [member])))] }));
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'chart_group', [id]), ...images] }, label: { items: group.members.length } };
}
