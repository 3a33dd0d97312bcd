import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { readingSchema } from '../../../shared/mapping/mapping';
import type { Contents } from '../db/contents';
import { openTable, padded } from '../importers/table';

type Request = CaseService['requests']['case.sourceRows'];

/**
 * Rows of a kept table as they stand in the original, around `row`, read again as it was read then. Reads up to there and stops.
 * Throws Failure sourceNotFound when the source is not a table that the case keeps.
 */
export async function sourceRows(db: Database, contents: Contents, { id, row, before, after }: ParsedArgumentsOf<Request>): Promise<ResultOf<Request>> {
  const source = db.prepare<[string], { sha256: string | null; bytes: number; reading: string | null }>('SELECT sha256, bytes, reading FROM source WHERE id = ?').get(id);
  if (source === undefined || source.sha256 === null || source.reading === null) throw new Failure('sourceNotFound');
  const reading = readingSchema.safeParse(JSON.parse(source.reading));
  if (!reading.success) throw new Failure('sourceNotFound');
  const table = await openTable(contents.bytes(source.sha256, source.bytes), '', reading.data);
  const { headerRow } = reading.data;
  const rows: { row: number; cells: string[] }[] = [];
  let headings: string[] = [];
  for await (const batch of table.rows()) {
    for (const each of batch) {
      if (each.row === headerRow) headings = each.cells.map((cell) => cell.trim());
      if (each.row >= row - before && each.row <= row + after) rows.push({ row: each.row, cells: each.cells });
    }
    if ((batch.at(-1)?.row ?? 0) > row + after) break;
  }
  const width = rows.reduce((most, each) => Math.max(most, each.cells.length), headings.length);
  return { headings: padded(headings, width), rows: rows.map((each) => ({ row: each.row, cells: padded(each.cells, width) })), sheet: table.sheet };
}
