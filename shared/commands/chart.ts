import type { ChartItemRecord, ChartRecord } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Image } from '../model/patch';
import type { CaseReader } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** The chart, or Refusal chartNotFound. */
export function requireChart(reader: CaseReader, id: Id): ChartRecord {
  const chart = reader.chart(id);
  if (!chart) throw new Refusal('chartNotFound');
  return chart;
}

/** The row that keeps a link, or a fold of links ("type|from|to"), from being drawn. It has no place of its own. */
export const hiddenLink = (chart: Id, subject: string): ChartItemRecord => ({ chart, subject, kind: 'link', x: 0, y: 0, pinned: false, hidden: true });

/** A hidden link, or fold, is drawn again: its row goes, unless the row also says how it is drawn. */
export function shownLink(reader: CaseReader, chart: Id, subject: string): Image[] {
  const row = reader.chartItem(chart, subject);
  if (!row?.hidden) return [];
  return [row.style === undefined ? remove(reader, 'chart_item', [chart, subject]) : put(reader, 'chart_item', [chart, subject], { ...row, hidden: false })];
}
