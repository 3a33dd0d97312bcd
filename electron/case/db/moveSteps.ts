import type { Database } from 'better-sqlite3';
import type { ItemMove, MoveStep } from '../../../shared/commands/chartMoves';
import type { ChartItemRecord } from '../../../shared/model/drawing';
import { patchOf } from '../journal';

/** A patch names its chart near its beginning: large ones need not be read to know whose they are. */
const HEAD = 300;
const STEPS = `SELECT j.seq, j.command, json_extract(j.label, '$.step') AS "of" FROM journal j JOIN patch p ON p.seq = j.seq
  WHERE j.kind = 'do' AND j.command IN ('chart.moveItems', 'chart.undoMoves', 'chart.redoMoves') AND instr(substr(coalesce(p.content, p.remainder), 1, ${HEAD}), ?) > 0 ORDER BY j.seq`;
const TURNED = "SELECT seq, kind, refers FROM journal WHERE kind IN ('undo', 'redo') ORDER BY seq";

/** Steps that moved items of a chart and are done, oldest first. */
export function moveSteps(db: Database, chart: string): MoveStep[] {
  const stepOf = new Map<number, number>();
  const undone = new Set<number>();
  for (const { seq, kind, refers } of db.prepare<[], { seq: number; kind: string; refers: number }>(TURNED).all()) {
    if (kind === 'undo') {
      stepOf.set(seq, refers);
      undone.add(refers);
    } else undone.delete(stepOf.get(refers) ?? 0);
  }
  return db.prepare<[string], MoveStep>(STEPS).all(chart).filter(({ seq }) => !undone.has(seq));
}

/** What a step moved, as far as an erasure has left it. */
export function movesOf(db: Database, seq: number): ItemMove[] {
  return (patchOf(db, seq)?.images ?? []).flatMap(({ table, before, after }) => {
    const [was, is] = [before as ChartItemRecord | null, after as ChartItemRecord | null];
    return table === 'chart_item' && was && is ? [{ subject: is.subject, from: { x: was.x, y: was.y }, to: { x: is.x, y: is.y } }] : [];
  });
}
