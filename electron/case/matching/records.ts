import type { Database } from 'better-sqlite3';
import type { MatchRecord } from '../../../shared/analysis/matching/matchRecord';
import type { Values } from '../../../shared/model/records';
import { captionOf, CASE_LANGUAGE } from '../../../shared/schema/caption';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, Family, MatchKind, MatchRole } from '../../../shared/schema/types';
import { identifiersOf } from '../db/identifiers';
import { query } from '../queries/statements';

/** What has more lasting links than these tells nothing of those at their other ends: a switchboard, a town, a bank. */
export const HUB = 50;
/** Things that people and bodies have to themselves: their numbers tell who has them. That two lorries carried one container tells nothing. */
const HELD: ReadonlySet<Family> = new Set<Family>(['communication', 'money', 'documents']);
const HOLDERS: ReadonlySet<MatchKind> = new Set<MatchKind>(['person', 'company']);
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
  /** Types of things whose numbers tell who has them. */
  readonly held: ReadonlySet<string>;
  /** Types of links that last, as JSON: a call or a payment says little of who somebody is, and there may be a million of them. */
  readonly lasting: string;
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
    const held = catalogue.entityTypes.filter(({ family, matchAs }) => matchAs === undefined && HELD.has(family)).map(({ id }) => id);
    const lasting = JSON.stringify(catalogue.linkTypes.filter(({ occurrence }) => !occurrence).map(({ id }) => id));
    readings.set(catalogue, (reading = { types: new Map(matched), identifiers: new Set(identifiers), held: new Set(held), lasting }));
  }
  return reading;
}

/** Types of entities that are compared with one another, by id. */
export const matchedTypes = (catalogue: Catalogue): readonly string[] => [...readingOf(catalogue).types.keys()];

/** Types of links that make neighbours, as JSON. */
export const lastingLinks = (catalogue: Catalogue): string => readingOf(catalogue).lasting;

interface Neighbour { readonly n: number; readonly other: number }
interface Linked { readonly n: number; readonly canonical: string; readonly type: string; readonly caption: string; readonly key: string }

const LASTING = 'link.seq_retracted IS NULL AND link.type IN (SELECT value FROM json_each(@lasting))';
/** Condition on an entity `e` that it is no hub. `@lasting` are the types of its links that count. */
export const NO_HUB = `(e.links <= ${HUB} OR (SELECT count(*) FROM (SELECT 1 FROM link WHERE link.from_n = e.n AND ${LASTING} UNION ALL SELECT 1 FROM link WHERE link.to_n = e.n AND ${LASTING} LIMIT ${HUB + 1})) <= ${HUB})`;
/** Neighbours of entities `@keys`, in both directions, each once. */
export const LINKED = `SELECT wanted.value AS n, link.to_n AS other FROM json_each(@keys) wanted CROSS JOIN link ON link.from_n = wanted.value AND ${LASTING}
  UNION SELECT wanted.value, link.from_n FROM json_each(@keys) wanted CROSS JOIN link ON link.to_n = wanted.value AND ${LASTING}`;
/** Of one that has very many. */
const LINKED_OF_MANY = `SELECT @n AS n, other FROM (SELECT link.to_n AS other FROM link WHERE link.from_n = @n AND ${LASTING} UNION SELECT link.from_n FROM link WHERE link.to_n = @n AND ${LASTING} LIMIT ${NEIGHBOURS})`;
const TELLING = `SELECT e.n, e.canonical, e.type, e.caption, e.key_line AS key FROM json_each(@others) wanted CROSS JOIN entity e ON e.n = wanted.value WHERE e.seq_retracted IS NULL AND ${NO_HUB}`;
const NUMBERS = `SELECT DISTINCT i.entity, i.kind, i.value FROM json_each(@held) wanted CROSS JOIN identifier i ON i.entity = wanted.value CROSS JOIN statement s ON s.n = i.statement WHERE s.seq_retracted IS NULL`;

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
    const { lasting } = reading;
    const few = entities.filter(({ links }) => links > 0 && links <= NEIGHBOURS).map(({ n }) => n);
    const pairs = few.length === 0 ? [] : query<Neighbour>(db, LINKED).all({ keys: JSON.stringify(few), lasting });
    for (const { n, links } of entities) if (links > NEIGHBOURS) pairs.push(...query<Neighbour>(db, LINKED_OF_MANY).all({ n, lasting }));
    if (pairs.length === 0) return;
    for (const { n, other } of pairs) {
      const known = this.neighbours.get(n);
      if (known === undefined) this.neighbours.set(n, [other]);
      else known.push(other);
    }
    for (const row of query<Linked>(db, TELLING).all({ others: JSON.stringify([...new Set(pairs.map(({ other }) => other))]), lasting })) this.linked.set(row.n, row);
    const held = JSON.stringify([...this.linked.values()].filter(({ type }) => reading.held.has(type)).map(({ n }) => n));
    for (const { entity, kind, value } of query<{ entity: number; kind: string; value: string }>(db, NUMBERS).all({ held })) {
      if (!reading.identifiers.has(kind)) continue;
      const known = this.identifiers.get(entity);
      if (known === undefined) this.identifiers.set(entity, [{ kind, value }]);
      else known.push({ kind, value });
    }
  }

  of(n: number, kind: MatchKind): Pick<MatchRecord, 'identifiers' | 'addresses' | 'companions'> {
    const identifiers: { kind: string; value: string }[] = [];
    const [addresses, companions]: [string[], string[]] = [[], []];
    for (const other of this.neighbours.get(n) ?? []) {
      const linked = this.linked.get(other);
      if (linked === undefined || other === n) continue;
      const own = HOLDERS.has(kind) ? this.identifiers.get(other) : undefined;
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
      if (own !== undefined) records.set(n, recordOf(own, catalogue, reading, said.get(n) ?? [], around.of(n, own.kind)));
    }
  }
  return records;
}
