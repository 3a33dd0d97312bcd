import { buildCatalogue, type Catalogue } from '../schema/catalogue';
import type { CatalogueData } from '../schema/types';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';

const dataOf = ({ entityTypes, linkTypes, schemes }: Catalogue): CatalogueData => ({ entityTypes, linkTypes, schemes });

/** The types of the case with one put in, or put in place of its namesake. Throws Refusal typeInvalid when they no longer fit together. */
function requireSound(data: CatalogueData, id: string): void {
  try {
    buildCatalogue(data);
  } catch {
    throw new Refusal('typeInvalid', { type: id });
  }
}

const replaced = <T extends { readonly id: string }>(types: readonly T[], type: T): readonly T[] => [...types.filter((other) => other.id !== type.id), type];

/** Adds an entity type to the case, or changes one. */
export function planTypePutEntity({ reader, catalogue }: PlanContext, type: CommandArguments<'type.putEntity'>): Plan {
  requireSound({ ...dataOf(catalogue), entityTypes: replaced(catalogue.entityTypes, type) }, type.id);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'user_type', [type.id], { id: type.id, use: 'entity', content: type })] }, label: { type: type.id } };
}

/** Adds a link type to the case, or changes one. */
export function planTypePutLink({ reader, catalogue }: PlanContext, type: CommandArguments<'type.putLink'>): Plan {
  requireSound({ ...dataOf(catalogue), linkTypes: replaced(catalogue.linkTypes, type) }, type.id);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'user_type', [type.id], { id: type.id, use: 'link', content: type })] }, label: { type: type.id } };
}
