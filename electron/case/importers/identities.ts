import type { Database } from 'better-sqlite3';
import type { Leg } from '../../../shared/mapping/legs';
import type { MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';
import { Legs } from './legs';
import type { NewEntity } from './saidOfNew';

/** An entity that a row speaks of: one of the case, or one that this import makes. */
export interface Identity {
  readonly id: string;
  /** True when the case knew it before this import. */
  readonly known: boolean;
  /** Kinds of identifiers that it is known by here, each between blanks; two with differing values of a kind are not joined by name. */
  kinds: string;
  /** Short key; 0 until who imports has looked it up or written it. */
  n: number;
  /** What is said of it, while it is new. */
  held: NewEntity | null;
  /** Identifiers that no statement has been written for yet. */
  joins: readonly string[];
  /** What this source has stated of it so far, as far as that is remembered. */
  readonly stated: Stated[];
  /** The mapped entity, with its evaluation, that stated it last or would only have repeated it; null where none comes back as it is. */
  last: { readonly by: MappedEntity; readonly grading: string | null; readonly handling: string } | null;
}

interface Stated {
  /** JSON, as written. */
  readonly values: string;
  readonly grading: string | null;
  readonly handling: string;
}

export interface Resolved {
  readonly identity: Identity;
  readonly added: boolean;
  /** Identifiers that no earlier row gave this entity. */
  readonly newJoins: readonly string[];
}

/** A link by its id; its short key is 0 until who imports has written it. */
export interface CaseLink {
  readonly id: string;
  n: number;
}

export interface ResolvedLink {
  readonly link: CaseLink;
  readonly added: boolean;
  /** True when nothing else will ever be said of it by this file: its short key is never asked for. */
  readonly alone: boolean;
}

const NONE: readonly string[] = [];

const kindOf = (join: string): string => ` ${join.slice(0, join.indexOf('\u0000'))} `;

/**
 * Decides which entity a row speaks of: by identifiers, exactly, among those of its type in the case and in the file; else by the values
 * that the mapping names, within the file. Two identifiers that lead to different entities follow the first.
 */
export class Identities {
  /** By type, then by "kind\u0000value": both texts come as they are, since joining them for every row costs more than finding them. */
  private readonly byIdentifier = new Map<string, Map<string, Identity>>();
  /** Identifiers of more than one entity, with the id of each but the first. */
  private readonly shared = new Set<string>();
  private readonly byValues = new Map<string, Identity>();
  private readonly byId = new Map<string, Identity>();
  private readonly links = new Map<string, CaseLink>();
  private readonly findEntity;
  private readonly findLink;
  private readonly findId;
  private readonly usesId;
  private readonly findLinkId;
  private readonly usesLinkId;
  private readonly caseIsEmpty: boolean;
  /** Happenings that rows may tell of again. */
  readonly legs: Legs;
  private readonly caseHasLinks: boolean;

  /** `db`: the case before the import, or within its transaction. `newId` names what is new. */
  constructor(db: Database, private readonly newId: () => string) {
    // From the identifier outwards: for the order's sake SQLite would go through all entities of the type, for each row anew.
    this.findEntity = db.prepare<[string, string, string], string>(`SELECT entity.id FROM identifier CROSS JOIN entity ON entity.n = identifier.entity CROSS JOIN statement ON statement.n = identifier.statement
      WHERE identifier.kind = ? AND identifier.value = ? AND entity.type = ? AND entity.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY entity.n LIMIT 1`).pluck();
    this.findLink = db.prepare<[string, string, string], CaseLink>(`SELECT link.id, link.n FROM entity a JOIN link ON link.from_n = a.n JOIN entity b ON b.n = link.to_n
      WHERE a.id = ? AND b.id = ? AND link.type = ? AND link.seq_retracted IS NULL ORDER BY link.n LIMIT 1`);
    this.findId = db.prepare<[string], string>('SELECT id FROM entity WHERE id = ? AND seq_retracted IS NULL').pluck();
    this.usesId = db.prepare<[string], string>('SELECT id FROM entity WHERE id = ?').pluck();
    this.findLinkId = db.prepare<[string, string], CaseLink & { seq_retracted: number | null }>('SELECT id, n, seq_retracted FROM link WHERE id = ? AND type = ?');
    this.usesLinkId = db.prepare<[string], string>('SELECT id FROM link WHERE id = ?').pluck();
    this.caseHasLinks = db.prepare('SELECT 1 FROM link LIMIT 1').get() !== undefined;
    this.legs = new Legs(db, this.caseHasLinks);
    this.caseIsEmpty = db.prepare('SELECT 1 FROM entity LIMIT 1').get() === undefined;
  }

  resolve(entity: MappedEntity): Resolved {
    const { type, identifiers, sameKey } = entity;
    const keyed = entity.keyed === true && sameKey !== null;
    let owners = this.byIdentifier.get(type);
    if (owners === undefined) this.byIdentifier.set(type, (owners = new Map()));
    let found: Identity | undefined = keyed ? this.byValues.get(sameKey) : undefined;
    if (found === undefined && entity.id !== undefined) found = this.named(entity.id);
    for (const join of identifiers) found ??= owners.get(join) ?? this.inCase(type, join);
    if (found === undefined && sameKey !== null && !keyed) {
      const same = this.byValues.get(sameKey);
      if (same !== undefined && !identifiers.some((join) => same.kinds.includes(kindOf(join)))) found = same;
    }
    const identity = found ?? this.added(entity.id);
    let newJoins = NONE;
    for (const join of identifiers) {
      const owner = owners.get(join);
      if (owner === identity || (owner !== undefined && this.shared.has(`${identity.id}\u0000${join}`))) continue;
      if (owner === undefined) owners.set(join, identity);
      else this.shared.add(`${identity.id}\u0000${join}`);
      newJoins = newJoins === NONE ? [join] : [...newJoins, join];
      const kind = kindOf(join);
      if (!identity.kinds.includes(kind)) identity.kinds += kind;
    }
    if (sameKey !== null && !this.byValues.has(sameKey)) this.byValues.set(sameKey, identity);
    return { identity, added: found === undefined, newJoins };
  }

  /** Rows with this key mean this entity of the case, where no identifier says otherwise. */
  know(sameKey: string, id: string): void {
    if (!this.byValues.has(sameKey)) this.byValues.set(sameKey, this.knownAs(id));
  }

  /** Who a record speaks of, where the case or an earlier record knows; nothing is added. */
  find(entity: MappedEntity): Identity | undefined {
    const { type, identifiers, sameKey } = entity;
    const owners = this.byIdentifier.get(type);
    return (sameKey === null ? undefined : this.byValues.get(sameKey)) ?? (entity.id === undefined ? undefined : this.named(entity.id)) ?? identifiers.map((join) => owners?.get(join) ?? this.inCase(type, join)).find((each) => each !== undefined);
  }

  private added(id: string | undefined): Identity {
    // An id that the case once used for what is retracted cannot be used again.
    const free = id !== undefined && !this.byId.has(id) && this.usesId.get(id) === undefined;
    const identity: Identity = { id: free ? id : this.newId(), known: false, kinds: '', n: 0, held: null, joins: NONE, stated: [], last: null };
    if (id !== undefined) this.byId.set(id, identity);
    return identity;
  }

  /** The entity with this id, of the case or of an earlier record. */
  private named(id: string): Identity | undefined {
    const held = this.byId.get(id);
    if (held !== undefined || this.caseIsEmpty) return held;
    const live = this.findId.get(id);
    return live === undefined ? undefined : this.knownAs(id);
  }

  private knownAs(id: string): Identity {
    let identity = this.byId.get(id);
    if (identity === undefined) this.byId.set(id, (identity = { id, known: true, kinds: '', n: 0, held: null, joins: NONE, stated: [], last: null }));
    return identity;
  }

  /** The lasting link of this type between the two, or a new one. A happening is always new, unless the file tells of it again. */
  link(link: MappedLink, from: Identity, to: Identity): ResolvedLink {
    if (link.id !== undefined) return this.linkById(link, link.id);
    if (link.leg !== undefined) return this.leg(link, link.leg, from, to);
    if (link.occurrence && !link.once) return { link: { id: this.newId(), n: 0 }, added: true, alone: true };
    const turn = !link.directed && from.id > to.id;
    const key = `${link.type}\u0000${turn ? to.id : from.id}\u0000${turn ? from.id : to.id}${link.occurrence ? `\u0000${JSON.stringify(link.values)}` : ''}`;
    const held = this.links.get(key) ?? (!link.occurrence && from.known && to.known && this.caseHasLinks ? (this.findLink.get(from.id, to.id, link.type) ?? (link.directed ? undefined : this.findLink.get(to.id, from.id, link.type))) : undefined);
    const kept = held ?? { id: this.newId(), n: 0 };
    this.links.set(key, kept);
    return { link: kept, added: held === undefined, alone: false };
  }

  /** A happening that other rows may tell of as well. */
  private leg({ type }: MappedLink, leg: Leg, from: Identity, to: Identity): ResolvedLink {
    const held = this.legs.find(type, from, to, leg);
    if (held !== null) return { link: held, added: false, alone: false };
    return { link: this.legs.add(type, from, to, leg, this.newId()), added: true, alone: false };
  }

  /** A link that Knoop gave an id: the same each time the id comes back. */
  private linkById(link: MappedLink, id: string): ResolvedLink {
    const key = `id\u0000${id}`;
    const held = this.links.get(key) ?? (this.caseIsEmpty ? undefined : this.findLinkId.get(id, link.type));
    const live = held !== undefined && !('seq_retracted' in held && held.seq_retracted !== null);
    const kept = live ? { id: held.id, n: held.n } : { id: held === undefined && this.usesLinkId.get(id) === undefined ? id : this.newId(), n: 0 };
    if (live && this.links.has(key)) return { link: this.links.get(key) ?? kept, added: false, alone: false };
    this.links.set(key, kept);
    return { link: kept, added: !live, alone: false };
  }

  private inCase(type: string, join: string): Identity | undefined {
    if (this.caseIsEmpty) return undefined;
    const at = join.indexOf('\u0000');
    const id = this.findEntity.get(join.slice(0, at), join.slice(at + 1), type);
    return id === undefined ? undefined : this.knownAs(id);
  }
}
