import type { Database } from 'better-sqlite3';
import { keyText } from '../../../shared/commands/image';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { ChartItemRecord, ChartRecord } from '../../../shared/model/drawing';
import { ImagedRows } from '../db/imaged';

/** Text that somebody wrote on a chart, and the name of a group, carry no handling of their own: they stay unless everything may go. */
const WRITTEN = ['chart_group', 'annotation'] as const;

/**
 * Copies charts with those of their items that are in the part: the chart that was asked for, or all of which something is left. `all`: nothing is held back from
 * whoever gets it.
 */
export function copyCharts(db: Database, part: Database, scope: ExportScope, all: boolean): void {
  if (scope.kind === 'entities') return;
  const [from, into] = [new ImagedRows(db), new ImagedRows(part)];
  const there = part.prepare<{ id: string }, number>('SELECT 1 FROM entity WHERE id = @id UNION ALL SELECT 1 FROM link WHERE id = @id LIMIT 1').pluck();
  let position = 0;
  for (const chart of (from.list('chart') as ChartRecord[]).toSorted((a, b) => a.position - b.position)) {
    if (scope.kind === 'chart' && chart.id !== scope.chart) continue;
    const items = (from.list('chart_item', { chart: chart.id }) as ChartItemRecord[]).filter(({ subject }) => there.get({ id: subject }) !== undefined);
    if (items.length === 0) continue;
    into.write('chart', keyText(chart.id), { ...chart, position: (position += 1) });
    for (const item of items) into.write('chart_item', keyText(item.chart, item.subject), item);
    if (all) for (const table of WRITTEN) for (const record of from.list(table, { chart: chart.id }) as { id: string }[]) into.write(table, keyText(record.id), record);
  }
}
