import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

/** Links up to which an entity's own are gone through; of those with more it is asked per type of link, so that a hub costs no more. */
const FEW = 2000;

/** Members of groups: short key, number of links, and the short key of the one that stands for the group. */
export interface GroupMember {
  readonly n: number;
  readonly links: number;
  readonly top: number;
}

const table = (name: string): string => `${name}(n, top) AS MATERIALIZED (SELECT CAST(value ->> 0 AS INTEGER), CAST(value ->> 1 AS INTEGER) FROM json_each(@${name}))`;

/** From those with few links to any of theirs, and to those with few from any of theirs that has many. */
const OF_FEW = `WITH ${table('few')}, ${table('many')}, ${table('member')}
  SELECT few.top, count(*) AS links FROM few CROSS JOIN link l ON l.from_n = few.n CROSS JOIN member o ON o.n = l.to_n AND o.top = few.top WHERE o.n <> few.n AND l.seq_retracted IS NULL GROUP BY few.top
  UNION ALL
  SELECT few.top, count(*) AS links FROM few CROSS JOIN link l ON l.to_n = few.n CROSS JOIN many o ON o.n = l.from_n AND o.top = few.top WHERE l.seq_retracted IS NULL GROUP BY few.top`;

const AMONG_MANY = `WITH ${table('many')}
  SELECT one.top, count(*) AS links FROM many one CROSS JOIN many other ON other.top = one.top AND other.n <> one.n CROSS JOIN json_each(@types) type
  CROSS JOIN link l ON l.from_n = one.n AND l.type = type.value AND l.to_n = other.n WHERE l.seq_retracted IS NULL GROUP BY one.top`;

/** Live links between different members of each group, by the one that stands for it; groups without any are left out. */
export function insideLinks(db: Database, catalogue: Catalogue, members: readonly GroupMember[]): Map<number, number> {
  const json = (all: readonly GroupMember[]): string => JSON.stringify(all.map(({ n, top }) => [n, top]));
  const many = members.filter(({ links }) => links > FEW);
  const given = { few: json(members.filter(({ links }) => links > 0 && links <= FEW)), many: json(many), member: json(members) };
  const found = query<{ top: number; links: number }>(db, OF_FEW).all(given);
  if (many.length > 1) found.push(...query<{ top: number; links: number }>(db, AMONG_MANY).all({ many: given.many, types: JSON.stringify(catalogue.linkTypes.map((type) => type.id)) }));
  const inside = new Map<number, number>();
  for (const { top, links } of found) inside.set(top, (inside.get(top) ?? 0) + links);
  return inside;
}
