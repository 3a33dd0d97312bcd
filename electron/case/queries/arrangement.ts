import type { Database } from 'better-sqlite3';
import { moveStacks } from '../../../shared/commands/chartMoves';
import { keyText } from '../../../shared/commands/image';
import type { arrangingRequests } from '../../../shared/contract/arranging';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import { ImagedRows } from '../db/imaged';
import { moveSteps } from '../db/moveSteps';
import { rewound } from '../past/rewound';
import { frozenRow, presentMoment } from './chartMoments';
import { query } from './statements';

type Arrangement = ResultOf<(typeof arrangingRequests)['case.arrangement']>;
type Moved = ResultOf<(typeof arrangingRequests)['case.movedSince']>;

/** Closer than this is the same place: chart units. */
const STILL = 0.5;

const ENTRY = "SELECT seq, at, coalesce(json_extract(label, '$.items'), 0) AS items, json_extract(label, '$.layout') AS layout FROM journal WHERE seq = @seq";

/** What can be taken back and brought back of a chart's moves. `opened`: see the contract. */
export function arrangement(db: Database, opened: number, { chart }: ParsedArgumentsOf<(typeof arrangingRequests)['case.arrangement']>): Arrangement {
  const steps = moveSteps(db, chart);
  const { undo, redo } = moveStacks(steps);
  const told = (seq: number | undefined): Arrangement['undo'] => (seq === undefined ? null : (query<NonNullable<Arrangement['undo']>>(db, ENTRY).get({ seq }) ?? null));
  return { undo: told(undo.at(-1)), redo: told(redo.at(-1)), last: told(steps.at(-1)?.seq), opened };
}

/** Where rows of the chart stood after an entry of the journal, those that have been changed since. */
function placesAt(db: Database, chart: Id, seq: number): Map<Id, ChartItemRecord> {
  if (new ImagedRows(db).read('chart', keyText(chart)) === null) throw new Failure('chartNotFound');
  const was = rewound(db, seq, [chart]).flatMap(({ table, was: row }) => (table === 'chart_item' && row !== null ? [row as ChartItemRecord] : []));
  return new Map(was.filter((row) => row.chart === chart).map((row) => [row.subject, row]));
}

/** Items of a chart that stand elsewhere than they did. Throws Failure chartNotFound. */
export function movedSince(db: Database, asked: ParsedArgumentsOf<(typeof arrangingRequests)['case.movedSince']>): Moved {
  const before: ReadonlyMap<Id, Pick<ChartItemRecord, 'x' | 'y'>> = 'seq' in asked ? placesAt(db, asked.chart, asked.seq) : new Map(frozenRow(db, asked.snapshot).items.map((item) => [item.subject, item]));
  return [...presentMoment(db, asked.chart).places.values()].flatMap(({ subject, x, y }) => {
    const was = before.get(subject);
    return was !== undefined && Math.hypot(was.x - x, was.y - y) > STILL ? [{ id: subject, x: was.x, y: was.y }] : [];
  });
}
