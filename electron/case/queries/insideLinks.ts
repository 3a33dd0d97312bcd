import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

/** Links up to which one member's are gone through; beyond, it is asked per type of link, so that a hub costs no more. */
const FEW = 2000;

// The plus keeps the way by the other end, which may be a hub, from being taken.
const AMONG_FEW = `SELECT (SELECT count(*) FROM link l WHERE l.from_n = @n AND +l.to_n IN (SELECT value FROM json_each(@others)) AND l.seq_retracted IS NULL)
  + (SELECT count(*) FROM link l WHERE l.to_n = @n AND +l.from_n IN (SELECT value FROM json_each(@others)) AND l.seq_retracted IS NULL) AS links`;
const BY_TYPE = `SELECT (SELECT count(*) FROM json_each(@types) type CROSS JOIN json_each(@others) other CROSS JOIN link l ON l.from_n = @n AND l.type = type.value AND l.to_n = other.value WHERE l.seq_retracted IS NULL)
  + (SELECT count(*) FROM json_each(@types) type CROSS JOIN json_each(@others) other CROSS JOIN link l ON l.from_n = other.value AND l.type = type.value AND l.to_n = @n WHERE l.seq_retracted IS NULL) AS links`;

/** Live links between different ones of these entities. */
export function insideLinks(db: Database, catalogue: Catalogue, members: readonly { readonly n: number; readonly links: number }[]): number {
  const rising = members.toSorted((a, b) => a.links - b.links);
  return rising.slice(0, -1).reduce((sum, { n, links }, at) => {
    if (links === 0) return sum;
    const given = { n, others: JSON.stringify(rising.slice(at + 1).map((other) => other.n)) };
    const found = links <= FEW ? query<{ links: number }>(db, AMONG_FEW).get(given) : query<{ links: number }>(db, BY_TYPE).get({ ...given, types: JSON.stringify(catalogue.linkTypes.map((type) => type.id)) });
    return sum + (found?.links ?? 0);
  }, 0);
}
