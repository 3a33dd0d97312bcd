import type { Database } from 'better-sqlite3';
import type { MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';
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
  private readonly caseIsEmpty: boolean;

  /** `db`: the case before the import, or within its transaction. `newId` names what is new. */
  constructor(db: Database, private readonly newId: () => string) {
    // From the identifier outwards: for the order's sake SQLite would go through all entities of the type, for each row anew.
    this.findEntity = db.prepare<[string, string, string], string>(`SELECT entity.id FROM identifier CROSS JOIN entity ON entity.n = identifier.entity CROSS JOIN statement ON statement.n = identifier.statement
      WHERE identifier.kind = ? AND identifier.value = ? AND entity.type = ? AND entity.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY entity.n LIMIT 1`).pluck();
    this.findLink = db.prepare<[string, string, string], CaseLink>(`SELECT link.id, link.n FROM entity a JOIN link ON link.from_n = a.n JOIN entity b ON b.n = link.to_n
      WHERE a.id = ? AND b.id = ? AND link.type = ? AND link.seq_retracted IS NULL ORDER BY link.n LIMIT 1`);
    this.caseIsEmpty = db.prepare('SELECT 1 FROM entity LIMIT 1').get() === undefined;
  }

  resolve(entity: MappedEntity): Resolved {
    const { type, identifiers, sameKey } = entity;
    let owners = this.byIdentifier.get(type);
    if (owners === undefined) this.byIdentifier.set(type, (owners = new Map()));
    let found: Identity | undefined;
    for (const join of identifiers) found ??= owners.get(join) ?? this.inCase(type, join);
    if (found === undefined && sameKey !== null) {
      const same = this.byValues.get(sameKey);
      if (same !== undefined && !identifiers.some((join) => same.kinds.includes(kindOf(join)))) found = same;
    }
    const identity = found ?? { id: this.newId(), known: false, kinds: '', n: 0, held: null };
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

  /** The lasting link of this type between the two, or a new one. A happening is always new, unless the file tells of it again. */
  link(link: MappedLink, from: Identity, to: Identity): ResolvedLink {
    if (link.occurrence && !link.once) return { link: { id: this.newId(), n: 0 }, added: true };
    const turn = !link.directed && from.id > to.id;
    const key = `${link.type}\u0000${turn ? to.id : from.id}\u0000${turn ? from.id : to.id}${link.occurrence ? `\u0000${JSON.stringify(link.values)}` : ''}`;
    const held = this.links.get(key) ?? (!link.occurrence && from.known && to.known ? (this.findLink.get(from.id, to.id, link.type) ?? (link.directed ? undefined : this.findLink.get(to.id, from.id, link.type))) : undefined);
    const kept = held ?? { id: this.newId(), n: 0 };
    this.links.set(key, kept);
    return { link: kept, added: held === undefined };
  }

  private inCase(type: string, join: string): Identity | undefined {
    if (this.caseIsEmpty) return undefined;
    const at = join.indexOf('\u0000');
    const id = this.findEntity.get(join.slice(0, at), join.slice(at + 1), type);
    if (id === undefined) return undefined;
    let identity = this.byId.get(id);
    if (identity === undefined) this.byId.set(id, (identity = { id, known: true, kinds: '', n: 0, held: null }));
    return identity;
  }
}
