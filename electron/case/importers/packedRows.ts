import type { Leg } from '../../../shared/mapping/legs';
import type { Doubt, MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';
import type { Reject } from '../../../shared/mapping/mapping';
import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { LinkType } from '../../../shared/schema/types';
import { ownColumns } from '../db/linkColumns';
import type { OwnColumns } from '../db/linkColumns';
import type { Outcome } from './mappedRows';
import { Numbered } from './numbered';

/** Between the cells of a row. */
const BETWEEN = '\u0000\u0001\u0000';
/** For a text, or an index, that is not there. */
const NONE = -1;

type EntityHead = Pick<MappedEntity, 'key' | 'type' | 'namespace'>;
type LinkHead = Pick<MappedLink, 'type' | 'occurrence' | 'directed' | 'once'>;

/** Mapped rows on their way from one thread to another: numbers, one long text, and what is new among the entities. Copying objects one by one would cost as much as mapping them. */
export interface PackedRows {
  readonly count: number;
  readonly numbers: Int32Array;
  readonly text: string;
  /** Those that no earlier pack had. */
  readonly entityHeads: readonly EntityHead[];
  readonly linkHeads: readonly LinkHead[];
  readonly entities: {
    /** Index of the head; number under which it comes back, or NONE. */
    readonly heads: readonly number[];
    readonly kept: readonly number[];
    readonly jsons: readonly string[];
    readonly sameKeys: readonly (string | null)[];
    readonly identifiers: readonly (readonly string[])[];
  };
  readonly legs: readonly Leg[];
  readonly doubts: readonly Doubt[];
  readonly gradings: readonly Grading[];
  readonly handlings: readonly (readonly Handling[])[];
  readonly rejects: readonly Reject[];
}

/** Numbers of a pack, put one after another. */
class Numbers {
  private held = new Int32Array(8192);
  private filled = 0;

  put(number: number): void {
    if (this.filled === this.held.length) {
      const wider = new Int32Array(this.held.length * 2);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[this.filled++] = number;
  }

  take(): Int32Array {
    const taken = this.held.slice(0, this.filled);
    this.filled = 0;
    return taken;
  }
}

/** Packs what a table's rows say; entities that come back are sent once. For outcomes of mappedRows only: what records of other formats have more is not taken along. */
export class RowPacker {
  private readonly numbers = new Numbers();
  private readonly sent = new Numbered<MappedEntity>();
  private readonly entityHeads: EntityHead[] = [];
  private readonly linkHeads: LinkHead[] = [];
  private headsSent = { entities: 0, links: 0 };
  private recent: LinkType | undefined;
  private texts: string[] = [];
  private entities = { heads: [] as number[], kept: [] as number[], jsons: [] as string[], sameKeys: [] as (string | null)[], identifiers: [] as (readonly string[])[] };
  private legs: Leg[] = [];
  private doubts: Doubt[] = [];
  private gradings: Grading[] = [];
  private handlings: (readonly Handling[])[] = [];
  private rejects: Reject[] = [];
  /** Outcomes, and about how many characters they are, since the last pack. */
  count = 0;
  characters = 0;

  constructor(private readonly catalogue: Catalogue) {}

  add(outcome: Outcome): void {
    const { numbers } = this;
    this.count += 1;
    if (outcome.kind === 'reject') {
      numbers.put(NONE);
      this.rejects.push(outcome.reject);
      return;
    }
    const { row, cells, mapped } = outcome;
    numbers.put(row);
    this.text(cells.join(BETWEEN));
    numbers.put(mapped.entities.length);
    for (const entity of mapped.entities) this.entity(entity);
    numbers.put(mapped.links.length);
    for (const link of mapped.links) this.link(link);
    numbers.put(mapped.doubts.length);
    for (const doubt of mapped.doubts) this.doubts.push(doubt);
    numbers.put(mapped.grading === null ? NONE : this.gradings.push(mapped.grading) - 1);
    numbers.put(mapped.handling === null ? NONE : this.handlings.push(mapped.handling) - 1);
  }

  private text(text: string | null): void {
    this.numbers.put(text === null ? NONE : text.length);
    if (text === null) return;
    this.characters += text.length;
    this.texts.push(text);
  }

  /** One that was sent goes by its number, others by their place in this pack, below zero. */
  private entity(entity: MappedEntity): void {
    const { kept = NONE, key, type, namespace } = entity;
    if (kept !== NONE && this.sent.get(kept) === entity) {
      this.numbers.put(kept);
      return;
    }
    let head = this.entityHeads.findIndex((each) => each.key === key && each.type === type && each.namespace === namespace);
    if (head < 0) head = this.entityHeads.push({ key, type, namespace }) - 1;
    const json = entity.json ?? JSON.stringify(entity.values);
    this.characters += json.length;
    this.entities.heads.push(head);
    this.entities.kept.push(kept);
    this.entities.jsons.push(json);
    this.entities.sameKeys.push(entity.sameKey);
    this.entities.identifiers.push(entity.identifiers);
    this.numbers.put(-this.entities.heads.length);
    if (kept !== NONE) this.sent.set(kept, entity);
  }

  private link(link: MappedLink): void {
    const { type, occurrence, directed, once, from, to, leg } = link;
    let head = this.linkHeads.findIndex((each) => each.type === type && each.once === once);
    if (head < 0) head = this.linkHeads.push({ type, occurrence, directed, once }) - 1;
    this.numbers.put(head);
    this.numbers.put(from);
    this.numbers.put(to);
    this.numbers.put(leg === undefined ? NONE : this.legs.push(leg) - 1);
    if (this.recent?.id !== type) this.recent = this.catalogue.linkType(type);
    const { start, end, amount } = link.own ?? ownColumns(this.recent, link.values);
    this.text(link.json ?? JSON.stringify(link.values));
    this.text(start);
    this.text(end);
    this.text(amount);
  }

  /** What was added since the last time. */
  take(): PackedRows {
    const { count, entities, legs, doubts, gradings, handlings, rejects } = this;
    const { headsSent, entityHeads, linkHeads } = this;
    this.headsSent = { entities: entityHeads.length, links: linkHeads.length };
    const pack = { count, numbers: this.numbers.take(), text: this.texts.join(''), entityHeads: entityHeads.slice(headsSent.entities), linkHeads: linkHeads.slice(headsSent.links), entities, legs, doubts, gradings, handlings, rejects };
    this.texts = [];
    this.entities = { heads: [], kept: [], jsons: [], sameKeys: [], identifiers: [] };
    this.legs = [];
    this.doubts = [];
    this.gradings = [];
    this.handlings = [];
    this.rejects = [];
    this.count = 0;
    this.characters = 0;
    return pack;
  }
}

/** An entity out of a pack. Its values are read only where somebody asks for them: whoever writes it has them as JSON. */
class UnpackedEntity implements MappedEntity {
  readonly key: string;
  readonly type: string;
  readonly namespace: string | null;

  constructor(head: EntityHead, readonly json: string, readonly identifiers: readonly string[], readonly sameKey: string | null, readonly kept: number | undefined) {
    this.key = head.key;
    this.type = head.type;
    this.namespace = head.namespace;
  }

  get values(): Values {
    return JSON.parse(this.json) as Values;
  }
}

class UnpackedLink implements MappedLink {
  readonly type: string;
  readonly occurrence: boolean;
  readonly directed: boolean;
  readonly once: boolean;

  constructor(head: LinkHead, readonly from: number, readonly to: number, readonly json: string, readonly own: OwnColumns, readonly leg: Leg | undefined) {
    this.type = head.type;
    this.occurrence = head.occurrence;
    this.directed = head.directed;
    this.once = head.once;
  }

  get values(): Values {
    return JSON.parse(this.json) as Values;
  }
}

/** A row out of a pack, whose cells are taken apart only for a list of rejects. */
class UnpackedRow {
  readonly kind = 'row';

  constructor(readonly row: number, private readonly written: string, readonly mapped: Extract<Outcome, { kind: 'row' }>['mapped']) {}

  get cells(): readonly string[] {
    return this.written.split(BETWEEN);
  }
}

const NO_DOUBTS: readonly Doubt[] = [];

/** Unpacks what one RowPacker packed, pack after pack. */
export class RowUnpacker {
  private readonly known = new Numbered<MappedEntity>();
  private readonly entityHeads: EntityHead[] = [];
  private readonly linkHeads: LinkHead[] = [];

  outcomes(pack: PackedRows): Outcome[] {
    const { linkHeads } = this;
    linkHeads.push(...pack.linkHeads);
    this.entityHeads.push(...pack.entityHeads);
    const { count, numbers, text, legs, gradings, handlings, rejects } = pack;
    const fresh = this.fresh(pack);
    const outcomes: Outcome[] = [];
    let at = 0;
    let place = 0;
    let rejected = 0;
    let doubted = 0;
    const next = (): number => numbers[at++] ?? 0;
    const nextText = (): string | null => {
      const length = next();
      return length === NONE ? null : text.slice(place, (place += length));
    };
    const failed = (): never => {
      throw new Error('a pack of rows is out of step');
    };
    const link = (): MappedLink => {
      const head = linkHeads[next()] ?? failed();
      const [from, to, leg] = [next(), next(), next()];
      const json = nextText() ?? '{}';
      const own = { start: nextText(), end: nextText(), amount: nextText() };
      return new UnpackedLink(head, from, to, json, own, leg === NONE ? undefined : legs[leg]);
    };
    for (let each = 0; each < count; each += 1) {
      const row = next();
      if (row === NONE) {
        outcomes.push({ kind: 'reject', reject: rejects[rejected++] ?? failed() });
        continue;
      }
      const written = nextText() ?? '';
      const entities: MappedEntity[] = [];
      for (let left = next(); left > 0; left -= 1) {
        const number = next();
        entities.push((number < 0 ? fresh[-number - 1] : this.known.get(number)) ?? failed());
      }
      const links: MappedLink[] = [];
      for (let left = next(); left > 0; left -= 1) links.push(link());
      const doubts = next();
      const [grading, handling] = [next(), next()];
      outcomes.push(new UnpackedRow(row, written, {
        entities, links, doubts: doubts === 0 ? NO_DOUBTS : pack.doubts.slice(doubted, (doubted += doubts)),
        grading: grading === NONE ? null : (gradings[grading] ?? failed()), handling: handling === NONE ? null : (handlings[handling] ?? failed()),
      }));
    }
    if (at !== numbers.length || place !== text.length) failed();
    return outcomes;
  }

  private fresh({ entities: { heads, kept, jsons, sameKeys, identifiers } }: PackedRows): MappedEntity[] {
    const { entityHeads } = this;
    return jsons.map((json, at) => {
      const head = entityHeads[heads[at] ?? 0];
      const number = kept[at] ?? NONE;
      if (head === undefined) throw new Error('a pack of rows is out of step');
      const entity = new UnpackedEntity(head, json, identifiers[at] ?? [], sameKeys[at] ?? null, number === NONE ? undefined : number);
      if (number !== NONE) this.known.set(number, entity);
      return entity;
    });
  }
}
