import type { Id } from '../model/ids';
import type { Image } from '../model/patch';
import type { CommandArguments } from './arguments';
import { requireChart, shownLink } from './chart';
import type { CaseReader, Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';

interface Placed {
  readonly subject: Id;
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean | undefined;
}

/**
 * Rows for what is put on a chart. An entity that stands there already keeps its place; a link needs no row, since it is drawn as
 * soon as both ends are there: it only stops being hidden. Throws Refusal subjectNotFound.
 */
export function addedItems(reader: CaseReader, chart: Id, items: readonly Placed[]): Image[] {
  const seen = new Set<Id>();
  return items.flatMap(({ subject, x, y, pinned = false }) => {
    if (seen.has(subject)) return [];
    seen.add(subject);
    const standing = reader.chartItem(chart, subject);
    if (reader.entity(subject)) return standing && !standing.hidden ? [] : [put(reader, 'chart_item', [chart, subject], { chart, subject, kind: 'entity', x, y, pinned, hidden: false })];
    if (!reader.link(subject)) throw new Refusal('subjectNotFound');
    return shownLink(reader, chart, subject);
  });
}

/** Puts entities on a chart. */
export function planChartAddItems({ reader }: PlanContext, { chart, items }: CommandArguments<'chart.addItems'>): Plan {
  requireChart(reader, chart);
  const images = addedItems(reader, chart, items);
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length } };
}
