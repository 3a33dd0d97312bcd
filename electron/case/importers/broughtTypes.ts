import type { Database } from 'better-sqlite3';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Image } from '../../../shared/model/patch';
import type { EntityType, LinkType } from '../../../shared/schema/types';

/** Types that a file brings along: what the case already has by the same id stays as it is. */
export class BroughtTypes {
  readonly images: Image[] = [];
  private seen = 0;

  constructor(private readonly db: Database) {}

  /** The catalogue with the types that came since the last call; null when none did. Types that do not hang together with the case's are left out. */
  take({ entities, links }: { readonly entities: readonly EntityType[]; readonly links: readonly LinkType[] }, catalogue: Catalogue): Catalogue | null {
    if (entities.length + links.length === this.seen) return null;
    this.seen = entities.length + links.length;
    let wider: Catalogue | null = null;
    for (const [use, type] of [...entities.map((type) => ['entity', type] as const), ...links.map((type) => ['link', type] as const)]) {
      const now: Catalogue = wider ?? catalogue;
      if (now.entityType(type.id) !== undefined || now.linkType(type.id) !== undefined) continue;
      const added = withType(now, use, type);
      if (added === null) continue;
      wider = added;
      // Held from an earlier import that was undone, a row of the same key may stand in the way of none: images read it as it is.
      const held = this.db.prepare<[string], string>('SELECT id FROM user_type WHERE id = ?').pluck().get(type.id);
      if (held === undefined) this.images.push({ table: 'user_type', key: JSON.stringify([type.id]), before: null, after: { id: type.id, use, content: type } });
    }
    return wider;
  }
}

function withType({ entityTypes, linkTypes, schemes }: Catalogue, use: 'entity' | 'link', type: EntityType | LinkType): Catalogue | null {
  try {
    return buildCatalogue(use === 'entity' ? { entityTypes: [...entityTypes, type as EntityType], linkTypes, schemes } : { entityTypes, linkTypes: [...linkTypes, type as LinkType], schemes });
  } catch {
    return null;
  }
}
