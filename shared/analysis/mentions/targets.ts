import type { Catalogue } from '../../schema/catalogue';
import type { ValueKindId } from '../../values/kind';
import type { Target } from './mention';

/**
 * Types of entity that a value of this kind could be of, the likeliest first: those that it identifies, in the order of the catalogue. `property`: only
 * types with this one, where the kind alone says too little.
 */
export function targetsOf(catalogue: Catalogue, kind: ValueKindId, property?: string): readonly Target[] {
  const found: { readonly target: Target; readonly rank: number }[] = [];
  for (const type of catalogue.entityTypes) {
    if (type.abstract) continue;
    const place = type.properties.findIndex((each) => each.kind === kind && (property === undefined ? each.identifier !== undefined || each.match === 'identifier' || kind === 'coordinates' : each.id === property));
    const match = type.properties[place];
    // What a type shows first is what it is about: an IBAN is a bank account before it is anything that merely names one.
    if (match !== undefined) found.push({ target: { type: type.id, property: match.id }, rank: (match.identifier === undefined ? 100 : 0) + (match.featured === true ? 0 : 10) + Math.min(9, place) });
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ target }) => target);
}
