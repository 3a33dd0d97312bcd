import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Reject } from '../../../shared/mapping/mapping';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

type Request = CaseService['requests']['case.sourceRejects'];

/** The headings that were kept with how the file was read; none where it had none. */
function headingsOf(reading: string | null): string[] {
  const headings = reading === null ? undefined : (JSON.parse(reading) as { headings?: unknown }).headings;
  return Array.isArray(headings) ? headings.map(String) : [];
}

/** Rows of a source that did not come in, in the order of the file, at most `limit` of `total`. Throws Failure("sourceNotFound"). */
export function sourceRejects(db: Database, _catalogue: Catalogue, { id, limit }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const source = query<{ n: number; reading: string | null }>(db, 'SELECT n, reading FROM source WHERE id = @id').get({ id });
  if (source === undefined) throw new Failure('sourceNotFound');
  const rows = query<Omit<Reject, 'cells'> & { cells: string }>(db, 'SELECT row, code, detail, cells FROM reject WHERE source = @n ORDER BY row LIMIT @limit').all({ n: source.n, limit });
  return {
    rejects: rows.map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] })),
    total: query<{ total: number }>(db, 'SELECT count(*) AS total FROM reject WHERE source = @n').get({ n: source.n })?.total ?? 0,
    headings: headingsOf(source.reading),
  };
}
