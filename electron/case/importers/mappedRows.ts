import { Failure } from '../../../shared/contract/failure';
import { compileMapping } from '../../../shared/mapping/compile';
import type { Plan } from '../../../shared/mapping/compile';
import { fitMapping } from '../../../shared/mapping/fit';
import type { Mapping, Reject } from '../../../shared/mapping/mapping';
import { mapRow } from '../../../shared/mapping/mapRow';
import type { MappedRow } from '../../../shared/mapping/mapRow';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { isBlank } from './csvRecords';
import type { TableRow } from './csvRecords';
import type { Table } from './table';

export type Outcome =
  | { readonly kind: 'row'; readonly row: number; readonly cells: readonly string[]; readonly mapped: MappedRow }
  | { readonly kind: 'reject'; readonly reject: Reject };

/** Of a rejected row so much is kept for people to see what it was. */
const KEPT_CELLS = 200;
const KEPT_TEXT = 2000;

/** Throws Failure mappingInvalid with the first fault. */
function compiled(mapping: Mapping, catalogue: Catalogue): Plan {
  const { plan, faults } = compileMapping(mapping, catalogue);
  const [fault] = faults;
  if (fault !== undefined) throw new Failure('mappingInvalid', { fault: `${fault.at}: ${fault.why}`, faults: faults.length });
  return plan;
}

/** A row as the list of rejects keeps it. */
export function rejectOf(row: Pick<Extract<Outcome, { kind: 'row' }>, 'row' | 'cells'>, code: Reject['code'], detail: string): Reject {
  return { row: row.row, code, detail: detail.slice(0, 500), cells: row.cells.slice(0, KEPT_CELLS).map((cell) => cell.slice(0, KEPT_TEXT)) };
}

const rejected = (row: TableRow, code: Reject['code'], detail: string): Outcome => ({ kind: 'reject', reject: rejectOf(row, code, detail) });

/** Headings of the file as the reading tells; none when it has none. */
const trimmed = (cells: readonly string[], width: number): string[] => Array.from({ length: Math.max(width, cells.findLastIndex((cell) => cell.trim() !== '') + 1) }, (_, at) => (cells[at] ?? '').trim().slice(0, 1000));

/**
 * Streams a table's rows through a mapping. Titles, headings and blank rows are passed over; where the file's columns stand in another
 * order than the mapping's, they are found by their headings. Throws Failure mappingInvalid.
 */
export async function* mappedRows(table: Table, mapping: Mapping, catalogue: Catalogue): AsyncGenerator<Outcome[]> {
  const { headerRow } = mapping.reading;
  let plan = compiled(mapping, catalogue);
  for await (const batch of table.rows()) {
    const outcomes: Outcome[] = [];
    for (const row of batch) {
      if (row.row === headerRow && row.fault === undefined) {
        const fit = fitMapping(mapping, trimmed(row.cells, mapping.headings.length));
        if (fit === null) throw new Failure('mappingInvalid', { fault: 'headings', faults: 1 });
        if (fit !== mapping) plan = compiled(fit, catalogue);
      }
      if (row.row <= headerRow) continue;
      if (row.fault !== undefined) {
        outcomes.push(rejected(row, row.fault.code, row.fault.detail));
        continue;
      }
      if (isBlank(row.cells)) continue;
      const mapped = mapRow(plan, row.cells);
      outcomes.push(mapped.reject === undefined ? { kind: 'row', row: row.row, cells: row.cells, mapped } : rejected(row, mapped.reject.code, mapped.reject.detail));
    }
    if (outcomes.length > 0) yield outcomes;
  }
}
