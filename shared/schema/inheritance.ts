import type { EntityType, PropertyType } from './types';

/** A type and all that it extends, nearest first. Stops at an unknown type and at a cycle. */
export function ancestorsOf(type: EntityType, types: ReadonlyMap<string, EntityType>): readonly EntityType[] {
  const line: EntityType[] = [];
  let current: EntityType | undefined = type;
  while (current !== undefined && !line.includes(current)) {
    line.push(current);
    current = current.extends === undefined ? undefined : types.get(current.extends);
  }
  return line;
}

/** The properties of a type with those it inherits: its own first, and its own wins over one of the same id further up. */
export function propertiesOf(type: EntityType, types: ReadonlyMap<string, EntityType>): readonly PropertyType[] {
  const merged = new Map<string, PropertyType>();
  for (const each of ancestorsOf(type, types)) {
    for (const property of each.properties) if (!merged.has(property.id)) merged.set(property.id, property);
  }
  return [...merged.values()];
}

/** A type as it is asked for: with the properties that it inherits, and as what it is matched. */
export function inherited(type: EntityType, types: ReadonlyMap<string, EntityType>): EntityType {
  const matchAs = ancestorsOf(type, types).find((each) => each.matchAs !== undefined)?.matchAs;
  return { ...type, properties: propertiesOf(type, types), ...(matchAs === undefined ? {} : { matchAs }) };
}
