import { readFileSync, readdirSync } from 'node:fs';
import type { CatalogueData } from '../../../shared/schema/types';

/** Reads every JSON file of a folder under resources/, in order of name. */
function all<T>(folder: string): readonly T[] {
  const at = new URL(`../../../resources/${folder}/`, import.meta.url);
  return readdirSync(at).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(new URL(name, at), 'utf8')) as T);
}

/** The types and schemes that ship with the application. */
export function shippedTypes(): CatalogueData {
  return { entityTypes: all('types/entities'), linkTypes: all('types/links'), schemes: all('schemes') };
}
