import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { AnnotationRecord, ChartGroupRecord } from '../model/drawing';
import { planChartMoveItems } from './chartMoveItems';
import type { CaseReader, Plan, PlanContext } from './context';
import { put, remove } from './image';
import { withoutMembers } from '../model/groupMembers';
import type { Image } from '../model/patch';
import { Refusal } from './refusal';

/** Throws Refusal groupInItself where a group would come to hold itself, by way of others as well. */
function requireTree(groups: ReadonlyMap<string, readonly string[]>, changed: Iterable<string>): void {
  for (const id of changed) {
    const seen = new Set<string>();
    const within = [...(groups.get(id) ?? [])];
    for (let next = within.pop(); next !== undefined; next = within.pop()) {
      if (next === id) throw new Refusal('groupInItself');
      if (seen.has(next)) continue;
      seen.add(next);
      for (const member of groups.get(next) ?? []) within.push(member);
    }
  }
}

const groupsOf = (reader: CaseReader, chart: string): readonly ChartGroupRecord[] => reader.rowsOfChart('chart_group', chart) as readonly ChartGroupRecord[];

/** Middle of what stands on the chart of a group, as it is drawn: of a closed one the mean place, of an open one the middle of its frame. Null where nothing of it does. */
function middleOfGroup(reader: CaseReader, groups: ReadonlyMap<string, ChartGroupRecord>, group: ChartGroupRecord): { readonly x: number; readonly y: number } | null {
  const seen = new Set([group.id]);
  const places: { readonly x: number; readonly y: number }[] = [];
  const within = [...group.members];
  for (let next = within.pop(); next !== undefined; next = within.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const inner = groups.get(next);
    const item = inner === undefined ? reader.chartItem(group.chart, next) : null;
    if (inner !== undefined) for (const member of inner.members) within.push(member);
    else if (item !== null) places.push(item);
  }
  if (places.length === 0) return null;
  const middle = (values: readonly number[]): number => (group.collapsed ? values.reduce((sum, value) => sum + value, 0) / values.length : (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2);
  return { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) };
}

/** Notes that are tied to groups that go stay where they are drawn, by themselves: tied to what is gone nobody would see them again. */
function loosenedNotes(reader: CaseReader, chart: string, gone: ReadonlySet<string>): Image[] {
  if (gone.size === 0) return [];
  const groups = new Map(groupsOf(reader, chart).map((group) => [group.id, group]));
  return (reader.rowsOfChart('annotation', chart) as readonly AnnotationRecord[]).flatMap((note) => {
    const { anchor, ...style } = note.style ?? {};
    const group = anchor !== undefined && gone.has(anchor) ? groups.get(anchor) : undefined;
    const middle = group === undefined ? null : middleOfGroup(reader, groups, group);
    if (middle === null) return [];
    const { style: _style, ...bare } = note;
    return [put(reader, 'annotation', [note.id], { ...bare, x: note.x + middle.x, y: note.y + middle.y, ...(Object.keys(style).length === 0 ? {} : { style }) })];
  });
}

/** Writes, opens, closes or renames a group. Throws Refusal chartNotFound, and groupInItself where it would come to hold itself. */
export function planGroupPut({ reader }: PlanContext, group: CommandArguments<'group.put'>): Plan {
  requireChart(reader, group.chart);
  requireTree(new Map([...groupsOf(reader, group.chart), group].map((each) => [each.id, each.members])), [group.id]);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'chart_group', [group.id], group)] }, label: { items: group.members.length } };
}

/**
 * Writes several groups of one chart, takes others away, and moves what stands on it, all in one step. Groups that have meanwhile gone are passed over, as is what has left the chart.
 * Throws Refusal chartNotFound, and groupInItself where a group would come to hold itself.
 */
export function planGroupPutMany(context: PlanContext, { chart, groups, gone, items }: CommandArguments<'group.putMany'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  const there = groupsOf(reader, chart);
  const going = new Set(gone);
  const written = groups.filter(({ id }) => !going.has(id));
  requireTree(new Map([...there.filter(({ id }) => !going.has(id)), ...written].map((each) => [each.id, each.members])), written.map(({ id }) => id));
  const taken = there.filter(({ id }) => going.has(id)).map(({ id }) => remove(reader, 'chart_group', [id]));
  const made = written.map((group) => put(reader, 'chart_group', [group.id], { ...group, chart }));
  const moved = planChartMoveItems(context, { chart, items }).patch.images;
  return { patch: { add: {}, retract: {}, images: [...taken, ...made, ...moved, ...loosenedNotes(reader, chart, going)] }, label: { groups: written.length + taken.length } };
}

/** Takes a group away; what it held stays where it stands, in the group that held it. */
export function planGroupDelete({ reader }: PlanContext, { id }: CommandArguments<'group.delete'>): Plan {
  const group = reader.row('chart_group', id) as ChartGroupRecord | null;
  if (group === null) throw new Refusal('subjectNotFound');
  const holders = (reader.rowsOfChart('chart_group', group.chart) as readonly ChartGroupRecord[]).filter((each) => each.members.includes(id));
  const images = holders.map((each) => put(reader, 'chart_group', [each.id], { ...each, members: [...new Set(each.members.flatMap((member) => (member === id ? group.members : [member])))] }));
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'chart_group', [id]), ...images, ...loosenedNotes(reader, group.chart, new Set([id]))] }, label: { items: group.members.length } };
}

/** What takes entities out of a chart's groups; a group in which nothing is left goes. */
export function leftGroups(reader: CaseReader, chart: string, entities: ReadonlySet<string>): readonly Image[] {
  const { put: kept, gone } = withoutMembers(groupsOf(reader, chart), (member) => entities.has(member));
  return [...gone.map((id) => remove(reader, 'chart_group', [id])), ...kept.map((group) => put(reader, 'chart_group', [group.id], group)), ...loosenedNotes(reader, chart, new Set(gone))];
}
