import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf } from '../../../shared/contract/definition';

export type ListOrder = ParsedArgumentsOf<CaseService['requests']['case.browse']>['order'];

/** What lists of entities are ordered by, with the entity's short key. */
export interface Listed {
  readonly n: number;
  readonly caption: string;
  readonly links: number;
  readonly added: number;
}

/** As SQLite's NOCASE has it: letters of ASCII alone, and otherwise by bytes. */
const folded = (text: string): Buffer => Buffer.from(text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()), 'utf8');

/** The same orders as those of the rows that are read. */
const COMPARE: Readonly<Record<ListOrder, (a: Listed, b: Listed) => number>> = {
  links: (a, b) => b.links - a.links || a.n - b.n,
  caption: (a, b) => Number(a.caption === '') - Number(b.caption === '') || Buffer.compare(folded(a.caption), folded(b.caption)) || a.n - b.n,
  recent: (a, b) => b.added - a.added || b.n - a.n,
};

interface Paged {
  readonly order: ListOrder;
  readonly limit: number;
  readonly offset: number;
  /** Those of the rows that are shown as part of another, and are not to be listed. */
  readonly members: readonly Listed[];
  /** What is listed in their place. */
  readonly together: readonly Listed[];
  /** Reads rows in this order, members among them. */
  readonly read: (rows: { readonly limit: number; readonly offset: number }) => readonly Listed[];
}

/**
 * Short keys of a page of a list that stands in the database but for a few, which are taken out and put in elsewhere, without asking each row whether it is one of them:
 * rows are read from as far before the page as those few can have moved it.
 */
export function pageOf({ order, limit, offset, members, together, read }: Paged): number[] {
  if (members.length === 0 && together.length === 0) return read({ limit, offset }).map((row) => row.n);
  const compare = COMPARE[order];
  const from = Math.max(0, offset - together.length);
  const rows = read({ limit: limit + together.length + 2 * members.length, offset: from });
  const [first] = rows;
  const under = new Set(members.map((row) => row.n));
  const before = (list: readonly Listed[]): number => (from === 0 || first === undefined ? 0 : list.filter((row) => compare(row, first) < 0).length);
  const passed = from - before(members) + before(together);
  const own = rows.filter((row) => !under.has(row.n));
  const last = rows.at(-1);
  const ended = rows.length < limit + together.length + 2 * members.length;
  // Beyond the last row that was read nobody knows what else would come first.
  const near = together.filter((row) => (from === 0 || first === undefined || compare(row, first) >= 0) && (ended || last === undefined || compare(row, last) <= 0));
  return [...own, ...near].toSorted(compare).slice(Math.max(0, offset - passed), Math.max(0, offset - passed) + limit).map((row) => row.n);
}
