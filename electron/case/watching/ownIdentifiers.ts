import type { Database } from 'better-sqlite3';
import { query } from '../queries/statements';

export interface OwnIdentifier {
  readonly kind: string;
  readonly value: string;
}

const OWN = `SELECT DISTINCT i.entity, i.kind, i.value FROM json_each(@keys) wanted CROSS JOIN identifier i ON i.entity = wanted.value CROSS JOIN statement s ON s.n = i.statement WHERE s.seq_retracted IS NULL`;

/** Identifiers that live statements give entities themselves, by short key; those without any are left out. */
export function ownIdentifiers(db: Database, keys: readonly number[]): Map<number, OwnIdentifier[]> {
  const own = new Map<number, OwnIdentifier[]>();
  for (const { entity, kind, value } of query<{ entity: number; kind: string; value: string }>(db, OWN).all({ keys: JSON.stringify(keys) })) {
    const known = own.get(entity);
    if (known === undefined) own.set(entity, [{ kind, value }]);
    else known.push({ kind, value });
  }
  return own;
}
