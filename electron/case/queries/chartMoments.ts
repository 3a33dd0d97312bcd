import type { Database } from 'better-sqlite3';
import { keyText } from '../../../shared/commands/image';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord, ChartRecord, FrozenDrawing } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import { ImagedRows } from '../db/imaged';
import { query } from './statements';

/** A chart as it stood, or stands, at one moment. */
export interface ChartMoment {
  readonly chart: Id;
  /** Journal number of what it shows. */
  readonly seq: number;
  /** Entities that are visible on it. */
  readonly places: ReadonlyMap<Id, Pick<ChartItemRecord, 'subject' | 'x' | 'y'>>;
  /** Ids of links and folds that were put out of sight. */
  readonly hidden: ReadonlySet<string>;
  readonly drawing: FrozenDrawing;
}

/** A snapshot as it is stored. */
export interface FrozenRow {
  readonly id: Id;
  readonly chart: Id;
  readonly name: string;
  readonly note: string;
  readonly seq: number;
  readonly at: string;
  readonly items: readonly ChartItemRecord[];
  readonly drawing: FrozenDrawing;
}

/** When, and by whom, a snapshot was taken stands in the journal at the step that took it: the first after what it shows. */
export const TAKEN = "journal.seq = (SELECT min(seq) FROM journal WHERE seq > snapshot.seq AND command = 'chart.snapshot')";

const BARE: FrozenDrawing = { groups: [], annotations: [] };

/** Throws Failure("chartNotFound") where there is no such snapshot. */
export function frozenRow(db: Database, id: Id): FrozenRow {
  const row = query<Omit<FrozenRow, 'items' | 'drawing'> & { items: string; drawing: string | null }>(db, `
    SELECT snapshot.id, snapshot.chart, snapshot.name, snapshot.note, snapshot.seq, coalesce(journal.at, '') AS at, snapshot.items, snapshot.drawing
    FROM snapshot LEFT JOIN journal ON ${TAKEN} WHERE snapshot.id = @id`).get({ id });
  if (row === undefined) throw new Failure('chartNotFound');
  return { ...row, items: JSON.parse(row.items) as ChartItemRecord[], drawing: row.drawing === null ? BARE : (JSON.parse(row.drawing) as FrozenDrawing) };
}

const visible = (items: readonly ChartItemRecord[]): ChartMoment['places'] => new Map(items.filter((item) => item.kind === 'entity' && !item.hidden).map((item) => [item.subject, item]));

/** Throws Failure("chartNotFound") where there is no such snapshot. */
export function frozenMoment(db: Database, id: Id): ChartMoment {
  const { chart, seq, items, drawing } = frozenRow(db, id);
  return { chart, seq, places: visible(items), hidden: new Set(items.filter((item) => item.hidden).map((item) => item.subject)), drawing };
}

/** What stands on a chart now, of what is still in the case. Nothing where the chart itself was taken away. */
export function presentMoment(db: Database, chart: Id): ChartMoment {
  const records = new ImagedRows(db);
  const items = records.list('chart_item', { chart }) as ChartItemRecord[];
  const live = new Set(query<{ id: Id }>(db, "SELECT e.id FROM chart_item item JOIN entity e ON e.id = item.subject WHERE item.chart = @chart AND item.kind = 'entity' AND e.seq_retracted IS NULL").all({ chart }).map((row) => row.id));
  const options = (records.read('chart', keyText(chart)) as ChartRecord | null)?.options;
  return {
    chart, seq: Number.MAX_SAFE_INTEGER,
    places: visible(items.filter((item) => live.has(item.subject))),
    hidden: new Set(items.filter((item) => item.hidden).map((item) => item.subject)),
    drawing: { ...(options === undefined ? {} : { options }), groups: records.list('chart_group', { chart }) as FrozenDrawing['groups'], annotations: records.list('annotation', { chart }) as FrozenDrawing['annotations'] },
  };
}
