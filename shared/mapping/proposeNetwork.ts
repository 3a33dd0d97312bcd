import type { Catalogue } from '../schema/catalogue';
import type { EntityType, PropertyType } from '../schema/types';
import type { ParseContext } from '../values/kind';
import { fitScore } from './columns';
import type { Column } from './columns';
import { EDGE_HEADINGS, NODE_NAMES, NODE_NUMBERS, NUMBER_ENDINGS } from './headingWords';
import type { EntityMapping, LinkMapping, PropertyMapping } from './mapping';
import { linkProperties } from './proposeProperties';

type Network = { readonly entities: EntityMapping[]; readonly links: LinkMapping[] };

const has = (column: Column, name: string): boolean => column.names[0] === name;

/** The type that a nameless thing of a network is taken for: the first that stands for people and can carry a number and a name. */
function defaultType(catalogue: Catalogue): { type: EntityType; reference: PropertyType; name: PropertyType } | null {
  for (const listed of catalogue.entityTypes) {
    const type = catalogue.entityType(listed.id) ?? listed;
    const reference = type.properties.find((property) => property.identifier === 'reference');
    const name = type.properties.find((property) => property.match === 'name' && property.kind === 'name');
    const described = type.properties.some((property) => property.match === 'birthDate');
    if (type.abstract !== true && described && reference !== undefined && name !== undefined) return { type, reference, name };
  }
  return null;
}

/** True when the column is hardly a plain name or number, but something that another type of entity is known by. */
function identifies(column: Column, catalogue: Catalogue, context: ParseContext): boolean {
  return catalogue.entityTypes.some((type) => type.properties.some((property) => property.identifier !== undefined && property.identifier !== 'reference' && fitScore(column, property, context) >= 0.6));
}

function entity(key: string, found: NonNullable<ReturnType<typeof defaultType>>, number: number, name: number | null, others: readonly PropertyMapping[], namespace: string): EntityMapping {
  const { type, reference } = found;
  const properties: PropertyMapping[] = [{ property: reference.id, from: { column: number } }];
  properties.push({ property: found.name.id, from: { column: name ?? number } });
  return { key, type: type.id, properties: [...properties, ...others], same: 'values', sameBy: [reference.id], namespace };
}

function edges(columns: readonly Column[], namespace: string, catalogue: Catalogue, context: ParseContext): Network | null {
  const found = defaultType(catalogue);
  if (found === null) return null;
  for (const [left, right] of EDGE_HEADINGS) {
    const from = columns.find((column) => has(column, left));
    const to = columns.find((column) => has(column, right));
    if (from === undefined || to === undefined || identifies(from, catalogue, context) || identifies(to, catalogue, context)) continue;
    const numbered = (side: string): Column | undefined => columns.find((column) => NUMBER_ENDINGS.some((ending) => has(column, `${side} ${ending}`)));
    const [fromNumber, toNumber] = [numbered(left), numbered(right)];
    const both = fromNumber !== undefined && toNumber !== undefined;
    const ends = [
      entity('a', found, both ? fromNumber.index : from.index, both ? from.index : null, [], namespace),
      entity('b', found, both ? toNumber.index : to.index, both ? to.index : null, [], namespace),
    ];
    const type = catalogue.linkTypes.filter((each) => !each.occurrence && !each.directed && catalogue.mayJoin(each.id, found.type.id, found.type.id)).sort((one, other) => Number(other.from.includes('*')) - Number(one.from.includes('*')))[0];
    if (type === undefined) return null;
    const free = columns.filter((column) => column !== from && column !== to && column !== fromNumber && column !== toNumber);
    return { entities: ends, links: [{ type: type.id, from: 'a', to: 'b', properties: linkProperties(type, free, context) }] };
  }
  return null;
}

function nodes(columns: readonly Column[], namespace: string, catalogue: Catalogue, context: ParseContext): Network | null {
  const number = columns.find((column) => NODE_NUMBERS.some((name) => has(column, name)));
  const name = columns.find((column) => NODE_NAMES.some((each) => has(column, each)));
  const found = defaultType(catalogue);
  if (number === undefined || name === undefined || found === null || identifies(number, catalogue, context)) return null;
  const free = columns.filter((column) => column !== number && column !== name);
  const taken = new Set([found.reference.id, found.name.id]);
  const others: PropertyMapping[] = [];
  for (const column of free) {
    const best = found.type.properties
      .filter((property) => !taken.has(property.id))
      .map((property) => ({ property, score: fitScore(column, property, context) }))
      .sort((left, right) => right.score - left.score)[0];
    if (best === undefined || best.score < 0.85) continue;
    taken.add(best.property.id);
    others.push({ property: best.property.id, from: { column: column.index } });
  }
  return { entities: [entity('node', found, number.index, name.index, others, namespace)], links: [] };
}

/**
 * Recognises a list of links (source and target) and a list of things (id and name), as network programs write them. Their numbers become
 * references in one name space, so that both files join. Null when the table is neither.
 */
export function proposeNetwork(columns: readonly Column[], namespace: string, catalogue: Catalogue, context: ParseContext): Network | null {
  return edges(columns, namespace, catalogue, context) ?? nodes(columns, namespace, catalogue, context);
}
