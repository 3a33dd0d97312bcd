import type { Database } from 'better-sqlite3';
import type { MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';

/** An entity that a row speaks of: one of the case, or one that this import makes. */
export interface Identity {
  readonly id: string;
  /** True when the case knew it before this import. */
  readonly known: boolean;
  /** Kinds of identifiers that it is known by here, each between blanks; two with differing values of a kind are not joined by name. */
  kinds: string;
}

export interface Resolved {
  readonly identity: Identity;
  readonly added: boolean;
}

/** A link by its id, and by its short key where the case had it before. */
interface CaseLink {
  readonly id: string;
  readonly n: number | null;
}

const kindOf = (join: string): string => ` ${join.slice(0, join.indexOf('\u0000'))} `;

/**
 * Decides which entity a row speaks of: by identifiers, exactly, among those of its type in the case and in the file; else by the values
 * that the mapping names, within the file. Two identifiers that lead to different entities follow the first.
 */
export class Identities {
  private readonly byIdentifier = new Map<string, Identity>();
  private readonly byValues = new Map<string, Identity>();
  private readonly byId = new Map<string, Identity>();
  private readonly links = new Map<string, CaseLink>();
  private readonly findEntity;
  private readonly findLink;
  private readonly caseIsEmpty: boolean;

  /** `db`: the case before the import, or within its transaction. `newId` names what is new. */
  constructor(db: Database, private readonly newId: () => string) {
    this.findEntity = db.prepare<[string, string, string], string>(`SELECT entity.id FROM identifier JOIN entity ON entity.n = identifier.entity JOIN statement ON statement.n = identifier.statement
      WHERE identifier.kind = ? AND identifier.value = ? AND entity.type = ? AND entity.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY entity.n LIMIT 1`).pluck();
    this.findLink = db.prepare<[string, string, string], CaseLink>(`SELECT link.id, link.n FROM entity a JOIN link ON link.from_n = a.n JOIN entity b ON b.n = link.to_n
      WHERE a.id = ? AND b.id = ? AND link.type = ? AND link.seq_retracted IS NULL ORDER BY link.n LIMIT 1`);
    this.caseIsEmpty = db.prepare('SELECT 1 FROM entity LIMIT 1').get() === undefined;
  }

  resolve(entity: MappedEntity): Resolved {
    const joins = entity.identifiers.map((join) => `${entity.type}\u0001${join}`);
    let found: Identity | undefined;
    joins.forEach((key, index) => (found ??= this.byIdentifier.get(key) ?? this.inCase(entity.type, entity.identifiers[index] ?? '')));
    if (found === undefined && entity.sameKey !== null) {
      const same = this.byValues.get(entity.sameKey);
      if (same !== undefined && !entity.identifiers.some((join) => same.kinds.includes(kindOf(join)))) found = same;
    }
    const identity = found ?? this.remember({ id: this.newId(), known: false, kinds: '' });
    joins.forEach((key, index) => {
      if (!this.byIdentifier.has(key)) this.byIdentifier.set(key, identity);
      const kind = kindOf(entity.identifiers[index] ?? '');
      if (!identity.kinds.includes(kind)) identity.kinds += kind;
    });
    if (entity.sameKey !== null && !this.byValues.has(entity.sameKey)) this.byValues.set(entity.sameKey, identity);
    return { identity, added: found === undefined };
  }

  /** The lasting link of this type between the two, or a new one. A happening is always new, unless the file tells of it again. */
  link(link: MappedLink, from: Identity, to: Identity): CaseLink & { readonly added: boolean } {
    if (link.occurrence && !link.once) return { id: this.newId(), n: null, added: true };
    const turn = !link.directed && from.id > to.id;
    const key = `${link.type}\u0000${turn ? to.id : from.id}\u0000${turn ? from.id : to.id}${link.occurrence ? `\u0000${JSON.stringify(link.values)}` : ''}`;
    const held = this.links.get(key) ?? (!link.occurrence && from.known && to.known ? (this.findLink.get(from.id, to.id, link.type) ?? (link.directed ? undefined : this.findLink.get(to.id, from.id, link.type))) : undefined);
    const kept = held ?? { id: this.newId(), n: null };
    this.links.set(key, kept);
    return { ...kept, added: held === undefined };
  }

  private inCase(type: string, join: string): Identity | undefined {
    if (this.caseIsEmpty) return undefined;
    const at = join.indexOf('\u0000');
    const id = this.findEntity.get(join.slice(0, at), join.slice(at + 1), type);
    return id === undefined ? undefined : (this.byId.get(id) ?? this.remember({ id, known: true, kinds: '' }));
  }

  private remember(identity: Identity): Identity {
    if (identity.known) this.byId.set(identity.id, identity);
    return identity;
  }
}
