import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { snapshotRequests } from '../../../shared/contract/snapshots';
import type { ChartItemRecord } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import { query } from './statements';

type Of = ResultOf<(typeof snapshotRequests)['case.snapshotsOf']>;
type Compared = ResultOf<(typeof snapshotRequests)['case.compareSnapshots']>;
type Place = Pick<ChartItemRecord, 'subject' | 'x' | 'y'>;

/** Closer than this is the same place: chart units. */
const STILL = 0.5;

/** Snapshots of one chart, the newest first. Who took one, and when, stands in the journal at the step that took it. */
export function snapshotsOf(db: Database, { chart }: { readonly chart: Id }): Of {
  return query<Of[number]>(db, `
    SELECT snapshot.id, snapshot.name, snapshot.seq, coalesce(journal.at, '') AS at, coalesce(journal.actor, '') AS actor,
      (SELECT count(*) FROM json_each(snapshot.items) item WHERE json_extract(item.value, '$.kind') = 'entity' AND NOT json_extract(item.value, '$.hidden')) AS items
    FROM snapshot LEFT JOIN journal ON journal.seq = (SELECT min(seq) FROM journal WHERE seq > snapshot.seq AND command = 'chart.snapshot')
    WHERE snapshot.chart = @chart ORDER BY snapshot.seq DESC, snapshot.id DESC`).all({ chart });
}

interface Frozen {
  readonly chart: Id;
  /** Journal number of what it shows; null for now. */
  readonly seq: number | null;
  readonly places: ReadonlyMap<string, Place>;
}

const shown = (items: readonly ChartItemRecord[]): ReadonlyMap<string, Place> => new Map(items.filter((item) => item.kind === 'entity' && !item.hidden).map((item) => [item.subject, item]));

function frozen(db: Database, id: Id): Frozen {
  const row = query<{ chart: Id; seq: number; items: string }>(db, 'SELECT chart, seq, items FROM snapshot WHERE id = @id').get({ id });
  if (row === undefined) throw new Failure('chartNotFound');
  return { chart: row.chart, seq: row.seq, places: shown(JSON.parse(row.items) as ChartItemRecord[]) };
}

/** What stands on the chart now, of what is still in the case. */
function standing(db: Database, chart: Id): Frozen {
  const rows = query<Place>(db, `SELECT item.subject, item.x, item.y FROM chart_item item JOIN entity e ON e.id = item.subject
    WHERE item.chart = @chart AND item.kind = 'entity' AND item.hidden = 0 AND e.seq_retracted IS NULL`).all({ chart });
  return { chart, seq: null, places: new Map(rows.map((row) => [row.subject, row])) };
}

/** What became of a chart between two moments of it. Things that were erased from the case are named nowhere. Throws Failure("chartNotFound"). */
export function compareSnapshots(db: Database, { from, to }: ParsedArgumentsOf<(typeof snapshotRequests)['case.compareSnapshots']>): Compared {
  const then = frozen(db, from);
  const later = to === null ? standing(db, then.chart) : frozen(db, to);
  const known = new Map(query<{ id: Id; type: string; caption: string }>(db, 'SELECT e.id, e.type, e.caption FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value')
    .all({ ids: JSON.stringify([...new Set([...then.places.keys(), ...later.places.keys()])]) }).map((row) => [row.id, row]));
  const named = (ids: Iterable<string>): Compared['added'] => [...ids].flatMap((id) => known.get(id) ?? []).toSorted((a, b) => a.caption.localeCompare(b.caption));
  const stayed = [...then.places.keys()].filter((id) => later.places.has(id));
  const moved = new Map(stayed.flatMap((id) => {
    const [a, b] = [then.places.get(id), later.places.get(id)];
    return a && b && Math.hypot(a.x - b.x, a.y - b.y) > STILL ? [[id, a] as const] : [];
  }));
  const [low, high] = [Math.min(then.seq ?? 0, later.seq ?? Infinity), Math.max(then.seq ?? 0, later.seq ?? Number.MAX_SAFE_INTEGER)];
  const changed = query<{ id: Id }>(db, `SELECT e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value
    WHERE EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = 'entity' AND s.subject = e.n AND ((s.seq_added > @low AND s.seq_added <= @high) OR (s.seq_retracted > @low AND s.seq_retracted <= @high)))`)
    .all({ ids: JSON.stringify(stayed), low, high }).map((row) => row.id);
  const touched = new Set([...moved.keys(), ...changed]);
  return {
    same: stayed.filter((id) => !touched.has(id)).length,
    added: named([...later.places.keys()].filter((id) => !then.places.has(id))),
    gone: named([...then.places.keys()].filter((id) => !later.places.has(id))),
    moved: named(moved.keys()).map((each) => ({ ...each, x: moved.get(each.id)?.x ?? 0, y: moved.get(each.id)?.y ?? 0 })),
    changed: named(changed),
  };
}
