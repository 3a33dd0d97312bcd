import { TextRanks } from '../../../shared/analysis/evaluation';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { ValueKindId } from '../../../shared/values/kind';

/** Ids of link types without direction, as a JSON array for json_each. */
export function undirectedTypes(catalogue: Catalogue): string {
  return JSON.stringify(catalogue.linkTypes.filter((type) => !type.directed).map((type) => type.id));
}

const ranks = new WeakMap<Catalogue, TextRanks>();

/** How the texts of gradings and codes of handling compare: worked out once per catalogue, since it goes through all that gradings can be. */
export function textRanks(catalogue: Catalogue): TextRanks {
  let known = ranks.get(catalogue);
  if (known === undefined) ranks.set(catalogue, (known = new TextRanks(catalogue)));
  return known;
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
