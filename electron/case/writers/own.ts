import type { OwnStatement, OwnSubject } from '../../../shared/mapping/ownRecord';
import type { EntityType, LinkType } from '../../../shared/schema/types';
import { SHIPPED } from '../catalogue';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from './outgoing';

const SHIPPED_TYPES: ReadonlySet<string> = new Set([...SHIPPED.entityTypes, ...SHIPPED.linkTypes].map(({ id }) => id));

const statement = ({ values, grading, handling, basis, source, supplier, place }: OutgoingStatement): OwnStatement => ({
  values,
  ...(grading === null ? {} : { grading }),
  ...(handling.length === 0 ? {} : { handling: [...handling] }),
  ...(basis === 'fact' ? {} : { basis }),
  ...(source === '' ? {} : { source }),
  ...(supplier === '' ? {} : { supplier }),
  ...(place === '' ? {} : { place }),
});

/** The parts of `T` as a record holds them. */
type Told<T> = T extends readonly (infer Item)[] ? Told<Item>[] : T extends object ? { -readonly [K in keyof T]: Told<T[K]> } : T;

/** Makes the records from which Knoop reads its own files back. One per file written: it tells each of the case's own types once, at its first use. */
export class OwnWriting {
  private readonly told = new Set<string>();

  constructor(private readonly outgoing: Outgoing) {}

  entity({ id, type, statements, place }: OutgoingEntity): OwnSubject {
    const types = this.entityTypes(type);
    return {
      knoop: 1, id, type, statements: statements.map(statement),
      ...(place === null ? {} : { at: { x: place.x, y: place.y }, ...(place.style === null ? {} : { style: place.style }) }),
      ...(types.length === 0 ? {} : { entityTypes: types as Told<EntityType[]> }),
    };
  }

  link({ id, type, statements, style }: OutgoingLink): OwnSubject {
    const known = this.outgoing.catalogue.linkType(type);
    const linkTypes: readonly LinkType[] = known === undefined || SHIPPED_TYPES.has(type) || this.told.has(type) ? [] : [known];
    // A link type may name types that nothing here has: it could not be made again without them.
    const types = linkTypes.flatMap((each) => [...each.from, ...each.to]).flatMap((each) => this.entityTypes(each));
    for (const each of linkTypes) this.told.add(each.id);
    return {
      knoop: 1, id, type, statements: statements.map(statement),
      ...(style === null ? {} : { style }),
      ...(types.length === 0 ? {} : { entityTypes: types as Told<EntityType[]> }),
      ...(linkTypes.length === 0 ? {} : { linkTypes: linkTypes as Told<LinkType[]> }),
    };
  }

  /** The type and those that it extends, as far as the case made them and nothing told them yet; bases first. */
  private entityTypes(id: string): EntityType[] {
    const type = this.outgoing.catalogue.entityType(id);
    if (type === undefined || SHIPPED_TYPES.has(id) || this.told.has(id)) return [];
    this.told.add(id);
    const base = type.extends === undefined ? undefined : this.outgoing.catalogue.entityType(type.extends);
    const inherited = new Set(base?.properties.map((property) => JSON.stringify(property)));
    const own = { ...type, properties: type.properties.filter((property) => !inherited.has(JSON.stringify(property))) };
    return [...(base === undefined ? [] : this.entityTypes(base.id)), own];
  }
}

/** As text. Every character that some format cannot hold is escaped, so that it comes back. */
export const ownText = (subject: OwnSubject): string => JSON.stringify(subject).replaceAll(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
