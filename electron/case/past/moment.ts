import type { Database } from 'better-sqlite3';
import type { AppendedTable } from '../../../shared/model/patch';
import { patchOf, type Ranges, type StoredPatch } from '../journal';
import { query } from '../queries/statements';

interface Step {
  readonly seq: number;
  readonly kind: 'undo' | 'redo';
  readonly refers: number;
}

/** Steps by which a later undo or redo wrote over when rows lived: what the columns no longer tell. */
interface Corrections {
  /** Steps that were taken back then. */
  readonly undone: readonly number[];
  readonly dead: Partial<Record<AppendedTable, readonly number[]>>;
  readonly revived: Partial<Record<AppendedTable, readonly number[]>>;
}

const STEPS = "SELECT seq, kind, refers FROM journal WHERE kind IN ('undo', 'redo') ORDER BY seq";
/** Only bundles that are taken in once more bring rows back. */
const REVIVING = "SELECT seq FROM journal WHERE kind = 'do' AND command = 'bundle.unite' AND seq <= @seq";
/** Steps that took something back by themselves. */
const RETRACTING = `SELECT j.seq FROM journal j JOIN patch p ON p.seq = j.seq WHERE j.kind = 'do' AND j.seq <= @seq AND instr(coalesce(p.content, p.remainder), '"retract":{}') = 0`;

function spread(ranges: Ranges | undefined, into: Set<number>, gone: Set<number>): void {
  for (const [first, last] of ranges ?? []) for (let n = first; n <= last; n += 1) {
    into.add(n);
    gone.delete(n);
  }
}

function correctionsAt(db: Database, seq: number): Corrections {
  const steps = query<Step>(db, STEPS).all({});
  const stepOf = new Map(steps.filter((step) => step.kind === 'undo').map((step) => [step.seq, step.refers]));
  const undone = new Set<number>();
  const takenBackLater = new Set<number>();
  for (const { seq: at, kind, refers } of steps) {
    const step = kind === 'undo' ? refers : (stepOf.get(refers) ?? 0);
    if (at > seq) {
      if (kind === 'undo' && step <= seq) takenBackLater.add(step);
    } else if (kind === 'undo') undone.add(step);
    else undone.delete(step);
  }
  const patches = new Map<number, StoredPatch>();
  const read = (step: number): void => {
    const patch = patchOf(db, step);
    if (patch !== null) patches.set(step, patch);
  };
  for (const step of takenBackLater) if (!undone.has(step)) read(step);
  const reviving = query<{ seq: number }>(db, REVIVING).all({ seq }).filter((row) => patchOf(db, row.seq)?.revive !== undefined);
  if (reviving.length > 0) for (const row of [...reviving, ...query<{ seq: number }>(db, RETRACTING).all({ seq })]) if (!undone.has(row.seq)) read(row.seq);
  const [dead, revived] = [new Map<AppendedTable, Set<number>>(), new Map<AppendedTable, Set<number>>()];
  const rowsOf = (sets: Map<AppendedTable, Set<number>>, table: AppendedTable): Set<number> => {
    const known = sets.get(table) ?? new Set();
    sets.set(table, known);
    return known;
  };
  for (const [, patch] of [...patches].sort(([one], [other]) => one - other)) {
    for (const table of Object.keys(patch.retract) as AppendedTable[]) spread(patch.retract[table], rowsOf(dead, table), rowsOf(revived, table));
    for (const table of Object.keys(patch.revive ?? {}) as AppendedTable[]) spread(patch.revive?.[table], rowsOf(revived, table), rowsOf(dead, table));
  }
  const listed = (sets: Map<AppendedTable, Set<number>>): Corrections['dead'] => Object.fromEntries([...sets].filter(([, rows]) => rows.size > 0).map(([table, rows]) => [table, [...rows]]));
  return { undone: [...undone], dead: listed(dead), revived: listed(revived) };
}

/** A moment of a case: which of its rows were live after the entry `seq` of the journal, whatever was undone and done again since. */
export class Moment {
  private readonly corrections: Corrections;

  constructor(db: Database, readonly seq: number) {
    this.corrections = correctionsAt(db, seq);
  }

  /** SQL that is true for the rows of `table`, named `alias`, that were live; to be run with `parameters`. */
  lived(table: AppendedTable, alias: string): string {
    const { undone, dead, revived } = this.corrections;
    const among = (name: string): string => `(SELECT value FROM json_each(@${name}_${table}))`;
    const back = revived[table] === undefined ? '' : `${alias}.n IN ${among('revived')} OR `;
    return [
      `${alias}.seq_added <= @seq AND (${alias}.seq_retracted IS NULL OR ${alias}.seq_retracted > @seq)`,
      ...(undone.length === 0 ? [] : [`(${back}${alias}.seq_added NOT IN (SELECT value FROM json_each(@undone)))`]),
      ...(dead[table] === undefined ? [] : [`${alias}.n NOT IN ${among('dead')}`]),
    ].join(' AND ');
  }

  /** SQL for the subjects of one kind (`@kind`) of which other statements live now than lived then: known by what was said and taken back since. */
  get changedSubjects(): string {
    const { undone, dead, revived } = this.corrections;
    const from = 'SELECT subject FROM statement WHERE subject_kind = @kind AND ';
    return [
      `${from}seq_added > @seq`,
      `${from}seq_retracted > @seq`,
      ...(undone.length === 0 ? [] : [`${from}seq_added IN (SELECT value FROM json_each(@undone))`]),
      ...(dead.statement === undefined ? [] : [`${from}n IN (SELECT value FROM json_each(@dead_statement))`]),
      ...(revived.statement === undefined ? [] : [`${from}n IN (SELECT value FROM json_each(@revived_statement))`]),
    ].join(' UNION ');
  }

  /** Values of the parameters that `lived` names. */
  get parameters(): Record<string, string | number> {
    const { undone, dead, revived } = this.corrections;
    const named = (name: string, lists: Corrections['dead']): [string, string][] => Object.entries(lists).map(([table, rows]) => [`${name}_${table}`, JSON.stringify(rows)]);
    return { seq: this.seq, undone: JSON.stringify(undone), ...Object.fromEntries([...named('dead', dead), ...named('revived', revived)]) };
  }
}
