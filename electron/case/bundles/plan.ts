import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { BundleManifest } from '../../../shared/model/bundle';
import type { AppendedTable } from '../../../shared/model/patch';
import type { EntityRecord, JudgementRecord, LinkRecord, SourceRecord, StatementRecord } from '../../../shared/model/records';
import { isErased } from '../erasure/erased';
import { storedGrading, storedHandling } from '../queries/stored';
import type { UnderMarking } from './marked';
import type { SaidRows } from './rows';
import { Standings } from './standing';
import type { Found } from './standing';
import { BundleWords } from './words';

/** Something that both sides have under one id, and not alike; what is here stays. */
export interface Differing {
  readonly kind: 'content' | 'type';
  readonly subject: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What taking a bundle in would do, in the terms of its rows. */
export interface UnitePlan {
  readonly add: { readonly source: SourceRecord[]; readonly entity: EntityRecord[]; readonly link: LinkRecord[]; readonly statement: StatementRecord[]; readonly judgement: JudgementRecord[] };
  /** Short keys of rows that live again, and of rows that their sender has taken back. */
  readonly revive: Record<AppendedTable, number[]>;
  readonly retract: Record<AppendedTable, number[]>;
  readonly differing: Differing[];
  /** Ids of statements and judgements that the bundle says, known or not. */
  readonly said: string[];
  /** Subjects of statements that are taken back. */
  readonly known: { entities: number; links: number; statements: number };
  /** What we have taken back ourselves and they still say. */
  readonly refused: number;
}

interface Held { readonly subject: string; readonly subject_kind: string; readonly values: string; readonly grading: string | null; readonly handling: string; readonly sourceHandling: string; readonly basis: string }

const HELD = `SELECT coalesce(e.id, l.id) AS subject, s.subject_kind, s."values", s.grading, s.handling, source.handling AS sourceHandling, s.basis FROM statement s JOIN source ON source.n = s.source
  LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject WHERE s.n = ?`;

const none = (): Record<AppendedTable, number[]> => ({ source: [], entity: [], link: [], statement: [], judgement: [] });

type Said = Pick<StatementRecord, 'subject' | 'subjectKind' | 'values' | 'grading' | 'handling' | 'basis'>;
const contentOf = ({ subject, subjectKind, values, grading, handling, basis }: Said): string => canonicalJson({ subject, subjectKind, values, grading, handling, basis });

/** Works out what is new in a bundle. One for each bundle, against the case as it stands; changes nothing. */
export class Planner {
  private readonly standings: Standings;
  private readonly words: BundleWords;
  private readonly plan: UnitePlan = { add: { source: [], entity: [], link: [], statement: [], judgement: [] }, revive: none(), retract: none(), differing: [], said: [], known: { entities: 0, links: 0, statements: 0 }, refused: 0 };
  private readonly sources = new Map<string, SourceRecord>();
  private readonly entities = new Map<string, EntityRecord>();
  private readonly links = new Map<string, LinkRecord>();
  /** Whether what is named can be said something of, once it was asked for: then it comes along. */
  private readonly there = new Map<string, boolean>();
  private refused = 0;

  constructor(private readonly db: Database, private readonly rows: SaidRows, private readonly manifest: BundleManifest, recalled: ReadonlySet<string>, private readonly marking: UnderMarking, private readonly step: () => void) {
    this.standings = new Standings(db);
    this.words = new BundleWords(db, manifest.issuer.signingKey, recalled);
  }

  /** Throws Failure bundleDamaged at a row that is not as it should be, and whatever `step` throws. `documents`: sources that come along for their own sake. */
  run(documents: ReadonlySet<string>): UnitePlan {
    const { rows, plan } = this;
    for (const source of rows.sources()) this.sources.set(source.id, source);
    for (const entity of rows.entities()) this.entities.set(entity.id, entity);
    for (const link of rows.links()) this.links.set(link.id, link);
    for (const statement of rows.statements()) {
      this.statement(statement);
      this.step();
    }
    for (const judgement of rows.judgements()) this.judgement(judgement);
    for (const { id, sha256 } of this.sources.values()) if (sha256 !== null && documents.has(sha256)) this.needSource(id);
    for (const id of this.words.takenBack()) this.takeBack(id);
    plan.known.entities = this.entities.size - plan.add.entity.length - plan.revive.entity.length;
    plan.known.links = this.links.size - plan.add.link.length - plan.revive.link.length;
    // What a bundle both says and takes back was met twice.
    for (const table of ['statement', 'judgement'] as const) plan.retract[table] = [...new Set(plan.retract[table])];
    return { ...plan, refused: this.refused };
  }

  /** Brings a row in that is not live: new, or again. False when somebody here took it back. */
  private bring<R extends { readonly id: string }>(table: 'source' | 'entity' | 'link', record: R, found: Found, into: R[]): boolean {
    if (found.standing === 'local') return false;
    if (found.standing === 'none') into.push(record);
    else if (found.standing === 'gone') this.plan.revive[table].push(found.n);
    return true;
  }

  private once(key: string, decide: () => boolean): boolean {
    const known = this.there.get(key);
    if (known !== undefined) return known;
    const answer = decide();
    this.there.set(key, answer);
    return answer;
  }

  private needSource(id: string): boolean {
    return this.once(`s${id}`, () => {
      const record = this.sources.get(id);
      const found = this.standings.find('source', id);
      if (record === undefined) return found.standing === 'live';
      // What a service typed itself names no supplier at home. Here it must: that service decides where its word may go next.
      const supplied = record.supplier === '' ? { ...record, supplier: this.manifest.issuer.service } : record;
      return this.bring('source', supplied, found, this.plan.add.source);
    });
  }

  private needEntity(id: string): boolean {
    return this.once(`e${id}`, () => {
      const record = this.entities.get(id);
      const found = this.standings.find('entity', id);
      if (record === undefined) return found.standing === 'live';
      if (found.n !== 0) this.compareType('entity', id, record.type);
      return this.bring('entity', record, found, this.plan.add.entity);
    });
  }

  private needLink(id: string): boolean {
    return this.once(`l${id}`, () => {
      const record = this.links.get(id);
      const found = this.standings.find('link', id);
      if (record === undefined) return found.standing === 'live';
      if (found.n !== 0) this.compareType('link', id, record.type);
      // Nothing comes along for the sake of what cannot come itself.
      if ([found, this.standings.find('entity', record.from), this.standings.find('entity', record.to)].some(({ standing }) => standing === 'local')) return false;
      return this.needEntity(record.from) && this.needEntity(record.to) && this.bring('link', record, found, this.plan.add.link);
    });
  }

  private compareType(table: 'entity' | 'link', id: string, theirs: string): void {
    const ours = this.db.prepare<[string], string>(`SELECT type FROM ${table} WHERE id = ?`).pluck().get(id) ?? '';
    if (ours !== theirs) this.plan.differing.push({ kind: 'type', subject: id, ours, theirs });
  }

  private statement(given: StatementRecord): void {
    const { plan } = this;
    const record = this.marking.of(given, this.sources.get(given.source));
    plan.said.push(record.id);
    const found = this.standings.find('statement', record.id);
    if (found.n !== 0) {
      plan.known.statements += 1;
      this.compareContent(record, found.n);
    }
    if (this.words.isDead(record.id)) {
      if (found.standing === 'live' && found.theirs) plan.retract.statement.push(found.n);
      return;
    }
    if (found.standing === 'live') return;
    const subject = record.subjectKind === 'entity' ? () => this.needEntity(record.subject) : () => this.needLink(record.subject);
    const refused = found.standing === 'local' || this.standings.find('source', record.source).standing === 'local' || !subject() || !this.needSource(record.source);
    if (refused) this.refused += 1;
    else if (found.standing === 'gone') plan.revive.statement.push(found.n);
    else plan.add.statement.push(record);
  }

  private compareContent(record: StatementRecord, n: number): void {
    const held = this.db.prepare<[number], Held>(HELD).get(n);
    // What was erased is not compared: the other side's words would bring it back.
    if (held === undefined || isErased(this.db, record.id)) return;
    const sourceHandling = { handling: storedHandling(held.sourceHandling) };
    const ours: Said = { subject: held.subject, subjectKind: held.subject_kind as Said['subjectKind'], values: JSON.parse(held.values) as Said['values'], grading: storedGrading(held.grading), handling: this.marking.conditions({ handling: storedHandling(held.handling) }, sourceHandling), basis: held.basis as Said['basis'] };
    const [mine, theirs] = [contentOf(ours), contentOf({ ...record, handling: this.marking.conditions(record, this.sources.get(record.source)) })];
    if (mine !== theirs) this.plan.differing.push({ kind: 'content', subject: record.id, ours: mine, theirs });
  }

  private judgement(record: JudgementRecord): void {
    const { plan } = this;
    plan.said.push(record.id);
    const found = this.standings.find('judgement', record.id);
    if (this.words.isDead(record.id)) {
      if (found.standing === 'live' && found.theirs) plan.retract.judgement.push(found.n);
    } else if (found.standing === 'gone') plan.revive.judgement.push(found.n);
    else if (found.standing === 'none') plan.add.judgement.push(record);
    else if (found.standing === 'local') this.refused += 1;
  }

  /** What came with a bundle goes; what was said here stays, whoever takes it back. */
  private takeBack(id: string): void {
    for (const table of ['statement', 'judgement'] as const) {
      const found = this.standings.find(table, id);
      if (found.standing === 'live' && found.theirs) this.plan.retract[table].push(found.n);
    }
  }
}
