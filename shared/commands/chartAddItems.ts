import type { ItemStyle } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Image } from '../model/patch';
import type { CommandArguments } from './arguments';
import { requireChart, shownLink, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';

interface Placed {
  readonly subject: Id;
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean | undefined;
  readonly style?: ItemStyle | undefined;
}

/**
 * Rows for what is put on a chart. An entity that stands there already, by itself or by one that it is taken for one with, keeps its place; a link needs no row, since it is
 * drawn as soon as both ends are there: it only stops being hidden. Throws Refusal subjectNotFound.
 */
export function addedItems(context: PlanContext, chart: Id, items: readonly Placed[]): Image[] {
  const { reader, sameAs } = context;
  const seen = new Set<Id>();
  return items.flatMap(({ subject, x, y, pinned = false, style }) => {
    if (seen.has(subject)) return [];
    for (const id of sameAs(subject)) seen.add(id);
    if (reader.entity(subject)) {
      const standing = standingItem(context, chart, subject);
      if (standing !== null && !standing.hidden) return [];
      const row = standing?.subject ?? subject;
      return [put(reader, 'chart_item', [chart, row], { chart, subject: row, kind: 'entity', x, y, pinned, hidden: false, ...(style === undefined ? {} : { style }) })];
    }
    if (!reader.link(subject)) throw new Refusal('subjectNotFound');
    return shownLink(reader, chart, subject);
  });
}

/** Puts entities on a chart. */
export function planChartAddItems(context: PlanContext, { chart, items }: CommandArguments<'chart.addItems'>): Plan {
  requireChart(context.reader, chart);
  const images = addedItems(context, chart, items);
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length } };
}
