import type { Database, Statement } from 'better-sqlite3';
import type { Values } from '../../../shared/model/records';
import { captionOf, CASE_LANGUAGE } from '../../../shared/schema/caption';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { categoriesIn } from '../../../shared/schema/category';
import { spanOf, type Span } from '../../../shared/schema/dates';
import { contradictory } from './contradiction';
import { Evaluations } from './evaluation';
import { identifiersOf } from './identifiers';
import { gather, type SaidRow } from './gather';
import { linkColumns } from './linkColumns';
import { touchedBy, type Touched } from './touched';
import { nameKeys, searchText } from './words';

/** Subjects at a time. Their statements are read one subject after another: a thousand places of a register may have half a gigabyte of notes together. */
const SUBJECTS = 2000;
/** Characters of long texts that are found by searching for what one subject is said to be: no list of people comes near, and all of it is held at once. */
const SEARCHED = 16 * 1024 * 1024;

const SAID = `SELECT statement.subject, statement."values", coalesce(statement.grading, source.grading) AS grading,
    CASE WHEN statement.handling = '' THEN source.handling ELSE statement.handling END AS handling, statement.basis, statement.source
  FROM statement CROSS JOIN source ON source.n = statement.source
  WHERE statement.subject_kind = ? AND statement.subject = ? AND statement.seq_retracted IS NULL ORDER BY statement.n`;

/** Links of each entity whose both ends live; a link from an entity to itself counts once. */
const LINK_COUNTS = `SELECT wanted.value AS n,
    (SELECT count(*) FROM link JOIN entity other ON other.n = link.to_n WHERE link.from_n = wanted.value AND link.seq_retracted IS NULL AND other.seq_retracted IS NULL)
  + (SELECT count(*) FROM link JOIN entity other ON other.n = link.from_n WHERE link.to_n = wanted.value AND link.from_n <> link.to_n AND link.seq_retracted IS NULL AND other.seq_retracted IS NULL) AS links
  FROM json_each(?) wanted`;

interface Subject {
  readonly n: number;
  readonly type: string;
}

/** An entity that a step added, with all that is said of it: nothing of it need be read back. */
export interface AddedEntity extends Subject {
  /** Live links that have it for an end. */
  readonly links: number;
  readonly said: Iterable<SaidRow>;
}

/** Identifiers that rest on a statement that was retracted since. */
const LOST_IDENTIFIERS = `SELECT identifier.kind, identifier.value, identifier.entity FROM json_each(?) wanted CROSS JOIN identifier ON identifier.entity = wanted.value
  JOIN statement ON statement.n = identifier.statement WHERE statement.seq_retracted IS NOT NULL`;
/** Live statements of an entity, for finding another that says the same. */
const LIVE_STATEMENTS = `SELECT n, "values" FROM statement WHERE subject_kind = 'entity' AND subject = ? AND seq_retracted IS NULL ORDER BY n`;

/** Recomputes what is computed: columns behind "materialised" of entity and link, name keys and full text. */
class Materialiser {
  private readonly db: Database;
  private readonly catalogue: Catalogue;
  private readonly evaluations: Evaluations;
  private readonly statements: Statement<[kind: string, subject: number], SaidRow>;

  constructor(db: Database, catalogue: Catalogue, private readonly onEach: () => void) {
    this.db = db;
    this.catalogue = catalogue;
    this.evaluations = new Evaluations(catalogue);
    this.statements = db.prepare<[string, number], SaidRow>(SAID);
  }

  /** Live statements of a subject, in their order: to be walked to the end before anything is written, since a connection cannot do both at once. */
  private said(kind: 'entity' | 'link', n: number): Iterable<SaidRow> {
    return this.statements.iterate(kind, n);
  }

  private subjects(table: 'entity' | 'link', keys: string): Subject[] {
    return this.db.prepare<[string], Subject>(`SELECT n, ${table}.type FROM json_each(?) wanted CROSS JOIN ${table} ON ${table}.n = wanted.value WHERE seq_retracted IS NULL`).all(keys);
  }

  entities(all: readonly number[]): void {
    const put = this.writer('INSERT OR REPLACE');
    const forget = this.db.prepare('DELETE FROM name_key WHERE entity = ?');
    for (let at = 0; at < all.length; at += SUBJECTS) {
      const keys = JSON.stringify(all.slice(at, at + SUBJECTS));
      const links = new Map(this.db.prepare<[string], { n: number; links: number }>(LINK_COUNTS).all(keys).map((row) => [row.n, row.links]));
      const subjects = this.subjects('entity', keys);
      this.rebase(keys, new Map(subjects.map((subject) => [subject.n, subject.type])));
      for (const { n, type } of subjects) {
        forget.run(n);
        put({ n, type, links: links.get(n) ?? 0, said: this.said('entity', n) });
        this.onEach();
      }
    }
  }

  /** Entities that the step added, by what it said of them. */
  added(all: readonly AddedEntity[]): void {
    const put = this.writer('INSERT');
    for (const entity of all) {
      put(entity);
      this.onEach();
    }
  }

  private writer(verb: 'INSERT' | 'INSERT OR REPLACE'): (entity: AddedEntity) => void {
    const write = this.db.prepare('UPDATE entity SET caption = ?, key_line = ?, start = ?, "end" = ?, sources = ?, links = ?, grading = ?, handling = ?, category = ?, contradicts = ?, assessed = ? WHERE n = ?');
    const key = this.db.prepare('INSERT INTO name_key (key, entity) VALUES (?, ?)');
    const text = this.db.prepare(`${verb} INTO fulltext (rowid, body) VALUES (?, ?)`);
    return ({ n, type: id, links, said }) => {
      const type = this.catalogue.entityType(id);
      const { values, ...known } = gather(said, this.evaluations, { room: SEARCHED });
      const { caption, key: keyLine } = type ? captionOf(type, values, CASE_LANGUAGE) : { caption: '', key: '' };
      const { start, end }: Span = type ? spanOf(type, values) : {};
      const category = type === undefined ? '' : categoriesIn(type, values).join(' ');
      write.run(caption, keyLine, start ?? null, end ?? null, known.sources, links, known.grading, known.handling, category, type && contradictory(type, values) ? 1 : 0, known.assessed ? 1 : 0, n);
      if (type) for (const name of nameKeys(type, values)) key.run(name, n);
      text.run(n, searchText(caption, values));
    };
  }

  /**
   * One row per import says by which identifiers an entity is found, on the first statement that has them. Where that one is retracted,
   * the next live statement with the same identifier takes over; a supplier's name space ("ns:value") stays as it was written.
   */
  private rebase(keys: string, types: ReadonlyMap<number, string>): void {
    const lost = this.db.prepare<[string], { kind: string; value: string; entity: number }>(LOST_IDENTIFIERS).all(keys);
    const live = this.db.prepare<[number], { n: number; values: string }>(LIVE_STATEMENTS);
    const heirOf = (entity: number, says: (values: Values) => boolean): number | null => {
      for (const { n, values } of live.iterate(entity)) if (says(JSON.parse(values) as Values)) return n;
      return null;
    };
    const add = this.db.prepare('INSERT OR IGNORE INTO identifier (kind, value, entity, statement) VALUES (?, ?, ?, ?)');
    for (const { kind, value, entity } of lost) {
      const type = types.get(entity);
      const heir = type === undefined ? null : heirOf(entity, (values) => identifiersOf(this.catalogue, type, values).some((other) => other.kind === kind && (other.value === value || value.endsWith(`:${other.value}`))));
      if (heir !== null) add.run(kind, value, entity, heir);
    }
  }

  links(all: readonly number[]): void {
    const write: Statement = this.db.prepare('UPDATE link SET start = ?, "end" = ?, amount = ?, sources = ?, strength = ?, grading = ?, handling = ?, assessed = ? WHERE n = ?');
    for (let at = 0; at < all.length; at += SUBJECTS) {
      const keys = JSON.stringify(all.slice(at, at + SUBJECTS));
      for (const { n, type: id } of this.subjects('link', keys)) {
        const type = this.catalogue.linkType(id);
        const { start, end, amount, sources, strength, grading, handling, assessed } = linkColumns(type, gather(this.said('link', n), this.evaluations, { amount: type?.amount, room: SEARCHED }));
        write.run(start, end, amount, sources, strength, grading, handling, assessed ? 1 : 0, n);
        this.onEach();
      }
    }
  }
}

/**
 * Recomputes the materialised columns, name keys and full-text rows: of the given subjects, or of everything that the step `seq`
 * touched. Runs inside the transaction that changed them. Retracted subjects are passed over: nothing reads them. `onEach` is called after
 * each subject, and may throw to give up.
 */
export function materialise(db: Database, catalogue: Catalogue, what: Touched | { readonly seq: number }, onEach: () => void = () => undefined): void {
  const { entities, links } = 'seq' in what ? touchedBy(db, what.seq) : what;
  const materialiser = new Materialiser(db, catalogue, onEach);
  materialiser.links(links);
  materialiser.entities(entities);
}

/** The same for entities that this transaction added, and of which nothing was computed before. */
export function materialiseAdded(db: Database, catalogue: Catalogue, entities: readonly AddedEntity[], onEach: () => void): void {
  new Materialiser(db, catalogue, onEach).added(entities);
}
