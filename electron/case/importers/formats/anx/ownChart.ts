import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { Element } from '../../records/elements';
import { OwnRecords } from '../../records/own';
import { positionOf } from './ends';
import type { EndElement, EndRef } from './ends';
import type { OwnItem } from './ownItem';

/** Items that Knoop wrote, back as the entities and links that they were. */
export class OwnChart {
  private readonly records: OwnRecords;

  constructor(context: ReadingContext) {
    this.records = new OwnRecords(context);
  }

  types(): ReturnType<OwnRecords['types']> {
    return this.records.types();
  }

  kinds(): ReturnType<OwnRecords['kinds']> {
    return this.records.kinds();
  }

  /** A thing: exactly where it was, unless somebody moved it since. */
  thing({ subject, at }: OwnItem, item: Element, found: EndElement, ref: EndRef): readonly RecordOutcome[] {
    const now = positionOf(item, found.end);
    const moved = now !== null && (at === null || now.x !== at.x || now.y !== at.y);
    return this.records.entity(moved ? { ...subject, at: now } : subject, ref.key, item.line, item.attributes.Label ?? '');
  }

  /** A link. `typeOf`: type of what Knoop did not write. */
  link({ subject }: OwnItem, item: Element, from: EndRef, to: EndRef, typeOf: (ref: EndRef) => string): readonly RecordOutcome[] {
    const end = (ref: EndRef): { readonly id: string; readonly type: string } => ({ id: ref.key, type: ref.own === null ? typeOf(ref) : this.records.typeOf({ type: ref.own }) });
    return this.records.link(subject, end(from), end(to), item.line);
  }
}
