import type { ChartItemRecord, ItemStyle } from '../model/drawing';
import type { Image } from '../model/patch';
import type { CommandArguments } from './arguments';
import { foldsBehind, hiddenLink, requireChart, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

type Wishes = CommandArguments<'chart.styleItems'>['style'];

/** What an item has, with what is wished in its place; undefined where nothing is left. */
function styled(before: ItemStyle | undefined, wishes: Wishes): ItemStyle | undefined {
  const after = { ...before, ...wishes } as Record<string, unknown>;
  for (const [member, value] of Object.entries(after)) if (value === null || value === undefined) delete after[member];
  return Object.keys(after).length === 0 ? undefined : (after as ItemStyle);
}

/** The row of a line, which it has only where something is said of how it is drawn. */
function lineImage({ reader }: PlanContext, chart: string, subject: string, wishes: Wishes): Image[] {
  const row = reader.chartItem(chart, subject);
  const { style: before, ...bare } = row ?? { ...hiddenLink(chart, subject), hidden: false };
  const style = styled(before, wishes);
  if (style !== undefined) return [put(reader, 'chart_item', [chart, subject], { ...bare, style })];
  if (row === null) return [];
  return [bare.hidden ? put(reader, 'chart_item', [chart, subject], bare) : remove(reader, 'chart_item', [chart, subject])];
}

/** Sets how items of a chart are drawn. What has meanwhile left it is passed over. Throws Refusal chartNotFound. */
export function planChartStyleItems(context: PlanContext, { chart, subjects, style: wishes }: CommandArguments<'chart.styleItems'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  // Two that are taken for one share rows: each is written once.
  const items = new Map<string, ChartItemRecord>();
  const lines = new Set<string>();
  for (const subject of subjects) {
    const item = subject.includes('|') ? null : standingItem(context, chart, subject);
    if (item !== null && item.kind !== 'link') items.set(item.subject, item);
    else if (subject.includes('|') || reader.link(subject) !== null) for (const fold of foldsBehind(context, subject)) lines.add(fold);
  }
  const images = [
    ...[...items.values()].map(({ style: before, ...bare }) => {
      const style = styled(before, wishes);
      return put(reader, 'chart_item', [chart, bare.subject], style === undefined ? bare : { ...bare, style });
    }),
    ...[...lines].flatMap((line) => lineImage(context, chart, line, wishes)),
  ];
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length } };
}
