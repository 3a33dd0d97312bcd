import type { ItemStyle } from '../model/drawing';
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
  const images = [...new Set(subjects)].flatMap((subject) => {
    const item = subject.includes('|') ? null : standingItem(context, chart, subject);
    if (item === null || item.kind === 'link') {
      if (!subject.includes('|') && reader.link(subject) === null) return [];
      return foldsBehind(context, subject).flatMap((fold) => lineImage(context, chart, fold, wishes));
    }
    const { style: before, ...bare } = item;
    const style = styled(before, wishes);
    return [put(reader, 'chart_item', [chart, item.subject], style === undefined ? bare : { ...bare, style })];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length } };
}
