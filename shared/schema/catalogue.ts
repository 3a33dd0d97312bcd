import { catalogueDataSchema } from './check';
import { faultsOf } from './faults';
import { ancestorsOf, inherited } from './inheritance';
import { otherPropertyType } from './otherProperty';
import type { CatalogueData, EntityType, LinkType, PropertyType, Scheme } from './types';

/** All types and schemes of a case, checked and ready to ask. Unknown ids give undefined. */
export interface Catalogue {
  /** Every entity type, abstract ones too, each with the properties it inherits (its own first). */
  readonly entityTypes: readonly EntityType[];
  readonly linkTypes: readonly LinkType[];
  readonly schemes: readonly Scheme[];
  entityType(id: string): EntityType | undefined;
  linkType(id: string): LinkType | undefined;
  scheme(id: string): Scheme | undefined;
  /** A property of an entity or link type, inherited ones and "other:" ones included. */
  property(typeId: string, propertyId: string): PropertyType | undefined;
  /** True when a type is `ancestorId` or extends it, at any distance; "*" is everyone's ancestor. */
  isA(typeId: string, ancestorId: string): boolean;
  /** True when a link of this type may run between entities of these types, in this direction or, when undirected, either. */
  mayJoin(linkTypeId: string, fromTypeId: string, toTypeId: string): boolean;
}

/** Throws an Error that lists every fault, when data is not of the shape of types.ts or does not hang together. */
export function buildCatalogue(data: CatalogueData): Catalogue {
  const shape = catalogueDataSchema.safeParse(data);
  const faults = shape.success ? faultsOf(data) : shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (faults.length > 0) throw new Error(`The types and schemes have ${faults.length} faults:\n${faults.join('\n')}`);

  const declared = new Map(data.entityTypes.map((type) => [type.id, type]));
  const entityTypes = data.entityTypes.map((type) => inherited(type, declared));
  const entities = new Map(entityTypes.map((type) => [type.id, type]));
  const links = new Map(data.linkTypes.map((type) => [type.id, type]));
  const schemes = new Map(data.schemes.map((scheme) => [scheme.id, scheme]));
  const ancestors = new Map(data.entityTypes.map((type) => [type.id, new Set(ancestorsOf(type, declared).map((each) => each.id))]));
  const properties = new Map([...entityTypes, ...data.linkTypes].map((type) => [type.id, new Map(type.properties.map((property) => [property.id, property]))]));

  const isA = (typeId: string, ancestorId: string): boolean => {
    const found = ancestors.get(typeId);
    return found !== undefined && (ancestorId === '*' || found.has(ancestorId));
  };
  const oneOf = (typeId: string, allowed: readonly string[]): boolean => allowed.some((each) => isA(typeId, each));

  return {
    entityTypes,
    linkTypes: data.linkTypes,
    schemes: data.schemes,
    entityType: (id) => entities.get(id),
    linkType: (id) => links.get(id),
    scheme: (id) => schemes.get(id),
    property: (typeId, propertyId) => properties.get(typeId)?.get(propertyId) ?? (properties.has(typeId) ? otherPropertyType(propertyId) : undefined),
    isA,
    mayJoin(linkTypeId, fromTypeId, toTypeId) {
      const type = links.get(linkTypeId);
      if (type === undefined) return false;
      if (oneOf(fromTypeId, type.from) && oneOf(toTypeId, type.to)) return true;
      return !type.directed && oneOf(toTypeId, type.from) && oneOf(fromTypeId, type.to);
    },
  };
}
