import type { OwnStatement, OwnSubject } from '../../../shared/mapping/ownRecord';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, LinkType } from '../../../shared/schema/types';
import { SHIPPED } from '../catalogue';
import type { OutgoingEntity, OutgoingLink, OutgoingStatement } from './outgoing';

const SHIPPED_IDS: ReadonlySet<string> = new Set([...SHIPPED.entityTypes, ...SHIPPED.linkTypes].map((type) => type.id));

/** A statement as it leaves, without what it does not say. */
function ownStatement({ values, grading, handling, basis, source, supplier, place }: OutgoingStatement): OwnStatement {
  return {
    values,
    ...(grading === null ? {} : { grading }),
    ...(handling.length === 0 ? {} : { handling: [...handling] }),
    ...(basis === 'assessment' ? { basis } : {}),
    ...(source === '' ? {} : { source }),
    ...(supplier === '' ? {} : { supplier }),
    ...(place === '' ? {} : { place }),
  };
}

/** The parts of `T` that the shape of a file that comes back may hold. */
type Sent<T> = T extends readonly (infer Item)[] ? Sent<Item>[] : T extends object ? { -readonly [K in keyof T]: Sent<T[K]> } : T;

/**
 * Makes, of what leaves, what Knoop itself reads back exactly. Types that the case made itself go along with the first thing that needs them, so one of these
 * serves one walk over one case.
 */
export class OwnSubjects {
  private readonly sent = new Set<string>();

  constructor(private readonly catalogue: Catalogue) {}

  entity({ id, type, statements, place }: OutgoingEntity): OwnSubject {
    const types = this.newTypes(type);
    return {
      knoop: 1, id, type, statements: statements.map(ownStatement),
      ...(place === null ? {} : { at: { x: place.x, y: place.y }, ...(place.style === null ? {} : { style: place.style }) }),
      ...(types.length === 0 ? {} : { entityTypes: types as Sent<EntityType[]> }),
    };
  }

  link({ id, type, statements, style }: OutgoingLink): OwnSubject {
    const own = this.catalogue.linkType(type);
    const links: readonly LinkType[] = own === undefined || SHIPPED_IDS.has(type) || this.sent.has(type) ? [] : [own];
    // A link type may name types that no entity here has: it could not be made again without them.
    const types = links.flatMap((link) => [...link.from, ...link.to]).flatMap((each) => this.newTypes(each));
    for (const each of links) this.sent.add(each.id);
    return {
      knoop: 1, id, type, statements: statements.map(ownStatement),
      ...(style === null ? {} : { style }),
      ...(types.length === 0 ? {} : { entityTypes: types as Sent<EntityType[]> }),
      ...(links.length === 0 ? {} : { linkTypes: links as Sent<LinkType[]> }),
    };
  }

  /** The type with all that it extends, bases first, as far as the case made them itself and they did not go yet. */
  private newTypes(id: string): EntityType[] {
    const type = this.catalogue.entityType(id);
    if (type === undefined || SHIPPED_IDS.has(id) || this.sent.has(id)) return [];
    this.sent.add(id);
    const base = type.extends === undefined ? undefined : this.catalogue.entityType(type.extends);
    const inherited = new Set(base?.properties.map((property) => JSON.stringify(property)));
    const own = { ...type, properties: type.properties.filter((property) => !inherited.has(JSON.stringify(property))) };
    return [...(base === undefined ? [] : this.newTypes(base.id)), own];
  }
}
