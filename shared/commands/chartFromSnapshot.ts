import type { AnnotationRecord, ChartGroupRecord, ChartItemRecord, FrozenDrawing } from '../model/drawing';
import { withoutMembers } from '../model/groupMembers';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';

interface Frozen {
  readonly items: readonly ChartItemRecord[];
  readonly drawing?: FrozenDrawing;
}

/** Makes a chart, as the last tab, of what a snapshot froze and is still in the case. Throws Refusal chartNotFound where there is no such snapshot. */
export function planChartFromSnapshot({ reader, newId, sameAs }: PlanContext, { id, snapshot, name }: CommandArguments<'chart.fromSnapshot'>): Plan {
  const frozen = reader.row('snapshot', snapshot) as Frozen | null;
  if (frozen === null) throw new Refusal('chartNotFound');
  const { options, groups = [], annotations = [] } = frozen.drawing ?? {};
  const position = Math.max(0, ...reader.charts().map((chart) => chart.position)) + 1;
  const items = frozen.items.filter((item) => item.kind === 'link' || reader.entity(item.subject) !== null);
  const standing = new Set(items.map((item) => item.subject));
  const known = new Set(groups.map((group) => group.id));
  // A member may stand there by another that it is taken for one with; what is left empty does not come along.
  const left = withoutMembers(groups, (member) => !known.has(member) && !sameAs(member).some((each) => standing.has(each)));
  const changed = new Map(left.put.map((each) => [each.id, each]));
  const held = groups.filter((each) => !left.gone.includes(each.id)).map((each) => changed.get(each.id) ?? each);
  // Groups and notes are records of their own: the chart that they come from may still have them.
  const renamed = new Map(held.map((each) => [each.id, newId()]));
  const group = (each: ChartGroupRecord): ChartGroupRecord => ({ ...each, id: renamed.get(each.id) ?? each.id, chart: id, members: each.members.map((member) => renamed.get(member) ?? member) });
  const note = (each: AnnotationRecord): AnnotationRecord => {
    const anchor = each.style?.anchor === undefined ? undefined : renamed.get(each.style.anchor);
    return { ...each, id: newId(), chart: id, ...(anchor === undefined ? {} : { style: { ...each.style, anchor } }) };
  };
  const images = [
    put(reader, 'chart', [id], { id, name, position, ...(options === undefined ? {} : { options }) }),
    ...items.map((item) => put(reader, 'chart_item', [id, item.subject], { ...item, chart: id })),
    ...held.map(group).map((each) => put(reader, 'chart_group', [each.id], each)),
    ...annotations.filter(({ style }) => style?.anchor === undefined || !left.gone.includes(style.anchor)).map(note).map((each) => put(reader, 'annotation', [each.id], each)),
  ];
  return { patch: { add: {}, retract: {}, images }, label: { items: items.length } };
}
