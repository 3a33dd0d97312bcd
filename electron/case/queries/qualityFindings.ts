import type { Database } from 'better-sqlite3';
import { dismissalKey, dismissalSchema, dismissedFinding, type Dismissal } from '../../../shared/commands/qualityDismiss';
import { keyText } from '../../../shared/commands/image';
import type { Finding } from '../../../shared/contract/quality';
import { ImagedRows } from '../db/imaged';
import type { Found } from '../quality/findings';
import { entitiesByKey } from './entityRows';
import { query } from './statements';

/** Keys of all findings that somebody said are right. */
export const dismissedFindings = (db: Database): ReadonlySet<string> => new Set(
  query<{ key: string }>(db, "SELECT key FROM setting WHERE key GLOB 'quality:*'").all({}).flatMap(({ key }) => dismissedFinding(key) ?? []),
);

function dismissalOf(db: Database, key: string): Dismissal | null {
  const row = new ImagedRows(db).read('setting', keyText(dismissalKey(key))) as { readonly content?: unknown } | null;
  return dismissalSchema.safeParse(row?.content).data ?? null;
}

const SOURCES = 'SELECT DISTINCT source.id, source.title FROM json_each(@statements) wanted CROSS JOIN statement s ON s.n = wanted.value JOIN source ON source.n = s.source';

/** Findings as they are shown, in the order given. Those that speak of what is not in the case any more are left out. */
export function qualityFindings(db: Database, found: readonly Found[]): Finding[] {
  const alive = query<{ n: number }>(db, 'SELECT 1 AS n FROM entity WHERE n = @n AND seq_retracted IS NULL');
  const sourceOf = query<{ id: string; title: string }>(db, 'SELECT id, title FROM source WHERE n = @n AND seq_retracted IS NULL');
  const linkOf = query<{ id: string; type: string; start: string | null }>(db, 'SELECT id, type, start FROM link WHERE n = @n AND seq_retracted IS NULL');
  return found.flatMap(({ key, check, detail, entities: keys, link: linkN, source: sourceN, property, values }): Finding[] => {
    const entities = entitiesByKey(db, keys.filter((n) => alive.get({ n }) !== undefined));
    const link = linkN === null ? null : (linkOf.get({ n: linkN }) ?? null);
    const source = sourceN === null ? null : (sourceOf.get({ n: sourceN }) ?? null);
    if (entities.length < keys.length || (linkN !== null && link === null) || (sourceN !== null && source === null)) return [];
    const dismissal = dismissalOf(db, key);
    return [{
      key, check, detail, entities, link, source, property,
      values: values.map(({ of, property: said, value, statements }) => ({ of, property: said, ...value, sources: query<{ id: string; title: string }>(db, SOURCES).all({ statements: JSON.stringify(statements) }) })),
      dismissed: dismissal === null ? null : { reason: dismissal.reason, by: dismissal.by, at: dismissal.at },
    }];
  });
}
