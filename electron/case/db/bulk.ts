import type { Database } from 'better-sqlite3';
import type { Reject } from '../../../shared/mapping/mapping';
import type { EntityRecord, JudgementRecord, LinkRecord, SourceRecord, StatementRecord } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { Batch } from './batch';
import { Happenings } from './happenings';
import type { ShortKeys } from './happenings';
import { identifiersOf } from './identifiers';
import type { LinkColumns } from './linkColumns';

/** Gives each new row of a table its short key. */
class Counter implements ShortKeys {
  last: number;
  constructor(db: Database, table: string) {
    this.last = db.prepare<[], number>(`SELECT coalesce(max(n), 0) FROM ${table}`).pluck().get() ?? 0;
  }
  next(): number {
    return ++this.last;
  }
  take(count: number): void {
    this.last += count;
  }
}

/** The evaluation columns hold JSON, or NULL and '' for none, so that a million ungraded rows cost nothing. */
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const list = (values: readonly unknown[]): string => (values.length === 0 ? '' : JSON.stringify(values));

const placeOf = (locator: StatementRecord['locator']): string => (Object.keys(locator).length === 0 ? '' : JSON.stringify(locator));

/** Columns of a link that nothing has been said of yet, as the table's defaults. */
const UNSAID: LinkColumns = { start: null, end: null, amount: null, sources: 0, strength: 'tentative', grading: '', handling: '', assessed: false };

/** Statements of one source, as imports write them: graded by themselves or as their source, handled as their source. */
export interface SourceStatements {
  /** `values`, `grading` and `handling` are JSON; an empty handling is the source's. Returns the short key. */
  add(id: string, subjectKind: StatementRecord['subjectKind'], subject: number, row: number, values: string, grading: string | null, handling: string): number;
}

/**
 * The one way in which rows are added to a case, for commands and imports alike. Lives inside one IMMEDIATE transaction: made after
 * BEGIN, `flush` before COMMIT. All rows get `seq` as the number that added them. Follow it with `materialise`.
 */
export class RowWriter {
  private readonly db: Database;
  private readonly seq: number;
  private readonly catalogue: Catalogue;
  private readonly counters = new Map<string, Counter>();
  private readonly sources = new Map<string, number>();
  private readonly entities = new Map<string, number>();
  private readonly links = new Map<string, number>();
  private readonly types = new Map<number, string>();
  private readonly marked = new Set<string>();
  private readonly source: Batch;
  private readonly entity: Batch;
  private readonly link: Batch;
  private readonly statement: Batch;
  private readonly identifier: Batch;
  private readonly judgement: Batch;
  private readonly reject: Batch;
  /** Written before identifiers: all that these may refer to. */
  private readonly identified: Batch[];
  private readonly happenings: Happenings[] = [];

  constructor(db: Database, seq: number, catalogue: Catalogue) {
    this.db = db;
    this.seq = seq;
    this.catalogue = catalogue;
    this.source = new Batch(db, 'INSERT', 'source', ['n', 'id', 'kind', 'title', 'supplier', 'sha256', 'bytes', 'media_type', 'grading', 'handling', 'received_at', 'reading', 'seq_added']);
    this.entity = new Batch(db, 'INSERT', 'entity', ['n', 'id', 'type', 'canonical'], { fixed: { seq_added: seq } });
    this.link = new Batch(db, 'INSERT', 'link', ['n', 'id', 'type', 'from_n', 'to_n', 'start', 'end', 'amount', 'sources', 'strength', 'grading', 'handling', 'assessed'], { after: [this.entity], fixed: { seq_added: seq } });
    this.statement = new Batch(db, 'INSERT', 'statement', ['n', 'id', 'subject_kind', 'subject', 'source', 'row', 'locator', 'values', 'grading', 'handling', 'basis', 'seq_added'], { after: [this.source] });
    this.identified = [this.entity, this.statement];
    this.identifier = new Batch(db, 'INSERT OR IGNORE', 'identifier', ['kind', 'value', 'entity', 'statement'], { after: this.identified });
    this.judgement = new Batch(db, 'INSERT', 'judgement', ['n', 'id', 'left_id', 'right_id', 'verdict', 'reason', 'seq_added']);
    this.reject = new Batch(db, 'INSERT', 'reject', ['source', 'row', 'code', 'detail', 'cells'], { after: [this.source] });
  }

  private counter(table: string): Counter {
    let counter = this.counters.get(table);
    if (!counter) this.counters.set(table, (counter = new Counter(this.db, table)));
    return counter;
  }

  private next(table: string): number {
    return this.counter(table).next();
  }

  private find(table: 'source' | 'entity' | 'link', known: Map<string, number>, id: string): number {
    const held = known.get(id);
    if (held !== undefined) return held;
    const n = this.db.prepare<[string], number>(`SELECT n FROM ${table} WHERE id = ?`).pluck().get(id);
    if (n === undefined) throw new Error(`${table} ${id} is not in the case`);
    known.set(id, n);
    return n;
  }

  /** Short key of an entity that was added here or is in the case. Throws Error when it is neither. */
  entityNumber(id: string): number {
    return this.find('entity', this.entities, id);
  }

  private typeOf(entity: number): string {
    const held = this.types.get(entity);
    if (held !== undefined) return held;
    const type = this.db.prepare<[number], string>('SELECT type FROM entity WHERE n = ?').pluck().get(entity) ?? '';
    this.types.set(entity, type);
    return type;
  }

  /** Each of these returns the short key of the new row. */
  addSource(record: SourceRecord): number {
    const n = this.next('source');
    this.sources.set(record.id, n);
    this.source.add(n, record.id, record.kind, record.title, record.supplier, record.sha256, record.bytes, record.mediaType, json(record.grading), list(record.handling), record.receivedAt, json(record.reading), this.seq);
    return n;
  }

  addEntity(record: EntityRecord): number {
    const n = this.newEntity(record.id, record.type);
    this.entities.set(record.id, n);
    this.types.set(n, record.type);
    return n;
  }

  /** An entity of which only the short key is used here from now on. */
  newEntity(id: string, type: string): number {
    const n = this.next('entity');
    this.entity.add(n, id, type, id);
    return n;
  }

  addLink(record: LinkRecord): number {
    const n = this.joinEntities(record.id, record.type, this.entityNumber(record.from), this.entityNumber(record.to));
    this.links.set(record.id, n);
    return n;
  }

  /** A link by the short keys of its ends, with its computed columns where these are known already. */
  joinEntities(id: string, type: string, from: number, to: number, { start, end, amount, sources, strength, grading, handling, assessed }: LinkColumns = UNSAID): number {
    const n = this.next('link');
    this.link.add(n, id, type, from, to, start, end, amount, sources, strength, grading, handling, assessed ? 1 : 0);
    return n;
  }

  /** Statements of the source with the short key `source`, all at the same `locator` but for their row. */
  statementsOf(source: number, locator: StatementRecord['locator'], basis: StatementRecord['basis'] = 'fact'): SourceStatements {
    const place = placeOf(locator);
    const batch = new Batch(this.db, 'INSERT', 'statement', ['n', 'id', 'subject_kind', 'subject', 'row', 'values', 'grading', 'handling'], { after: [this.source], fixed: { source, locator: place, basis, seq_added: this.seq } });
    this.identified.push(batch);
    return {
      add: (id, subjectKind, subject, row, values, grading, handling) => {
        const n = this.next('statement');
        batch.add(n, id, subjectKind, subject, row, values, grading, handling);
        return n;
      },
    };
  }

  /** Links that one row of the source with the short key `source` tells all of, all at the same `locator` but for their row. */
  happeningsOf(source: number, locator: StatementRecord['locator']): Happenings {
    const happenings = new Happenings(this.db, { link: this.counter('link'), statement: this.counter('statement') }, { source, locator: placeOf(locator), seq: this.seq }, () => {
      for (const batch of [this.source, this.entity, this.link, ...this.identified]) batch.flush();
    });
    this.happenings.push(happenings);
    return happenings;
  }

  /** An exact join that a statement offers; each is to be handed over once. */
  addIdentifier(kind: string, value: string, entity: number, statement: number): void {
    this.identifier.add(kind, value, entity, statement);
  }

  /** `identifierPrefix` makes values of the identifier kind "reference" unique to a supplier; see identifiersOf. */
  addStatement(record: StatementRecord, identifierPrefix?: string): number {
    const n = this.next('statement');
    const ofEntity = record.subjectKind === 'entity';
    const subject = ofEntity ? this.entityNumber(record.subject) : this.find('link', this.links, record.subject);
    const source = this.find('source', this.sources, record.source);
    const { row, ...place } = record.locator;
    const locator = placeOf(place);
    this.statement.add(n, record.id, record.subjectKind, subject, source, row ?? null, locator, JSON.stringify(record.values), json(record.grading), list(record.handling), record.basis, this.seq);
    if (ofEntity) {
      for (const { kind, value } of identifiersOf(this.catalogue, this.typeOf(subject), record.values, identifierPrefix)) {
        // A phone that makes ten thousand calls in a file needs one row to be found by, not ten thousand.
        const mark = `${kind}\u0000${value}\u0000${subject}`;
        if (this.marked.has(mark)) continue;
        this.marked.add(mark);
        this.identifier.add(kind, value, subject, n);
      }
    }
    return n;
  }

  addJudgement(record: JudgementRecord): number {
    const n = this.next('judgement');
    this.judgement.add(n, record.id, record.left, record.right, record.verdict, record.reason, this.seq);
    return n;
  }

  /** A row of a file that did not come in; `source` is the short key that addSource gave. */
  addReject(source: number, reject: Reject): void {
    this.reject.add(source, reject.row, reject.code, reject.detail, JSON.stringify(reject.cells));
  }

  /** Writes what is still waiting. */
  flush(): void {
    for (const batch of [this.source, this.entity, this.link, ...this.identified, this.identifier, this.judgement, this.reject]) batch.flush();
    for (const happenings of this.happenings) happenings.flush();
  }
}
