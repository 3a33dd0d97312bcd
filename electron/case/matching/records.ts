import type { Database } from 'better-sqlite3';
import type { MatchRecord } from '../../../shared/analysis/matching/matchRecord';
import type { Values } from '../../../shared/model/records';
import { captionOf, CASE_LANGUAGE } from '../../../shared/schema/caption';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, MatchKind, MatchRole } from '../../../shared/schema/types';
import { identifiersOf } from '../db/identifiers';
import { query } from '../queries/statements';

/** What more entities than these are linked with tells nothing of any of them: a switchboard, a town, a bank. */
export const HUB = 50;
/** Neighbours of one entity that are looked at. */
const NEIGHBOURS = 2000;
/** Different statements of one entity that are read. */
const STATEMENTS = 400;
/** Values of one kind that a record holds. */
const VALUES = 40;
/** Entities asked for at once. */
const BATCH = 500;

/** How the entities of one type are read. */
export interface TypeReading {
  readonly type: EntityType;
  readonly kind: MatchKind;
  readonly byRole: ReadonlyMap<MatchRole, readonly string[]>;
  /** Properties that make a name together, the fullest first: given and family name. */
  readonly parts: readonly (readonly string[])[];
}

/** What a catalogue says of how to read entities, worked out once. */
interface CatalogueReading {
  readonly types: ReadonlyMap<string, TypeReading>;
  /** Kinds of identifiers that tell who somebody is; not the numbers that suppliers give, and not addresses. */
  readonly identifiers: ReadonlySet<string>;
}

const readings = new WeakMap<Catalogue, CatalogueReading>();

export function typeReading(type: EntityType, kind: MatchKind): TypeReading {
  const byRole = new Map<MatchRole, string[]>();
  for (const { id, match } of type.properties) if (match !== undefined) byRole.set(match, [...(byRole.get(match) ?? []), id]);
  const named = new Set(type.properties.filter((property) => property.kind === 'name').map(({ id }) => id));
  return { type, kind, byRole, parts: type.caption.filter((parts) => parts.every((id) => named.has(id))) };
}

function readingOf(catalogue: Catalogue): CatalogueReading {
  let reading = readings.get(catalogue);
  if (reading === undefined) {
    const matched = catalogue.entityTypes.flatMap((type): [string, TypeReading][] => (type.matchAs === undefined ? [] : [[type.id, typeReading(type, type.matchAs)]]));
    const identifiers = catalogue.entityTypes.flatMap((type) => type.properties).flatMap(({ identifier, match }) => (identifier !== undefined && match === 'identifier' ? [identifier] : []));
    readings.set(catalogue, (reading = { types: new Map(matched), identifiers: new Set(identifiers) }));
  }
  return reading;
}

/** Types of entities that are compared with one another, by id. */
export const matchedTypes = (catalogue: Catalogue): readonly string[] => [...readingOf(catalogue).types.keys()];

interface Neighbour { readonly n: number; readonly other: number }
interface Linked { readonly n: number; readonly canonical: string; readonly type: string; readonly caption: string; readonly key: string; readonly start: string | null }

/** Both directions, each neighbour once; of those that have more, the first. */
const LINKED = `SELECT wanted.value AS n, link.to_n AS other FROM json_each(@keys) wanted CROSS JOIN link ON link.from_n = wanted.value WHERE link.seq_retracted IS NULL
  UNION SELECT wanted.value, link.from_n FROM json_each(@keys) wanted CROSS JOIN link ON link.to_n = wanted.value WHERE link.seq_retracted IS NULL`;
const LINKED_OF_MANY = `SELECT @n AS n, other FROM (SELECT to_n AS other FROM link WHERE from_n = @n AND seq_retracted IS NULL UNION SELECT from_n FROM link WHERE to_n = @n AND seq_retracted IS NULL LIMIT ${NEIGHBOURS})`;

/** Words without those that are there already; no more than a record holds. */
const distinct = (texts: Iterable<string>): string[] => [...new Set([...texts].filter((text) => text !== ''))].slice(0, VALUES);

/** Names of one entity: its own, and those that are written in parts, as each statement has them together. */
export function namesOf(reading: Pick<TypeReading, 'byRole' | 'parts'>, said: readonly Values[]): string[] {
  const whole = said.flatMap((values) => (reading.byRole.get('name') ?? []).flatMap((id) => (values[id] ?? []).map(({ v }) => v)));
  const known: Record<string, string> = {};
  for (const values of said) for (const [id, [first]] of Object.entries(values)) if (first !== undefined) known[id] ??= first.v;
  const joined = (values: Readonly<Record<string, string>>, parts: readonly string[]): string => (parts.every((id) => values[id] !== undefined) ? parts.map((id) => values[id]).join(' ') : '');
  const several = reading.parts.filter((parts) => parts.length > 1);
  const together = said.flatMap((values) => several.map((parts) => joined(Object.fromEntries(parts.flatMap((id) => (values[id]?.[0] === undefined ? [] : [[id, values[id][0].v]]))), parts)));
  const names = distinct([...whole, ...together, ...several.map((parts) => joined(known, parts))]);
  // A part by itself is a name only where there is no other.
  return names.length > 0 ? names : distinct(reading.parts.filter((parts) => parts.length === 1).map((parts) => joined(known, parts))).slice(0, 1);
}

/** An address in one line, with the town or postcode that its caption leaves out. */
const lineOf = (caption: string, key: string): string => (key === '' || caption.includes(key) ? caption : `${caption}, ${key}`);

/** What a batch of entities is linked with, as far as it tells who they are. */
class Surroundings {
  private readonly linked = new Map<number, Linked>();
  private readonly identifiers = new Map<number, { kind: string; value: string }[]>();
  private readonly neighbours = new Map<number, number[]>();

  constructor(db: Database, private readonly reading: CatalogueReading, entities: readonly { readonly n: number; readonly links: number }[]) {
    const few = entities.filter(({ links }) => links > 0 && links <= NEIGHBOURS).map(({ n }) => n);
    const pairs = few.length === 0 ? [] : query<Neighbour>(db, LINKED).all({ keys: JSON.stringify(few) });
    for (const { n, links } of entities) if (links > NEIGHBOURS) pairs.push(...query<Neighbour>(db, LINKED_OF_MANY).all({ n }));
    for (const { n, other } of pairs) {
      const known = this.neighbours.get(n);
      if (known === undefined) this.neighbours.set(n, [other]);
      else known.push(other);
    }
    const others = JSON.stringify([...new Set(pairs.map(({ other }) => other))]);
    if (pairs.length === 0) return;
    for (const row of query<Linked>(db, `SELECT e.n, e.canonical, e.type, e.caption, e.key_line AS key, e.start FROM json_each(@others) wanted CROSS JOIN entity e ON e.n = wanted.value WHERE e.seq_retracted IS NULL AND e.links <= ${HUB}`).all({ others })) this.linked.set(row.n, row);
    const unmatched = JSON.stringify([...this.linked.values()].filter(({ type }) => !reading.types.has(type)).map(({ n }) => n));
    const found = query<{ entity: number; kind: string; value: string }>(db, `SELECT DISTINCT i.entity, i.kind, i.value FROM json_each(@unmatched) wanted CROSS JOIN identifier i ON i.entity = wanted.value
      CROSS JOIN statement s ON s.n = i.statement WHERE s.seq_retracted IS NULL`).all({ unmatched });
    for (const { entity, kind, value } of found) {
      if (!reading.identifiers.has(kind)) continue;
      const known = this.identifiers.get(entity);
      if (known === undefined) this.identifiers.set(entity, [{ kind, value }]);
      else known.push({ kind, value });
    }
  }

  of(n: number): Pick<MatchRecord, 'identifiers' | 'addresses' | 'companions'> {
    const identifiers: { kind: string; value: string }[] = [];
    const [addresses, companions]: [string[], string[]] = [[], []];
    for (const other of this.neighbours.get(n) ?? []) {
      const linked = this.linked.get(other);
      if (linked === undefined || other === n) continue;
      const own = this.identifiers.get(other);
      if (own !== undefined) identifiers.push(...own);
      else if (this.reading.types.get(linked.type)?.kind === 'address') addresses.push(lineOf(linked.caption, linked.key));
      else companions.push(linked.canonical);
    }
    return { identifiers, addresses, companions: [...new Set(companions)].slice(0, NEIGHBOURS) };
  }
}

interface EntityRow { readonly n: number; readonly type: string; readonly links: number }

function statementsOf(db: Database, keys: string): ReadonlyMap<number, Values[]> {
  const said = new Map<number, Values[]>();
  const rows = query<{ subject: number; values: string }>(db, `SELECT DISTINCT s.subject, s."values" FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value WHERE s.seq_retracted IS NULL`);
  for (const { subject, values } of rows.iterate({ keys })) {
    const known = said.get(subject);
    if (known === undefined) said.set(subject, [JSON.parse(values) as Values]);
    else if (known.length < STATEMENTS) known.push(JSON.parse(values) as Values);
  }
  return said;
}

function recordOf(reading: TypeReading, catalogue: Catalogue, known: CatalogueReading, said: readonly Values[], around: Pick<MatchRecord, 'identifiers' | 'addresses' | 'companions'>): MatchRecord {
  const { type, kind, byRole } = reading;
  const valuesOf = (role: MatchRole): string[] => distinct(said.flatMap((values) => (byRole.get(role) ?? []).flatMap((id) => (values[id] ?? []).map(({ v }) => v))));
  const own = said.flatMap((values) => identifiersOf(catalogue, type.id, values)).filter((each) => known.identifiers.has(each.kind));
  const identifiers = new Map([...own, ...around.identifiers].map((each) => [`${each.kind} ${each.value}`, each]));
  const place = kind === 'address';
  // An address is told by its line, as each statement writes it; what stands for places there are its parts.
  const lines = place ? said.map((values) => captionOf(type, values, CASE_LANGUAGE)).map(({ caption, key }) => lineOf(caption, key)) : [];
  return {
    kind,
    names: place ? distinct(lines) : namesOf(reading, said),
    births: valuesOf('birthDate'),
    genders: valuesOf('gender'),
    places: place ? [] : valuesOf('place'),
    identifiers: [...identifiers.values()].slice(0, 4 * VALUES),
    addresses: place ? [] : distinct(around.addresses),
    companions: around.companions,
  };
}

/**
 * What tells who entities are, by their short keys: names (whole, and of their parts), births, gender, places, identifiers of their own and of linked things that are not compared themselves
 * (a phone, an account), addresses that they are linked with, and ids of other neighbours (what is judged one as one). Hubs tell nothing. Entities that are gone, or of a type that
 * is not compared, are left out. Reads some 30,000 entities per second.
 */
export function recordsOf(db: Database, catalogue: Catalogue, keys: readonly number[]): Map<number, MatchRecord> {
  const reading = readingOf(catalogue);
  const records = new Map<number, MatchRecord>();
  for (let at = 0; at < keys.length; at += BATCH) {
    const rows = query<EntityRow>(db, 'SELECT e.n, e.type, e.links FROM json_each(@keys) wanted CROSS JOIN entity e ON e.n = wanted.value WHERE e.seq_retracted IS NULL').all({ keys: JSON.stringify(keys.slice(at, at + BATCH)) });
    const matched = rows.filter(({ type }) => reading.types.has(type));
    if (matched.length === 0) continue;
    const said = statementsOf(db, JSON.stringify(matched.map(({ n }) => n)));
    const around = new Surroundings(db, reading, matched);
    for (const { n, type } of matched) {
      const own = reading.types.get(type);
      if (own !== undefined) records.set(n, recordOf(own, catalogue, reading, said.get(n) ?? [], around.of(n)));
    }
  }
  return records;
}
