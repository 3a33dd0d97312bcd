import { otherName } from '../../../shared/schema/otherProperty';
import type { CellSource, EntityMapping, LinkMapping, Mapping, PropertyMapping } from '../../../shared/mapping/mapping';

/** A part of a mapping that takes values from columns. */
export interface PartRef {
  readonly part: 'entities' | 'links';
  readonly index: number;
}

/** What a column is used for. */
export interface ColumnRole extends PartRef {
  readonly type: string;
  readonly property: string;
}

/** Columns that a source of cells reads. */
export function columnsOf(from: CellSource): readonly number[] {
  if ('column' in from) return [from.column];
  return 'columns' in from ? from.columns : [];
}

/** Roles by column, entities before links. */
export function rolesByColumn(mapping: Mapping): ReadonlyMap<number, readonly ColumnRole[]> {
  const roles = new Map<number, ColumnRole[]>();
  for (const part of ['entities', 'links'] as const) {
    mapping[part].forEach((each, index) => each.properties.forEach(({ property, from }) => {
      for (const column of columnsOf(from)) roles.set(column, [...(roles.get(column) ?? []), { part, index, type: each.type, property }]);
    }));
  }
  return roles;
}

function withPart(mapping: Mapping, { part, index }: PartRef, change: (properties: readonly PropertyMapping[]) => PropertyMapping[]): Mapping {
  return { ...mapping, [part]: mapping[part].map((each, at) => (at === index ? { ...each, properties: change(each.properties) } : each)) };
}

/** Lets a property take its value from `from`; a property that was not mapped is added at the end. */
export function setSource(mapping: Mapping, ref: PartRef, property: string, from: CellSource): Mapping {
  return withPart(mapping, ref, (properties) => (properties.some((each) => each.property === property)
    ? properties.map((each) => (each.property === property ? { ...each, from } : each))
    : [...properties, { property, from }]));
}

export function dropProperty(mapping: Mapping, ref: PartRef, property: string): Mapping {
  const next = withPart(mapping, ref, (properties) => properties.filter((each) => each.property !== property));
  if (ref.part === 'links') return next;
  return changeEntity(next, ref.index, (entity) => ({ ...entity, sameBy: entity.sameBy.filter((each) => each !== property) }));
}

/** Takes a column out of everything that reads it. */
export function freeColumn(mapping: Mapping, column: number): Mapping {
  return (rolesByColumn(mapping).get(column) ?? []).reduce((next, role) => dropProperty(next, role, role.property), mapping);
}

export function changeEntity(mapping: Mapping, index: number, change: (entity: EntityMapping) => EntityMapping): Mapping {
  return { ...mapping, entities: mapping.entities.map((each, at) => (at === index ? change(each) : each)) };
}

export function changeLink(mapping: Mapping, index: number, change: (link: LinkMapping) => LinkMapping): Mapping {
  return { ...mapping, links: mapping.links.map((each, at) => (at === index ? change(each) : each)) };
}

/** Adds an entity of a type under a key that is still free; rows with equal values are one unless told otherwise. */
export function addEntity(mapping: Mapping, type: string): Mapping {
  const taken = new Set(mapping.entities.map((each) => each.key));
  let number = 1;
  while (taken.has(`${type}${number}`)) number += 1;
  return { ...mapping, entities: [...mapping.entities, { key: `${type}${number}`, type, properties: [], same: 'row', sameBy: [] }] };
}

/** Takes an entity out, with the links that would lose an end. */
export function removeEntity(mapping: Mapping, index: number): Mapping {
  const key = mapping.entities[index]?.key;
  return { ...mapping, entities: mapping.entities.filter((_each, at) => at !== index), links: mapping.links.filter((link) => link.from !== key && link.to !== key) };
}

/** Gives an entity another type; properties that the new type does not have fall away. */
export function retypeEntity(mapping: Mapping, index: number, type: string, known: ReadonlySet<string>): Mapping {
  return changeEntity(mapping, index, (entity) => ({ ...entity, type, properties: entity.properties.filter((each) => known.has(each.property) || otherName(each.property) !== null), sameBy: entity.sameBy.filter((each) => known.has(each)) }));
}

export function addLink(mapping: Mapping, link: Pick<LinkMapping, 'type' | 'from' | 'to'>): Mapping {
  return { ...mapping, links: [...mapping.links, { ...link, properties: [] }] };
}

export function removeLink(mapping: Mapping, index: number): Mapping {
  return { ...mapping, links: mapping.links.filter((_each, at) => at !== index) };
}

/** Changes how a mapped property is read: its source, its steps, how it is split. What is undefined in `change` falls away. */
export function changeProperty(mapping: Mapping, ref: PartRef, property: string, change: (old: PropertyMapping) => PropertyMapping): Mapping {
  return withPart(mapping, ref, (properties) => properties.map((each) => (each.property === property ? change(each) : each)));
}
