import type { Database } from 'better-sqlite3';
import type { CaseSettings } from '../../../shared/model/drawing';
import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { slices } from './selection';

interface Used {
  readonly entities: readonly number[];
  readonly links: readonly number[];
  readonly sources: ReadonlyMap<number, { readonly grading: boolean }>;
  readonly handlings: readonly Handling[];
  readonly settings: CaseSettings;
}

function typesIn(db: Database, table: 'entity' | 'link', keys: readonly number[]): Set<string> {
  const types = db.prepare<[string], string>(`SELECT DISTINCT ${table}.type FROM json_each(?) wanted CROSS JOIN ${table} ON ${table}.n = wanted.value`).pluck();
  return new Set([...slices(keys)].flatMap((slice) => types.all(JSON.stringify(slice))));
}

/** The types of what goes, with those that they are described by: what they extend and what links may join. */
function usedTypes(db: Database, catalogue: Catalogue, { entities, links }: Used): ReadonlySet<string> {
  const used = typesIn(db, 'link', links);
  const waiting = [...typesIn(db, 'entity', entities), ...[...used].flatMap((id) => [...(catalogue.linkType(id)?.from ?? []), ...(catalogue.linkType(id)?.to ?? [])])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (used.has(id)) continue;
    used.add(id);
    const base = catalogue.entityType(id)?.extends;
    if (base !== undefined) waiting.push(base);
  }
  return used;
}

/** Schemes whose codes stand on something that goes, or that the case is set to. */
function usedSchemes(db: Database, { entities, links, sources, handlings, settings }: Used): ReadonlySet<string> {
  const used = new Set([settings.marking.scheme, settings.gradingScheme, settings.handlingScheme, ...handlings.map(({ scheme }) => scheme)]);
  const own = (kind: 'entity' | 'link', keys: readonly number[]): string[] => {
    const gradings = db.prepare<[string, string], string>('SELECT DISTINCT s.grading FROM json_each(?) wanted CROSS JOIN statement s ON s.subject_kind = ? AND s.subject = wanted.value WHERE s.grading IS NOT NULL AND s.seq_retracted IS NULL').pluck();
    return [...slices(keys)].flatMap((slice) => gradings.all(JSON.stringify(slice), kind));
  };
  const inherited = db.prepare<[number], string | null>('SELECT grading FROM source WHERE n = ?').pluck();
  const graded = [...sources].flatMap(([n, { grading }]) => (grading ? [inherited.get(n) ?? ''] : []));
  for (const text of new Set([...graded, ...own('entity', entities), ...own('link', links)])) {
    const grading = text === '' ? null : (JSON.parse(text) as Grading | null);
    if (grading !== null) used.add(grading.scheme);
  }
  return used;
}

/** Copies those of a case's own types and schemes that are needed to read what goes, and no others: a type's name may say what a case is about. */
export function addOwnTypes(from: Database, into: Database, catalogue: Catalogue, used: Used): void {
  const types = usedTypes(from, catalogue, used);
  const addType = into.prepare('INSERT INTO user_type (id, use, content) VALUES (?, ?, ?)');
  for (const { id, use, content } of from.prepare<[], { id: string; use: string; content: string }>('SELECT id, use, content FROM user_type ORDER BY id').all()) if (types.has(id)) addType.run(id, use, content);
  const schemes = usedSchemes(from, used);
  const addScheme = into.prepare('INSERT INTO user_scheme (id, content) VALUES (?, ?)');
  for (const { id, content } of from.prepare<[], { id: string; content: string }>('SELECT id, content FROM user_scheme ORDER BY id').all()) if (schemes.has(id)) addScheme.run(id, content);
}
