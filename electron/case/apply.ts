import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../shared/model/canonicalJson';
import { APPENDED_TABLES, type AppendedTable, type Image, type Patch } from '../../shared/model/patch';
import type { Catalogue } from '../../shared/schema/catalogue';
import { RowWriter } from './db/bulk';
import { recomputeCanonical } from './db/canonical';
import type { ImagedRows } from './db/imaged';
import { materialise } from './db/materialise';
import { reevaluate } from './db/reevaluate';
import { rangesOf } from './db/ranges';
import { touchedBy } from './db/touched';
import type { Ranges, RetractedRows, StoredPatch } from './journal';

/** Short keys of rows that are to be retracted. Throws Error when one is not live: the plan was made on another state. */
function liveKeys(db: Database, table: AppendedTable, ids: readonly string[]): number[] {
  const found = db.prepare<[string], number>(`SELECT n FROM json_each(?) wanted CROSS JOIN ${table} ON ${table}.id = wanted.value WHERE seq_retracted IS NULL`).pluck().all(JSON.stringify(ids));
  if (found.length !== ids.length) throw new Error(`${ids.length - found.length} of the rows of ${table} to be retracted are not live`);
  return found;
}

function retractRuns(db: Database, table: AppendedTable, runs: Ranges, seq: number): void {
  const retract = db.prepare(`UPDATE ${table} SET seq_retracted = ? WHERE n BETWEEN ? AND ? AND seq_retracted IS NULL`);
  for (const [first, last] of runs) retract.run(seq, first, last);
}

/** Sets each row to its image; refuses when the row is not as the other image says, since then something was lost in between. */
function applyImages(rows: ImagedRows, images: readonly Image[], from: 'before' | 'after', to: 'before' | 'after'): void {
  for (const image of images) {
    if (canonicalJson(rows.read(image.table, image.key)) !== canonicalJson(image[from])) throw new Error(`a row of ${image.table} is not as the step found it`);
    rows.write(image.table, image.key, image[to]);
  }
}

function recompute(db: Database, catalogue: Catalogue, step: number, retract: RetractedRows, images: readonly Image[]): void {
  reevaluate(db, catalogue, images);
  materialise(db, catalogue, touchedBy(db, step, retract));
  const judged = retract.judgement !== undefined || db.prepare('SELECT 1 FROM judgement WHERE seq_added = ? LIMIT 1').get(step) !== undefined;
  if (judged) recomputeCanonical(db);
}

/**
 * Writes what a plan asks for under the number `seq` and returns what the journal must keep of it. Runs in the transaction that also
 * appends the journal row.
 */
export function applyPatch(db: Database, rows: ImagedRows, catalogue: Catalogue, patch: Patch, seq: number): StoredPatch {
  const retract: Partial<Record<AppendedTable, Ranges>> = {};
  for (const table of APPENDED_TABLES) {
    const ids = patch.retract[table];
    if (!ids || ids.length === 0) continue;
    retract[table] = rangesOf(liveKeys(db, table, ids));
    retractRuns(db, table, retract[table], seq);
  }
  const writer = new RowWriter(db, seq, catalogue);
  for (const record of patch.add.source ?? []) writer.addSource(record);
  for (const record of patch.add.entity ?? []) writer.addEntity(record);
  for (const record of patch.add.link ?? []) writer.addLink(record);
  for (const record of patch.add.statement ?? []) writer.addStatement(record);
  for (const record of patch.add.judgement ?? []) writer.addJudgement(record);
  writer.flush();
  applyImages(rows, patch.images, 'before', 'after');
  if (touchesSaid(patch)) recompute(db, catalogue, seq, retract, patch.images);
  else reevaluate(db, catalogue, patch.images);
  return { retract, images: patch.images };
}

const touchesSaid = (patch: Patch): boolean => APPENDED_TABLES.some((table) => (patch.add[table]?.length ?? 0) > 0 || (patch.retract[table]?.length ?? 0) > 0);

/** True when a step added rows of these tables or retracted some: tells whether there is anything to recompute. */
const addedTables = (db: Database, step: number): AppendedTable[] => APPENDED_TABLES.filter((table) => db.prepare(`SELECT 1 FROM ${table} WHERE seq_added = ? LIMIT 1`).get(step) !== undefined);

/** All rows that a step retracted or brought back. */
export function movedBy({ retract, revive = {} }: StoredPatch): RetractedRows {
  const tables = APPENDED_TABLES.filter((table) => retract[table] !== undefined || revive[table] !== undefined);
  return Object.fromEntries(tables.map((table) => [table, [...(retract[table] ?? []), ...(revive[table] ?? [])]]));
}

/** Tables of appended rows that a step changed, by itself or through its inverse. */
export function changedTables(db: Database, step: number, patch: StoredPatch): string[] {
  const tables = new Set<string>(addedTables(db, step));
  for (const table of Object.keys(movedBy(patch))) tables.add(table);
  for (const image of patch.images) tables.add(image.table);
  return [...tables];
}

/** Takes back the step `step` under the number `seq`: its rows are retracted, what it retracted lives again, images go back. */
export function revert(db: Database, rows: ImagedRows, catalogue: Catalogue, step: number, patch: StoredPatch, seq: number): void {
  for (const table of APPENDED_TABLES) {
    db.prepare(`UPDATE ${table} SET seq_retracted = ? WHERE seq_added = ? AND seq_retracted IS NULL`).run(seq, step);
    const revive = db.prepare(`UPDATE ${table} SET seq_retracted = NULL WHERE n BETWEEN ? AND ?`);
    for (const [first, last] of patch.retract[table] ?? []) revive.run(first, last);
    retractRuns(db, table, patch.revive?.[table] ?? [], seq);
  }
  applyImages(rows, patch.images, 'after', 'before');
  recompute(db, catalogue, step, movedBy(patch), patch.images);
}

/** Brings back the step `step` under the number `seq` after `undo` had taken it back. */
export function restore(db: Database, rows: ImagedRows, catalogue: Catalogue, step: number, undo: number, patch: StoredPatch, seq: number): void {
  for (const table of APPENDED_TABLES) {
    db.prepare(`UPDATE ${table} SET seq_retracted = NULL WHERE seq_retracted = ?`).run(undo);
    retractRuns(db, table, patch.retract[table] ?? [], seq);
  }
  applyImages(rows, patch.images, 'before', 'after');
  recompute(db, catalogue, step, movedBy(patch), patch.images);
}
