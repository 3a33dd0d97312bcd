import type { Database } from 'better-sqlite3';
import type { ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { query } from './statements';

type Requests = CaseService['requests'];

/** Contents of a table of whole documents. They were checked when written, so they are not checked again. */
function contents<T>(db: Database, table: string): T[] {
  return query<{ content: string }>(db, `SELECT content FROM ${table} ORDER BY id`).all({}).map(({ content }) => JSON.parse(content) as T);
}

/** All recipients by name. */
export function recipients(db: Database): ResultOf<Requests['case.recipients']> {
  return contents<ResultOf<Requests['case.recipients']>[number]>(db, 'recipient').sort((a, b) => a.name.localeCompare(b.name));
}

/** All releases, newest first. */
export function releases(db: Database): ResultOf<Requests['case.releases']> {
  return contents<ResultOf<Requests['case.releases']>[number]>(db, 'release').sort((a, b) => b.seq - a.seq);
}

/** All saved imports by name. */
export function recipes(db: Database): ResultOf<Requests['case.recipes']> {
  return contents<Omit<ResultOf<Requests['case.recipes']>[number], 'shipped'>>(db, 'recipe').map((recipe) => ({ ...recipe, shipped: false })).sort((a, b) => a.name.localeCompare(b.name));
}
