import type { ChartItemRecord, ChartRecord } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Image } from '../model/patch';
import type { CaseReader, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** The chart, or Refusal chartNotFound. */
export function requireChart(reader: CaseReader, id: Id): ChartRecord {
  const chart = reader.chart(id);
  if (!chart) throw new Refusal('chartNotFound');
  return chart;
}

/**
 * The row by which an entity stands on a chart: where several are taken for one, that of the first that has one, as the chart is drawn. Rows of the others are never
 * touched but to take them off, so that parting them shows each where it was. Null where none stands there.
 */
export function standingItem({ reader, sameAs }: PlanContext, chart: Id, subject: Id): ChartItemRecord | null {
  for (const id of sameAs(subject)) {
    const item = reader.chartItem(chart, id);
    if (item !== null) return item;
  }
  return null;
}

/** The row that keeps a link, or a fold of links ("type|from|to"), from being drawn. It has no place of its own. */
export const hiddenLink = (chart: Id, subject: string): ChartItemRecord => ({ chart, subject, kind: 'link', x: 0, y: 0, pinned: false, hidden: true });

/** A link; or of a fold between entities that stand for several, the folds between each of these: they are hidden and shown by their own ids, so that parting them changes nothing of it. */
export function foldsBehind({ catalogue, sameAs }: PlanContext, line: string): string[] {
  const [type = '', from, to] = line.split('|');
  if (from === undefined || to === undefined) return [line];
  const directed = catalogue.linkType(type)?.directed !== false;
  const folds = sameAs(from).flatMap((one) => sameAs(to).map((other) => (!directed && other < one ? `${type}|${other}|${one}` : `${type}|${one}|${other}`)));
  return [...new Set(folds)];
}

/** Those of a line's folds that have links; the line itself where it has none, or stands for no other. */
export function linkedFolds(context: PlanContext, line: string): string[] {
  const folds = foldsBehind(context, line);
  if (folds.length === 1) return folds;
  const linked = folds.filter((fold) => {
    const [type = '', from = '', to = ''] = fold.split('|');
    return context.reader.linked(type, from, to) || (context.catalogue.linkType(type)?.directed === false && context.reader.linked(type, to, from));
  });
  return linked.length === 0 ? [line] : linked;
}

/** A hidden link, or fold, is drawn again: its row goes, unless the row also says how it is drawn. */
export function shownLink(reader: CaseReader, chart: Id, subject: string): Image[] {
  const row = reader.chartItem(chart, subject);
  if (!row?.hidden) return [];
  return [row.style === undefined ? remove(reader, 'chart_item', [chart, subject]) : put(reader, 'chart_item', [chart, subject], { ...row, hidden: false })];
}
