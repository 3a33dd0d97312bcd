import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { query } from './statements';

type Request = CaseService['requests']['case.pages'];

export interface LiveSource {
  readonly n: number;
  readonly title: string;
  /** How it was read, as JSON; null for entries by hand. */
  readonly reading: string | null;
}

/** A source that is not retracted. Throws Failure sourceNotFound. */
export function liveSource(db: Database, id: string): LiveSource {
  const found = query<LiveSource>(db, 'SELECT n, title, reading FROM source WHERE id = @id AND seq_retracted IS NULL').get({ id });
  if (found === undefined) throw new Failure('sourceNotFound');
  return found;
}

/** Texts of pages of a source from page `from` on. */
export function pagesOf(db: Database, source: number, from: number, limit: number): { readonly page: number; readonly text: string }[] {
  return query<{ page: number; text: string }>(db, 'SELECT page, text FROM source_page WHERE source = @source AND page >= @from ORDER BY page LIMIT @limit').all({ source, from, limit });
}

/** Readable text of a document, page by page. Throws Failure sourceNotFound. */
export function pages(db: Database, { source, from, limit }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const { n, title } = liveSource(db, source);
  const total = query<{ total: number }>(db, 'SELECT count(*) AS total FROM source_page WHERE source = @n').get({ n })?.total ?? 0;
  return { title, total, pages: pagesOf(db, n, from, limit) };
}
