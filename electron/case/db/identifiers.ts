import { identifierOf } from '../../../shared/values';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';

/** The identifier kind whose values are a supplier's own numbers, unique only within that supplier's name space. */
const REFERENCE = 'reference';

export interface Identifier {
  readonly kind: string;
  readonly value: string;
}

/**
 * The exact joins that a statement offers: one per value of a property with an identifier kind, in its joining form. A value in doubt
 * is no identifier, unless only its check digit fails: two files that write the same wrong number mean the same thing.
 * `prefix` is the name space of "reference" values.
 */
export function identifiersOf(catalogue: Catalogue, entityType: string, values: Values, prefix?: string): Identifier[] {
  const found: Identifier[] = [];
  for (const property of catalogue.entityType(entityType)?.properties ?? []) {
    if (property.identifier === undefined) continue;
    for (const { v, doubt } of values[property.id] ?? []) {
      if (doubt !== undefined && doubt !== 'checkDigit') continue;
      const joined = identifierOf(property.kind, v);
      if (joined !== '') found.push({ kind: property.identifier, value: property.identifier === REFERENCE && prefix ? `${prefix}:${joined}` : joined });
    }
  }
  return found;
}
