import type { Database } from 'better-sqlite3';
import { strictness } from '../../../shared/analysis/evaluation';
import type { NameKind } from '../../../shared/analysis/matching/nameKind';
import type { Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType } from '../../../shared/schema/types';
import { NAME_BIRTH, nameEntries } from '../blind/nameKeys';
import { NAME_RULES } from '../blind/terms';
import { identifiersOf } from '../db/identifiers';
import { plainName } from '../db/words';
import { query } from '../queries/statements';

/** Kinds of entries that are names: of a person two words by their sound with the year of birth, of a company its whole name, or the name without its form. */
export const NAME_KINDS = { person: NAME_BIRTH, company: 'companyName', core: 'companyCore' } as const;
/** How entries are made. Other rules, other hashes: an index that was made by others is made anew. */
export const ENTRY_RULES = `1 ${NAME_RULES}`;

/** Shorter names of companies tell too little. */
const SHORTEST_CORE = 4;
/** What words that many companies share weigh (companyName.ts): one that has no other is called as many are. */
const TELLING = 0.5;
const BATCH = 500;

/** Something by which an entity is known: a normalised identifier, or a key of its name. */
export interface KnownEntry {
  readonly kind: string;
  readonly value: string;
}

const STATEMENTS = `SELECT DISTINCT s.subject AS n, e.type, s."values", CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling
  FROM json_each(@keys) wanted CROSS JOIN entity e ON e.n = wanted.value CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n JOIN source ON source.n = s.source
  WHERE e.seq_retracted IS NULL AND s.seq_retracted IS NULL`;

/**
 * Whether what carries these codes may be known to other cases: not where a code asks for its originator's permission, for whatever purpose, and not where it is the strictest
 * of its scheme or not known here. A hit would say that it exists.
 */
export function mayBeKnown(handling: string, catalogue: Catalogue): boolean {
  if (handling === '') return true;
  return (JSON.parse(handling) as Handling[]).every((code) => {
    const strict = strictness(code, catalogue);
    const entries = (catalogue.scheme(code.scheme)?.axes ?? []).flatMap((axis) => (code.axis === undefined || code.axis === axis.id ? axis.codes : [])).filter((entry) => entry.code === code.code);
    return strict < 1 && entries.every((entry) => (entry.permission ?? []).length === 0);
  });
}

const isTelling = (type: EntityType): boolean => type.matchAs === 'person' || type.matchAs === 'company' || type.properties.some(({ identifier, match }) => identifier !== undefined && match === 'identifier');

/** Types of entities that have anything by which other cases could know them. */
export const knownTypes = (catalogue: Catalogue): readonly string[] => catalogue.entityTypes.filter(isTelling).map((type) => type.id);

function namesOf(type: EntityType, said: readonly Values[]): string[] {
  const whole = type.properties.filter((property) => property.match === 'name').map(({ id }) => id);
  const named = new Set(type.properties.filter((property) => property.kind === 'name').map(({ id }) => id));
  const joined = type.caption.filter((parts) => parts.length > 1 && parts.every((id) => named.has(id)));
  return [...new Set(said.flatMap((values) => [
    ...whole.flatMap((id) => (values[id] ?? []).map(({ v }) => v)),
    ...joined.flatMap((parts) => (parts.every((id) => values[id]?.[0] !== undefined) ? [parts.map((id) => values[id]?.[0]?.v ?? '').join(' ')] : [])),
  ]))];
}

function* companyEntries(names: readonly string[], read: NameKind['read']): Generator<KnownEntry> {
  for (const name of names) {
    const { key, words } = read(name);
    if (key.length < SHORTEST_CORE || !words.some((word) => word.weight >= TELLING)) continue;
    yield { kind: NAME_KINDS.company, value: plainName(name) };
    yield { kind: NAME_KINDS.core, value: key };
  }
}

function entriesIn(catalogue: Catalogue, type: EntityType, said: readonly Values[], read: NameKind['read']): KnownEntry[] {
  const telling = new Set(type.properties.flatMap(({ identifier, match }) => (identifier !== undefined && match === 'identifier' ? [identifier] : [])));
  const entries: KnownEntry[] = said.flatMap((values) => identifiersOf(catalogue, type.id, values).filter(({ kind }) => telling.has(kind)));
  if (type.matchAs === 'person') {
    const births = type.properties.filter((property) => property.match === 'birthDate').flatMap(({ id }) => said.flatMap((values) => (values[id] ?? []).filter(({ doubt }) => doubt === undefined).map(({ v }) => v)));
    for (const { kind, value } of nameEntries(namesOf(type, said), births, '')) if (kind === NAME_BIRTH) entries.push({ kind, value });
  }
  if (type.matchAs === 'company') entries.push(...companyEntries(namesOf(type, said), read));
  return [...new Map(entries.map((entry) => [`${entry.kind}\u0000${entry.value}`, entry])).values()];
}

/**
 * By what live entities are known to other cases, by their short keys: only what statements say that may be known at all. Entities of which nothing may, or that are gone,
 * are left out. `read` reads names of companies.
 */
export function entriesOf(db: Database, catalogue: Catalogue, read: NameKind['read'], keys: readonly number[]): Map<number, readonly KnownEntry[]> {
  const found = new Map<number, readonly KnownEntry[]>();
  const allowed = new Map<string, boolean>();
  for (let at = 0; at < keys.length; at += BATCH) {
    const said = new Map<number, { readonly type: string; readonly values: Values[] }>();
    for (const { n, type, values, handling } of query<{ n: number; type: string; values: string; handling: string }>(db, STATEMENTS).iterate({ keys: JSON.stringify(keys.slice(at, at + BATCH)) })) {
      let may = allowed.get(handling);
      if (may === undefined) allowed.set(handling, (may = mayBeKnown(handling, catalogue)));
      if (!may) continue;
      const known = said.get(n);
      if (known === undefined) said.set(n, { type, values: [JSON.parse(values) as Values] });
      else known.values.push(JSON.parse(values) as Values);
    }
    for (const [n, { type: id, values }] of said) {
      const type = catalogue.entityType(id);
      const entries = type === undefined ? [] : entriesIn(catalogue, type, values, read);
      if (entries.length > 0) found.set(n, entries);
    }
  }
  return found;
}
