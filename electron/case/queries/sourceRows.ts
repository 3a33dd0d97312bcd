import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { readingSchema } from '../../../shared/mapping/mapping';
import { recordPlanSchema } from '../../../shared/mapping/recordPlan';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Contents } from '../db/contents';
import type { Bytes } from '../importers/bytes';
import { beating } from '../importers/document';
import { openIncoming } from '../importers/incoming';
import { openTable, padded } from '../importers/table';

type Request = CaseService['requests']['case.sourceRows'];

const NO_SOURCE: RecordPlan['source'] = { supplier: '', grading: null, handling: [] };

/**
 * Rows of a kept table as they stand in the original, or main texts of the records of another file, around `row`, read again as it was read then. Reads up to there and stops. `beat` is called with every read.
 * Throws Failure sourceNotFound when the source is not a table that the case keeps.
 */
export async function sourceRows(db: Database, catalogue: Catalogue, contents: Contents, { id, row, before, after }: ParsedArgumentsOf<Request>, beat?: () => void): Promise<ResultOf<Request>> {
  const source = db.prepare<[string], { title: string; sha256: string | null; bytes: number; reading: string | null }>('SELECT title, sha256, bytes, reading FROM source WHERE id = ?').get(id);
  if (source === undefined || source.sha256 === null || source.reading === null) throw new Failure('sourceNotFound');
  const stored: unknown = JSON.parse(source.reading);
  const kept = beating(contents.bytes(source.sha256, source.bytes), beat);
  const records = recordPlanSchema.safeParse({ ...(stored as object), source: NO_SOURCE });
  if (records.success) return recordRows(kept, source.title, records.data, catalogue, row - before, row + after);
  const reading = readingSchema.safeParse(stored);
  if (!reading.success) throw new Failure('sourceNotFound');
  const table = await openTable(kept, '', reading.data);
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

async function recordRows(kept: Bytes, name: string, plan: RecordPlan, catalogue: Catalogue, first: number, last: number): Promise<ResultOf<Request>> {
  const incoming = await openIncoming(kept, name, plan, catalogue);
  const rows: { row: number; cells: string[] }[] = [];
  for await (const batch of incoming.outcomes()) {
    for (const outcome of batch) {
      const { row, cells } = outcome.kind === 'row' ? outcome : outcome.kind === 'reject' ? outcome.reject : { row: 0, cells: [] };
      if (row >= first && row <= last && row > 0) rows.push({ row, cells: [...cells] });
    }
  }
  const width = rows.reduce((most, each) => Math.max(most, each.cells.length), 0);
  return { headings: padded([], width), rows: rows.toSorted((a, b) => a.row - b.row).map((each) => ({ row: each.row, cells: padded(each.cells, width) })), sheet: null };
}
