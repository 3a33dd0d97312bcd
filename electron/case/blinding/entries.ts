import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { Id } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { NAME_BIRTH, NAME_WHOLE, nameEntries } from '../blind/nameKeys';
import type { BlindEntry } from '../blind/ownList';
import { namesOf, typeReading } from '../matching/records';
import type { TypeReading } from '../matching/records';
import { HANDLING_AS_IT_STANDS, slices, withinReach } from '../releasable/selection';
import { Verdicts, type JudgedRow } from '../releasable/verdicts';

/** A supplier's own numbers mean nothing to another service. */
const REFERENCE = 'reference';

/** What of a case may be compared with what an audience has. */
export interface CaseEntries {
  /** Each entry as often as entities have it; see refOf for whose it is. */
  readonly entries: readonly BlindEntry[];
  /** Entities that give one or more. */
  readonly entities: number;
  /** Statements that are held back from the audience, and so give none. */
  readonly withheld: number;
  /** Permissions that it rests on. */
  readonly permissions: readonly Id[];
}

interface SaidRow extends JudgedRow { readonly n: number; readonly subject: number; readonly values: string }
interface EntityRow { readonly n: number; readonly id: string; readonly type: string }
interface IdentifierRow { readonly entity: number; readonly statement: number; readonly kind: string; readonly value: string }

const SAID = `SELECT s.n, s.subject, s."values", source.n AS source, source.id AS sourceId, source.supplier, ${HANDLING_AS_IT_STANDS}
  FROM json_each(?) wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL`;
const ENTITIES = 'SELECT e.n, e.id, e.type FROM json_each(?) wanted CROSS JOIN entity e ON e.n = wanted.value WHERE e.seq_retracted IS NULL';
const IDENTIFIERS = `SELECT i.entity, i.statement, i.kind, i.value FROM json_each(?) wanted CROSS JOIN identifier i ON i.entity = wanted.value WHERE i.kind <> '${REFERENCE}'`;
const ALL = 'SELECT n FROM entity WHERE seq_retracted IS NULL ORDER BY n';

const ID_LENGTH = 36;
/** Whose an entry is and what it says, as one text that never leaves: a hit must be known by its value later. */
const refOf = (id: Id, value: string): string => `${id} ${value}`;

/** The entity that a ref names, and the entry's value. */
export const ownerOf = (ref: string): { readonly entity: Id; readonly value: string } => ({ entity: ref.slice(0, ID_LENGTH), value: ref.slice(ID_LENGTH + 1) });

/** Kinds of entries that tell who or what somebody is: those that properties are matched by, and names with a year of birth. */
export function usualKinds(catalogue: Catalogue): ReadonlySet<string> {
  const properties = catalogue.entityTypes.flatMap((type) => type.properties);
  return new Set([NAME_BIRTH, ...properties.flatMap(({ identifier, match }) => (identifier !== undefined && match === 'identifier' && identifier !== REFERENCE ? [identifier] : []))]);
}

/** How people are read, by type. */
function peopleOf(catalogue: Catalogue): ReadonlyMap<string, TypeReading> {
  return new Map(catalogue.entityTypes.flatMap((type): [string, TypeReading][] => (type.matchAs === 'person' ? [[type.id, typeReading(type, 'person')]] : [])));
}

/** Entries of one person, of what may be said of it. A name and a birth that two statements say count together only where both may go. */
function* namesKnown(reading: TypeReading, said: readonly Values[], id: Id): Generator<BlindEntry> {
  const births = said.flatMap((values) => (reading.byRole.get('birthDate') ?? []).flatMap((property) => (values[property] ?? []).map(({ v }) => v)));
  for (const { kind, value } of nameEntries(namesOf(reading, said), births, id)) yield { kind, value, ref: refOf(id, value) };
}

/**
 * The entries of a part of a case for an audience: canonical identifiers of all kinds but suppliers' own numbers, and name keys of people; only from live statements that may be disclosed to
 * it, so that a hit never shows what is withheld. `kinds` null: all. `step` is called for each slice and may throw to stop. Throws Failure chartNotFound.
 */
export function entriesOf(db: Database, catalogue: Catalogue, scope: ExportScope, audience: Audience, kinds: ReadonlySet<string> | null = null, step: (done: number, total: number) => void = () => undefined): CaseEntries {
  const verdicts = new Verdicts(catalogue, audience);
  const people = kinds === null || kinds.has(NAME_BIRTH) || kinds.has(NAME_WHOLE) ? peopleOf(catalogue) : new Map<string, TypeReading>();
  const wanted = scope.kind === 'case' ? db.prepare<[], number>(ALL).pluck().all() : withinReach(db, catalogue, scope).entities;
  const [rows, statements, identifiers] = [db.prepare<[string], EntityRow>(ENTITIES), db.prepare<[string], SaidRow>(SAID), db.prepare<[string], IdentifierRow>(IDENTIFIERS)];
  const entries: BlindEntry[] = [];
  const permissions = new Set<Id>();
  let [entities, withheld, done] = [0, 0, 0];
  for (const slice of slices(wanted)) {
    const keys = JSON.stringify(slice);
    const may = new Set<number>();
    const said = new Map<number, Values[]>();
    for (const row of statements.iterate(keys)) {
      const verdict = verdicts.of(row);
      if (verdict.withheld !== null && !verdicts.all) {
        withheld += 1;
        continue;
      }
      may.add(row.n);
      for (const id of verdict.permissions) permissions.add(id);
      const values = JSON.parse(row.values) as Values;
      const known = said.get(row.subject);
      if (known === undefined) said.set(row.subject, [values]);
      else known.push(values);
    }
    const known = new Map<number, Map<string, BlindEntry>>();
    const byKey = new Map(rows.all(keys).map((row) => [row.n, row]));
    const add = (n: number, entry: BlindEntry): void => {
      if (kinds !== null && !kinds.has(entry.kind)) return;
      const own = known.get(n) ?? new Map<string, BlindEntry>();
      known.set(n, own.set(`${entry.kind} ${entry.value}`, entry));
    };
    for (const { entity, statement, kind, value } of identifiers.iterate(keys)) {
      const id = byKey.get(entity)?.id;
      if (id !== undefined && may.has(statement)) add(entity, { kind, value, ref: refOf(id, value) });
    }
    for (const { n, id, type } of byKey.values()) {
      const reading = people.get(type);
      if (reading !== undefined) for (const entry of namesKnown(reading, said.get(n) ?? [], id)) add(n, entry);
    }
    entities += known.size;
    for (const own of known.values()) entries.push(...own.values());
    done += slice.length;
    step(done, wanted.length);
  }
  return { entries, entities, withheld, permissions: [...permissions].sort() };
}

/** Different entries of each kind, the most first. */
export function countedByKind(entries: readonly BlindEntry[]): { readonly kind: string; readonly entries: number }[] {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, value } of entries) {
    const values = kinds.get(kind);
    if (values === undefined) kinds.set(kind, new Set([value]));
    else values.add(value);
  }
  return [...kinds].map(([kind, values]) => ({ kind, entries: values.size })).sort((a, b) => b.entries - a.entries || (a.kind < b.kind ? -1 : 1));
}
