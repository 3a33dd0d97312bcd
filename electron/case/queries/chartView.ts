import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord, ChartRecord, ItemStyle } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { ENTITY_COLUMNS, entityView } from './entityRows';
import type { EntityRow } from './entityRows';
import { linesAmong } from './lines';
import { query } from './statements';

type Request = CaseService['requests']['case.chart'];
type View = ResultOf<Request>;
type ItemRow = Omit<ChartItemRecord, 'pinned' | 'hidden' | 'style'> & { pinned: number; hidden: number; style: string | null };

/**
 * A chart as it is drawn: its items, views of the entities on it, lines between those that are not hidden, annotations.
 * Items whose entity is no longer in the case are left out; rows of hidden links are given, so that they can be shown again.
 * Throws Failure("chartNotFound").
 */
export function chartView(db: Database, catalogue: Catalogue, { id }: ParsedArgumentsOf<Request>): View {
  const chart = query<ChartRecord>(db, 'SELECT id, name, position FROM chart WHERE id = @id').get({ id });
  if (chart === undefined) throw new Failure('chartNotFound');
  const items = query<ItemRow>(db, 'SELECT chart, subject, kind, x, y, pinned, hidden, style FROM chart_item WHERE chart = @id').all({ id });
  const rows = query<EntityRow & { n: number }>(
    db,
    `SELECT e.n, ${ENTITY_COLUMNS} FROM chart_item item CROSS JOIN entity e ON e.id = item.subject WHERE item.chart = @id AND item.kind = 'entity' AND e.seq_retracted IS NULL`,
  ).all({ id });
  const live = new Set(rows.map((row) => row.id));
  const hidden = new Set(items.filter((item) => item.hidden !== 0).map((item) => item.subject));
  return {
    chart,
    items: items
      .filter((item) => item.kind === 'link' || live.has(item.subject))
      .map(({ subject, kind, x, y, pinned, hidden: isHidden, style }) => ({ chart: id, subject, kind, x, y, pinned: pinned !== 0, hidden: isHidden !== 0, ...(style === null ? {} : { style: JSON.parse(style) as ItemStyle }) })),
    entities: rows.map(entityView),
    lines: linesAmong(db, catalogue, rows.filter((row) => !hidden.has(row.id)), [...hidden]),
    annotations: query<View['annotations'][number]>(db, 'SELECT id, chart, kind, x, y, width, height, text FROM annotation WHERE chart = @id ORDER BY id').all({ id }),
    seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0,
  };
}
