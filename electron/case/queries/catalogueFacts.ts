import type { Catalogue } from '../../../shared/schema/catalogue';
import type { ValueKindId } from '../../../shared/values/kind';

/** Ids of link types without direction, as a JSON array for json_each. */
export function undirectedTypes(catalogue: Catalogue): string {
  return JSON.stringify(catalogue.linkTypes.filter((type) => !type.directed).map((type) => type.id));
}

/** Which value kinds feed which identifier: pairs without repetition. */
export function identifierKinds(catalogue: Catalogue): readonly { readonly identifier: string; readonly kind: ValueKindId }[] {
  const pairs = new Map<string, { identifier: string; kind: ValueKindId }>();
  for (const type of catalogue.entityTypes) {
    for (const { identifier, kind } of type.properties) {
      if (identifier !== undefined) pairs.set(`${identifier} ${kind}`, { identifier, kind });
    }
  }
  return [...pairs.values()];
}
