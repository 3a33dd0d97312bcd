import { childOf, within } from '../../records/elements';
import type { Element } from '../../records/elements';
import { referred } from './definitions';
import type { Definitions, NamedKind } from './definitions';
import { numberOf } from './drawing';

/** Where a chart item stands among the things that links point at. */
export interface EndRef {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  /** Id of its type where Knoop wrote it; null for all others. */
  readonly own: string | null;
}

export interface EndElement {
  readonly end: Element;
  readonly entity: Element;
  /** How it is represented: Icon, Box, Circle, Event, Theme, TextBlock, Border, OleItem. */
  readonly shape: Element | undefined;
  /** Its style, which names its type. */
  readonly style: Element | undefined;
}

/** The entity of a chart item; null when the item is none. */
export function endOf(item: Element): EndElement | null {
  const end = childOf(item, 'End');
  if (end === undefined) return null;
  const entity = childOf(end, 'Entity') ?? end;
  const shape = entity.children.find((child) => !/Collection$|^TimeZone$/.test(child.name));
  const style = [...within(entity)].find((child) => child.name.endsWith('Style') && (child.attributes.Type !== undefined || child.attributes.EntityTypeReference !== undefined)) ?? shape?.children.find((child) => child.name.endsWith('Style'));
  return { end, entity, shape, style };
}

/** The type that an item names, as the chart defines it; undefined when it is not defined there. */
export const definedKind = (definitions: Definitions, style: Element | undefined): NamedKind | undefined => referred(definitions.entityTypes, style?.attributes.EntityTypeReference, style?.attributes.Type);

/** The file's name of an item's kind: of its type, else of its meaning, else of how it is drawn. */
export function kindOf(definitions: Definitions, { entity, shape, style }: EndElement): string {
  const named = definedKind(definitions, style)?.name ?? style?.attributes.Type ?? '';
  if (named.trim() !== '') return named.trim();
  // Other programs name the type on the entity itself.
  const id = entity.attributes.EntityTypeReference ?? entity.attributes.EntityTypeId ?? '';
  if (id.trim() !== '') return (referred(definitions.entityTypes, id, id)?.name ?? id).trim();
  return definitions.meaningsOf(entity.attributes.SemanticTypeGuid ?? '')[0] ?? shape?.name ?? '';
}

/** Position of an item as the file draws it; null when it draws none. */
export function positionOf(item: Element, end: Element): { readonly x: number; readonly y: number } | null {
  const point = childOf(childOf(item, 'Location'), 'Point')?.attributes;
  const x = numberOf(end.attributes.X) ?? numberOf(item.attributes.XPosition) ?? numberOf(point?.X);
  const y = numberOf(end.attributes.Y) ?? numberOf(item.attributes.YPosition) ?? numberOf(point?.Y);
  return x === null || y === null ? null : { x, y };
}

/** All things of a chart by everything that links may call them by: their entity ids, identities, and the ids of their elements. */
export class Ends {
  private readonly byEntityId = new Map<string, EndRef>();
  private readonly byElement = new Map<string, EndRef>();
  private readonly byIdentity = new Map<string, EndRef>();
  private readonly points: number[] = [];
  private readonly order: EndRef[] = [];

  /** `unique`: the chart vows that an identity stands for one thing. */
  constructor(private readonly unique: boolean) {}

  /** Adds an item's entity, the next one of the chart. `own`: type of what Knoop wrote. */
  add(item: Element, found: EndElement, kind: string, own: string | null = null): void {
    const { end, entity } = found;
    const id = entity.attributes.EntityId ?? '';
    const identity = entity.attributes.Identity ?? '';
    const ref: EndRef = this.known(identity, kind) ?? { key: this.keyOf(id, identity, kind, item), label: item.attributes.Label ?? identity, kind, own };
    if (id !== '' && !this.byEntityId.has(id)) this.byEntityId.set(id, ref);
    if (identity !== '' && !this.byIdentity.has(identity)) this.byIdentity.set(identity, ref);
    for (const each of [item.attributes.Id, end.attributes.Id, entity.attributes.Id]) if (each !== undefined && each !== '' && !this.byElement.has(each)) this.byElement.set(each, ref);
    this.order.push(ref);
    const at = positionOf(item, end);
    if (at !== null) this.points.push(at.x, at.y);
  }

  /** The thing at one end of a link, by its element's id, its entity id or its identity; undefined when the chart does not hold it. */
  find(reference: string | undefined, id: string | undefined): EndRef | undefined {
    return (reference === undefined ? undefined : this.byElement.get(reference)) ?? (id === undefined ? undefined : (this.byEntityId.get(id) ?? this.byElement.get(id) ?? this.byIdentity.get(id)));
  }

  /** The thing at this place, counted from 0, in the order of the chart. */
  at(place: number): EndRef | undefined {
    return this.order[place];
  }

  /** Coordinates of all things: x, y, x, y … */
  get positions(): readonly number[] {
    return this.points;
  }

  private known(identity: string, kind: string): EndRef | undefined {
    const held = this.unique && identity !== '' ? this.byIdentity.get(identity) : undefined;
    return held?.kind === kind ? held : undefined;
  }

  private keyOf(id: string, identity: string, kind: string, item: Element): string {
    const held = this.byEntityId.get(id);
    if (identity !== '' && this.unique) return `i\u0000${kind}\u0000${identity}`;
    if (id !== '') return held === undefined ? `e\u0000${id}` : `e\u0000${id}\u0000${this.order.length}`;
    return item.attributes.Id === undefined || item.attributes.Id === '' ? `n\u0000${this.order.length}` : `r\u0000${item.attributes.Id}`;
  }
}
