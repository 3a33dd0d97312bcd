import { canContradict, partConflicts, valuesAgree } from '../../../shared/analysis/contradiction';
import { isFuture, lifeFault } from '../../../shared/analysis/quality';
import { categoryOf } from '../../../shared/schema/category';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, MatchRole, PropertyType } from '../../../shared/schema/types';
import type { Findings, FoundValue } from './findings';
import type { SaidEntity, SaidValue } from './said';

const found = (of: number, property: string, { value, statements }: SaidValue): FoundValue => ({ of, property, value, statements });

/** Values of all properties that play a part, with the property of each. */
function byRole(type: EntityType, role: MatchRole, { said }: Pick<SaidEntity, 'said'>): { readonly property: string; readonly said: SaidValue }[] {
  return type.properties.filter((property) => property.match === role).flatMap(({ id }) => (said.get(id) ?? []).map((each) => ({ property: id, said: each })));
}

/** Dates of birth of an entity that nobody doubts. */
export const birthsOf = (type: EntityType, entity: Pick<SaidEntity, 'said'>): string[] => byRole(type, 'birthDate', entity).filter(({ said }) => said.value.doubt === undefined).map(({ said }) => said.value.v);

function contradictions(type: EntityType, { n, said }: SaidEntity, findings: Findings): void {
  for (const property of type.properties) {
    const values = said.get(property.id) ?? [];
    if (values.length < 2 || !canContradict(property)) continue;
    const { held, against } = partConflicts(property, values);
    if (against.length > 0) findings.add({ check: 'contradiction', entities: [n], property: property.id, values: [...held.filter(({ value }) => value.doubt === undefined), ...against].map((each) => found(0, property.id, each)) });
  }
}

const isDated = (type: EntityType, property: PropertyType): boolean => property.match === 'birthDate' || property.match === 'deathDate' || type.dates?.start === property.id;

/** What is wrong with a single entity, by what is said of it. `today` is a day: "2026-05-03". */
export function checkEntity(catalogue: Catalogue, entity: SaidEntity, today: string, findings: Findings): void {
  const type = catalogue.entityType(entity.type);
  if (type === undefined) return;
  const { n, said, category } = entity;
  if (entity.contradicts) contradictions(type, entity, findings);
  for (const [property, values] of said) {
    for (const each of values) if (each.value.doubt !== undefined) findings.add({ check: 'doubt', detail: each.value.doubt, entities: [n], property, values: [found(0, property, each)] });
    const known = catalogue.property(type.id, property);
    if (known?.kind !== 'date' || !isDated(type, known)) continue;
    for (const each of values) if (each.value.doubt === undefined && isFuture(each.value.v, today)) findings.add({ check: 'futureDate', entities: [n], property, values: [found(0, property, each)] });
  }
  const [births, deaths] = [byRole(type, 'birthDate', entity), byRole(type, 'deathDate', entity)];
  const fault = births.length === 0 ? null : lifeFault(births.map((each) => each.said.value), deaths.map((each) => each.said.value), today);
  if (fault !== null) findings.add({ check: 'lifespan', detail: fault, entities: [n], values: [...births, ...deaths].map((each) => found(0, each.property, each.said)) });
  if (category === '' && categoryOf(type) !== undefined) findings.add({ check: 'noCategory', entities: [n] });
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
