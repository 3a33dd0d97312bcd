import type { MappedEntity, MappedLink, MappedRow, Attachment } from '../../../../shared/mapping/mapRow';
import type { Grading, Handling } from '../../../../shared/model/evaluation';
import type { ItemStyle } from '../../../../shared/model/drawing';
import type { Values } from '../../../../shared/model/records';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import { parseProperty } from '../../../../shared/schema/choice';
import { otherProperty } from '../../../../shared/schema/otherProperty';
import { identifierOf } from '../../../../shared/values';
import type { StoredValue } from '../../../../shared/values/kind';
import type { RecordPlan } from '../../../../shared/mapping/recordPlan';

const REFERENCE = 'reference';
/** A value's text and values per property: what a statement can hold. */
const LONGEST = 1_000_000;
const MOST = 1000;

interface Doubted { readonly column: number; readonly code: string; readonly text: string }

/** Collects what a record says of one subject, each text read by the kind of its property. */
class Said {
  readonly values: Record<string, StoredValue[]> = {};
  readonly joins: string[] = [];
  readonly doubts: Doubted[] = [];

  constructor(private readonly catalogue: Catalogue, private readonly plan: RecordPlan, private readonly type: string, private readonly namespace: string) {}

  /** Reads `text` as the property; blank says nothing. What the type does not have is kept under its own name. */
  say(property: string, text: string | null | undefined): void {
    const trimmed = (text ?? '').replaceAll('\u0000', '').trim().slice(0, LONGEST);
    if (trimmed === '') return;
    const known = this.catalogue.property(this.type, property);
    if (known === undefined) {
      this.other(property, trimmed);
      return;
    }
    const stored = parseProperty(known, trimmed, this.plan);
    if (stored === null) return;
    this.keep(property, stored);
    if (stored.doubt !== undefined) this.doubts.push({ column: 0, code: stored.doubt, text: trimmed.slice(0, 200) });
    this.join(property, stored);
  }

  /** Keeps a text under the file's own name for it. */
  other(name: string, text: string | null | undefined): void {
    const trimmed = (text ?? '').replaceAll('\u0000', '').trim().slice(0, LONGEST);
    const property = otherProperty(name);
    if (trimmed !== '' && property !== null) this.keep(property, { v: trimmed });
  }

  /** Takes a value from a file that Knoop wrote: in canonical form already, so nothing is read into it anew. It joins as any other does. */
  canonical(property: string, value: StoredValue): void {
    this.keep(property, value);
    this.join(property, value);
  }

  private join(property: string, stored: StoredValue): void {
    const known = this.catalogue.property(this.type, property);
    if (known?.identifier === undefined || (stored.doubt !== undefined && stored.doubt !== 'checkDigit')) return;
    const joined = identifierOf(known.kind, stored.v);
    if (joined === '' || (known.identifier === REFERENCE && this.namespace === '')) return;
    const join = `${known.identifier}\u0000${known.identifier === REFERENCE ? `${this.namespace}:${joined}` : joined}`;
    if (!this.joins.includes(join)) this.joins.push(join);
  }

  /** Keeps a value that is in canonical form already, and joins nothing. */
  keep(property: string, value: StoredValue): void {
    const said = (this.values[property] ??= []);
    if (said.length < MOST && !said.some((other) => other.v === value.v)) said.push(value);
  }
}

/** What both drafts share: collecting what is said, and the id that Knoop gave. */
class Draft {
  protected knoopId: string | undefined;

  constructor(protected readonly said: Said) {}

  say(property: string, text: string | null | undefined): this {
    this.said.say(property, text);
    return this;
  }

  other(name: string, text: string | null | undefined): this {
    this.said.other(name, text);
    return this;
  }

  keep(property: string, value: StoredValue): this {
    this.said.keep(property, value);
    return this;
  }

  /** A value from a file that Knoop wrote. */
  canonical(property: string, value: StoredValue): this {
    this.said.canonical(property, value);
    return this;
  }

  /** Knoop's own id of it, from a file that Knoop wrote; what is none is passed over. */
  id(id: string | null | undefined): this {
    if (id !== null && id !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) this.knoopId = id;
    return this;
  }

  get doubts(): readonly Doubted[] {
    return this.said.doubts;
  }
}

/** What one record says of one entity, on its way to a MappedEntity. */
export class EntityDraft extends Draft {
  private at: MappedEntity['place'];
  private only = false;

  /**
   * `key`: the file's own id of it, by which other records point at it; null when none does. `namespace`: makes its reference lasting across
   * files ("stix", or the plan's); empty when its own id means nothing beyond this file.
   */
  constructor(catalogue: Catalogue, plan: RecordPlan, readonly type: string, private readonly key: string | null, private readonly namespace: string = plan.namespace) {
    super(new Said(catalogue, plan, type, namespace));
  }

  /** Only points at the entity: what was said becomes a stub's, if no record ever says more. */
  mention(): this {
    this.only = true;
    return this;
  }

  place(x: number, y: number, style?: ItemStyle): this {
    if (Number.isFinite(x) && Number.isFinite(y)) this.at = { x, y, ...(style === undefined ? {} : { style }) };
    return this;
  }

  get values(): Values {
    return this.said.values;
  }

  done(): MappedEntity {
    return {
      key: this.key ?? '', type: this.type, values: this.said.values, identifiers: this.said.joins, sameKey: this.key === null ? null : `\u0001${this.key}`,
      namespace: this.namespace === '' ? null : this.namespace, ...(this.key === null ? {} : { keyed: true as const }), ...(this.only ? { mention: true as const } : {}), ...(this.knoopId === undefined ? {} : { id: this.knoopId }), ...(this.at === undefined ? {} : { place: this.at }),
    };
  }
}

/** What one record says of one link between two of its entities. */
export class LinkDraft extends Draft {
  private drawn: ItemStyle | undefined;
  private told = false;

  constructor(private readonly catalogue: Catalogue, plan: RecordPlan, readonly type: string) {
    super(new Said(catalogue, plan, type, ''));
  }

  style(style: ItemStyle): this {
    this.drawn = style;
    return this;
  }

  /** Records that say the same of the same two tell of one happening (both legs of a call). */
  once(): this {
    this.told = true;
    return this;
  }

  /** `from` and `to` are indexes into the record's entities. */
  done(from: number, to: number): MappedLink {
    const type = this.catalogue.linkType(this.type);
    return {
      type: this.type, occurrence: type?.occurrence ?? false, directed: type?.directed ?? true, once: this.told, from, to, values: this.said.values,
      ...(this.knoopId === undefined ? {} : { id: this.knoopId }), ...(this.drawn === undefined ? {} : { style: this.drawn }),
    };
  }
}

export interface RecordParts {
  readonly entities: readonly EntityDraft[];
  /** Each with the indexes of its ends among `entities`. */
  readonly links?: readonly { readonly draft: LinkDraft; readonly from: number; readonly to: number }[];
  readonly grading?: Grading | null;
  readonly handling?: readonly Handling[] | null;
  readonly attachments?: readonly Attachment[];
}

/** Puts the parts of one record together. */
export function recordOf({ entities, links = [], grading = null, handling = null, attachments }: RecordParts): MappedRow {
  return {
    entities: entities.map((entity) => entity.done()),
    links: links.map(({ draft, from, to }) => draft.done(from, to)),
    doubts: [...entities.flatMap((entity) => entity.doubts), ...links.flatMap(({ draft }) => draft.doubts)],
    grading,
    handling: handling === null || handling.length === 0 ? null : handling,
    ...(attachments === undefined || attachments.length === 0 ? {} : { attachments }),
  };
}
