import { canContradict, partConflicts, valuesAgree } from '../../../shared/analysis/contradiction';
import { isFuture, lifeFault } from '../../../shared/analysis/quality';
import { categoryOf } from '../../../shared/schema/category';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, MatchRole } from '../../../shared/schema/types';
import type { Findings, FoundValue } from './findings';
import type { SaidEntity, SaidValue } from './said';

const found = (of: number, property: string, { value, statements }: SaidValue): FoundValue => ({ of, property, value, statements });

/** What is asked of each entity of a type, worked out once. */
interface TypeReading {
  readonly births: readonly string[];
  readonly deaths: readonly string[];
  /** Dates that cannot lie ahead: of births, deaths and of what happened. */
  readonly past: ReadonlySet<string>;
  readonly categorised: boolean;
}

const readings = new WeakMap<EntityType, TypeReading>();

function readingOf(type: EntityType): TypeReading {
  let reading = readings.get(type);
  if (reading === undefined) {
    const inRole = (role: MatchRole): string[] => type.properties.filter((property) => property.match === role).map(({ id }) => id);
    const [births, deaths] = [inRole('birthDate'), inRole('deathDate')];
    const dates = new Set([...births, ...deaths, ...(type.dates === undefined ? [] : [type.dates.start])]);
    const past = new Set(type.properties.filter(({ id, kind }) => kind === 'date' && dates.has(id)).map(({ id }) => id));
    readings.set(type, (reading = { births, deaths, past, categorised: categoryOf(type) !== undefined }));
  }
  return reading;
}

const saidOf = (properties: readonly string[], { said }: Pick<SaidEntity, 'said'>): { readonly property: string; readonly said: SaidValue }[] => properties.flatMap((property) => (said.get(property) ?? []).map((each) => ({ property, said: each })));

/** Dates of birth of an entity that nobody doubts. */
export const birthsOf = (type: EntityType, entity: Pick<SaidEntity, 'said'>): string[] => saidOf(readingOf(type).births, entity).filter(({ said }) => said.value.doubt === undefined).map(({ said }) => said.value.v);

function contradictions(type: EntityType, { n, said }: SaidEntity, findings: Findings): void {
  for (const property of type.properties) {
    const values = said.get(property.id) ?? [];
    if (values.length < 2 || !canContradict(property)) continue;
    const { held, against } = partConflicts(property, values);
    if (against.length > 0) findings.add({ check: 'contradiction', entities: [n], property: property.id, values: [...held.filter(({ value }) => value.doubt === undefined), ...against].map((each) => found(0, property.id, each)) });
  }
}

/** What is wrong with a single entity, by what is said of it. `today` is a day: "2026-05-03". */
export function checkEntity(catalogue: Catalogue, entity: SaidEntity, today: string, findings: Findings): void {
  const type = catalogue.entityType(entity.type);
  if (type === undefined) return;
  const { n, said, category } = entity;
  const reading = readingOf(type);
  if (entity.contradicts) contradictions(type, entity, findings);
  for (const [property, values] of said) {
    for (const each of values) if (each.value.doubt !== undefined) findings.add({ check: 'doubt', detail: each.value.doubt, entities: [n], property, values: [found(0, property, each)] });
    if (!reading.past.has(property)) continue;
    for (const each of values) if (each.value.doubt === undefined && isFuture(each.value.v, today)) findings.add({ check: 'futureDate', entities: [n], property, values: [found(0, property, each)] });
  }
  const [births, deaths] = [saidOf(reading.births, entity), saidOf(reading.deaths, entity)];
  const fault = births.length === 0 ? null : lifeFault(births.map((each) => each.said.value), deaths.map((each) => each.said.value), today);
  if (fault !== null) findings.add({ check: 'lifespan', detail: fault, entities: [n], values: [...births, ...deaths].map((each) => found(0, each.property, each.said)) });
  if (category === '' && reading.categorised) findings.add({ check: 'noCategory', entities: [n] });
}

/** What members of one cluster say against each other, where each by itself may be right. */
export function checkMembers(catalogue: Catalogue, members: readonly SaidEntity[], findings: Findings): void {
  const properties = new Map(members.flatMap(({ type }) => (catalogue.entityType(type)?.properties ?? []).map((property) => [property.id, property])));
  for (const property of properties.values()) {
    if (!canContradict(property)) continue;
    const all = members.flatMap((member, of) => (member.said.get(property.id) ?? []).filter(({ value }) => value.doubt === undefined).map((each) => found(of, property.id, each)));
    const apart = all.some((one) => all.some((other) => one.of < other.of && !valuesAgree(property, one.value, other.value)));
    if (apart) findings.add({ check: 'mergedContradiction', entities: members.map(({ n }) => n), property: property.id, values: all });
  }
}
