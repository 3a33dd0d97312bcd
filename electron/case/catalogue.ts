import type { Database } from 'better-sqlite3';
import { buildCatalogue, type Catalogue } from '../../shared/schema/catalogue';
import type { CatalogueData, EntityType, LinkType, Scheme } from '../../shared/schema/types';

const entityTypes = import.meta.glob<EntityType>('../../resources/types/entities/*.json', { eager: true, import: 'default' });
const linkTypes = import.meta.glob<LinkType>('../../resources/types/links/*.json', { eager: true, import: 'default' });
const schemes = import.meta.glob<Scheme>('../../resources/schemes/*.json', { eager: true, import: 'default' });

/** Types and schemes that ship with Knoop, as they stand in their files. */
export const SHIPPED: CatalogueData = { entityTypes: Object.values(entityTypes), linkTypes: Object.values(linkTypes), schemes: Object.values(schemes) };

export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  /** What it was built from: sent to the page, which builds its own. */
  readonly data: CatalogueData;
}

function withOwn<T extends { readonly id: string }>(shipped: readonly T[], own: readonly T[]): readonly T[] {
  const replaced = new Set(own.map((type) => type.id));
  return [...shipped.filter((type) => !replaced.has(type.id)), ...own];
}

/** Types and schemes of one case: what ships with Knoop, with the types that its users added or changed. Throws Error when they do not hang together. */
export function loadCatalogue(db: Database): LoadedCatalogue {
  const own = <T>(use: 'entity' | 'link'): T[] => db.prepare<[string], string>('SELECT content FROM user_type WHERE use = ? ORDER BY id').pluck().all(use).map((content) => JSON.parse(content) as T);
  const schemes = db.prepare<[], string>('SELECT content FROM user_scheme ORDER BY id').pluck().all().map((content) => JSON.parse(content) as Scheme);
  const data: CatalogueData = { entityTypes: withOwn(SHIPPED.entityTypes, own<EntityType>('entity')), linkTypes: withOwn(SHIPPED.linkTypes, own<LinkType>('link')), schemes: withOwn(SHIPPED.schemes, schemes) };
  return { catalogue: buildCatalogue(data), data };
}
