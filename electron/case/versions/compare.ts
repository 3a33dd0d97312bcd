import type { VersionDifference } from '../../../shared/contract/sharing';
import { normaliseHeading } from '../../../shared/mapping/headings';
import type { Mapping } from '../../../shared/mapping/mapping';
import type { MappedEntity } from '../../../shared/mapping/mapRow';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Pace } from '../importers/watch';
import { differenceOf, RowTable } from './rowTable';
import type { RowDifference } from './rowTable';
import { rowsOf } from './side';
import type { Side } from './side';

/** Rows of each kind that a person is shown. */
const SHOWN = 200;
/** Entities of a row that may tell it apart. */
const KEYED = 6;

/** A column of both tables, or of one of them; -1 where it is missing. */
interface ColumnPair {
  readonly heading: string;
  readonly before: number;
  readonly now: number;
}

export interface Comparison extends RowDifference {
  readonly by: VersionDifference['by'];
  readonly columns: readonly ColumnPair[];
  /** Rows of the new table that its mapping refuses. */
  readonly refused: number;
}

function pairColumns(before: readonly string[], now: readonly string[], headed: boolean): ColumnPair[] {
  const nameOf = (heading: string, at: number): string => (headed && heading !== '' ? normaliseHeading(heading) : `\u0000${at}`);
  const places = new Map<string, number[]>();
  before.forEach((heading, at) => places.set(nameOf(heading, at), [...(places.get(nameOf(heading, at)) ?? []), at]));
  const pairs = now.map((heading, at): ColumnPair => ({ heading, before: places.get(nameOf(heading, at))?.shift() ?? -1, now: at }));
  for (const left of places.values()) for (const at of left) pairs.push({ heading: before[at] ?? '', before: at, now: -1 });
  return pairs;
}

/** Columns that the mapping reads. */
function usedColumns(mapping: Mapping): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { properties } of [...mapping.entities, ...mapping.links]) {
    for (const { from } of properties) for (const column of 'column' in from ? [from.column] : 'columns' in from ? from.columns : []) used.add(column);
  }
  return used;
}

const cellAt = (cells: readonly string[], column: number): string => (column < 0 ? '' : (cells[column] ?? '').trim().normalize('NFC'));

/** What an entity is known by: its first identifier, else the values that make rows of a file the same. */
const keyOf = (entity: MappedEntity | undefined): string | null => (entity === undefined ? null : (entity.identifiers[0] ?? entity.sameKey));

interface Hashed {
  readonly table: RowTable;
  readonly refused: number;
}

async function hashed(side: Side, columns: readonly number[], catalogue: Catalogue, pace: Pace, from: number): Promise<Hashed> {
  const names = side.mapping.entities.slice(0, KEYED).map(({ key }) => key);
  const table = new RowTable(names.length + 1);
  let refused = 0;
  for await (const { outcomes, done } of rowsOf(side, catalogue)) {
    for (const outcome of outcomes) {
      if (outcome.kind === 'reject') {
        refused += 1;
        continue;
      }
      const { entities } = outcome.mapped;
      const keys = names.map((name) => keyOf(entities.find((entity) => entity.key === name)));
      const joined = keys.some((key) => key !== null) ? keys.map((key) => key ?? '').join('\u0001') : null;
      table.add(outcome.row, columns.map((column) => cellAt(outcome.cells, column)).join('\u001f'), [...keys, joined]);
    }
    pace.step('comparing', Math.round((from + done / 2) * 1000), 1000);
  }
  return { table, refused };
}

/**
 * Compares two tables row by row. Only cells of columns that both have, or that the mapping reads, count. Takes memory for the hashes of the rows, not for
 * the rows. Throws Failure cancelled, mappingInvalid, and those of openTable.
 */
export async function compareTables(before: Side, now: Side, catalogue: Catalogue, pace: Pace): Promise<Comparison> {
  const columns = pairColumns(before.headings, now.headings, now.mapping.reading.headerRow > 0 && before.mapping.reading.headerRow > 0);
  const [usedBefore, usedNow] = [usedColumns(before.mapping), usedColumns(now.mapping)];
  const counted = columns.filter((pair) => (pair.before >= 0 && pair.now >= 0) || usedBefore.has(pair.before) || usedNow.has(pair.now));
  const old = await hashed(before, counted.map((pair) => pair.before), catalogue, pace, 0);
  const fresh = await hashed(now, counted.map((pair) => pair.now), catalogue, pace, 0.5);
  const key = old.table.length === 0 ? null : old.table.bestKey();
  return { ...differenceOf(old.table, fresh.table, key), by: key === null ? 'row' : 'identity', columns, refused: fresh.refused };
}

/** Cells of the rows wanted, in the order of `columns`; reads up to the last of them and stops. */
async function cellsOf(side: Side, wanted: ReadonlySet<number>, columns: readonly number[], catalogue: Catalogue): Promise<ReadonlyMap<number, string[]>> {
  const found = new Map<number, string[]>();
  if (wanted.size === 0) return found;
  for await (const { outcomes } of rowsOf(side, catalogue)) {
    for (const outcome of outcomes) if (outcome.kind === 'row' && wanted.has(outcome.row)) found.set(outcome.row, columns.map((column) => cellAt(outcome.cells, column)));
    if (found.size === wanted.size) break;
  }
  return found;
}

/** A comparison as people read it: counts, and the first rows of each kind. */
export async function describe(source: VersionDifference['source'], before: Side, now: Side, comparison: Comparison, catalogue: Catalogue): Promise<VersionDifference> {
  const { columns, by, same, changed, added, gone, refused } = comparison;
  const shown = { added: added.slice(0, SHOWN), before: changed.before.slice(0, SHOWN), now: changed.now.slice(0, SHOWN), gone: gone.slice(0, SHOWN) };
  const old = await cellsOf(before, new Set([...shown.before, ...shown.gone]), columns.map((pair) => pair.before), catalogue);
  const fresh = await cellsOf(now, new Set([...shown.now, ...shown.added]), columns.map((pair) => pair.now), catalogue);
  const rows = (numbers: Uint32Array, cells: ReadonlyMap<number, string[]>): { row: number; cells: string[] }[] => Array.from(numbers, (row) => ({ row, cells: cells.get(row) ?? [] }));
  return {
    source,
    by,
    headings: columns.map((pair) => pair.heading),
    columnsNew: columns.filter((pair) => pair.before < 0).map((pair) => pair.heading),
    columnsGone: columns.filter((pair) => pair.now < 0).map((pair) => pair.heading),
    counts: { same: same.now.length, added: added.length, changed: changed.now.length, gone: gone.length, refused },
    added: rows(shown.added, fresh),
    changed: Array.from(shown.now, (row, at) => ({ row, before: { row: shown.before[at] ?? 0, cells: old.get(shown.before[at] ?? 0) ?? [] }, cells: fresh.get(row) ?? [] })),
    gone: rows(shown.gone, old),
  };
}
