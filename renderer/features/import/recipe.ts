import { v7 as newId } from 'uuid';
import { fingerprint } from '../../../shared/mapping/headings';
import type { Mapping, Recipe } from '../../../shared/mapping/mapping';

/** A recipe out of a mapping: a new version of the one that was used when it keeps its name, a new one otherwise. */
export function recipeFor(name: string, mapping: Mapping, used: Recipe | null): Recipe {
  const same = used !== null && used.name === name;
  return { id: same ? used.id : newId(), name, version: same ? used.version + 1 : 1, fingerprint: fingerprint(mapping.headings), mapping };
}
