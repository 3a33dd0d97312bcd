import type { Database, Statement } from 'better-sqlite3';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Attachment, MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';
import type { Basis, Handling } from '../../../shared/model/evaluation';
import type { Locator, SourceRecord } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { LinkType } from '../../../shared/schema/types';
import { RowWriter } from '../db/bulk';
import type { SourceStatements } from '../db/bulk';
import type { Happenings } from '../db/happenings';
import { Evaluations } from '../db/evaluation';
import { gatherOne } from '../db/gather';
import { LateIndexes } from '../db/lateIndexes';
import { ownColumns } from '../db/linkColumns';
import type { LinkColumns, OwnColumns } from '../db/linkColumns';
import type { AddedEntity } from '../db/materialise';
import type { Touched } from '../db/touched';
import { Identities } from './identities';
import type { Identity } from './identities';
import { createIds } from './ids';
import { rejectOf } from './mappedRows';
import type { Outcome } from './mappedRows';
import { Drawn } from './drawn';
import type { Incoming } from './incoming';
import type { RecordOutcome } from './records/format';
import { Numbered } from './numbered';
import { SaidOfNew } from './saidOfNew';

type Counts = Pick<ImportReport, 'rows' | 'entitiesAdded' | 'entitiesMatched' | 'linksAdded' | 'legs' | 'legsHoursApart' | 'statements' | 'rejected' | 'doubts' | 'pages' | 'revoked'>;

/** What is still to be computed once all rows are written: from what is held of new entities, and from what the case says of the others. */
export interface ToCompute extends Touched {
  readonly added: readonly AddedEntity[];
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const NONE: readonly string[] = [];
/** Differing statements of one source that are remembered of one entity. */
const STATED = 16;
/** Longer statements hardly come back word for word, and holding them would take as much memory as the file has text. */
const HELD_TEXT = 400;
/** After so many new links their number is foreseen. */
const FORESEEN = 20_000;

/** Whether the row makes or tells of a link with this entity. */
function isLinked(identity: Identity, links: readonly MappedLink[], found: readonly Identity[]): boolean {
  for (const link of links) {
    const from = found[link.from];
    const to = found[link.to];
    if (from !== undefined && to !== undefined && from !== to && (from === identity || to === identity)) return true;
  }
  return false;
}

/** Turns mapped rows into records of one source. Each row states what it says; only what it would repeat of the ends of its links is left out. */
export class ImportRows {
  readonly counts: { -readonly [K in keyof Counts]: Counts[K] } = { rows: 0, entitiesAdded: 0, entitiesMatched: 0, linksAdded: 0, legs: 0, legsHoursApart: 0, statements: 0, rejected: 0, doubts: 0, pages: 0, revoked: 0 };
  readonly byType: ImportReport['counts'] = { entities: {}, links: {} };
  /** Where the file draws things. */
  readonly drawn = new Drawn();
  /** Short keys of entities of the case of which the file takes back what was said. */
  readonly revoked = new Set<number>();
  /** Documents that records carry. */
  readonly attachments: Attachment[] = [];
  /** Short key and id of the source. */
  readonly source: number;
  readonly sourceId: string;
  private readonly writer: RowWriter;
  private readonly statements: SourceStatements;
  /** Those that a person's judgement made: only files that Knoop wrote have any. */
  private readonly assessments: () => SourceStatements;
  private readonly happenings: Happenings;
  private readonly late: LateIndexes;
  private readonly linksBefore: number;
  private foreseen = false;
  private recent: LinkType | undefined;
  private alike: { readonly of: readonly [grading: string | null, handling: string, basis: Basis]; readonly gives: Omit<LinkColumns, keyof OwnColumns> } | null = null;
  private readonly identities: Identities;
  /** Of mapped entities that come back as they are, row after row: who they are, each at its number. */
  private readonly resolved = new Numbered<{ readonly of: MappedEntity; readonly identity: Identity }>();
  private evaluations: Evaluations;
  private addPage: Statement | null = null;
  private readonly said: SaidOfNew;
  private readonly newId = createIds();
  /** Grading and handling of the source: those of all its rows that have none of their own. */
  private readonly grading: string | null;
  private readonly handling: string;
  private readonly fileHandling: readonly Handling[];
  private readonly known = new Set<number>();
  private readonly toldAgain = new Set<number>();

  constructor(private readonly db: Database, private catalogue: Catalogue, seq: number, unit: Incoming['unit'], sheet: string | null, private readonly record: SourceRecord, private readonly basis: Basis = 'fact') {
    const source = record;
    this.writer = new RowWriter(db, seq, catalogue);
    this.identities = new Identities(db, this.newId);
    this.evaluations = new Evaluations(catalogue);
    this.source = this.writer.addSource(source);
    this.sourceId = source.id;
    const place: Locator = { ...(sheet === null ? {} : { sheet }), ...(unit === 'line' || unit === 'record' ? { unit } : {}) };
    this.statements = this.writer.statementsOf(this.source, place);
    let assessments: SourceStatements | null = null;
    this.assessments = () => (assessments ??= this.writer.statementsOf(this.source, place, 'assessment'));
    this.happenings = this.writer.happeningsOf(this.source, place);
    this.late = new LateIndexes(db);
    this.linksBefore = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM link').pluck().get() ?? 0;
    this.grading = json(source.grading);
    this.fileHandling = source.handling;
    this.handling = source.handling.length === 0 ? '' : JSON.stringify(source.handling);
    this.said = new SaidOfNew(this.source, this.grading, this.handling);
  }

  /** The file brought types of its own along: what comes from now on may use them. */
  widen(catalogue: Catalogue): void {
    this.recent = undefined;
    this.alike = null;
    this.catalogue = catalogue;
    this.evaluations = new Evaluations(catalogue);
  }

  /** Rows whose values make this key mean this entity of the case; to be said before any row is taken. */
  know(sameKey: string, id: string): void {
    this.identities.know(sameKey, id);
  }

  take(outcome: RecordOutcome): void {
    const { counts } = this;
    if (outcome.kind === 'row') this.row(outcome);
    else if (outcome.kind === 'page') this.page(outcome.page, outcome.text);
    else if (outcome.kind === 'revoke') this.revoke(outcome.entity);
    else {
      counts.rejected += 1;
      this.writer.addReject(this.source, outcome.reject);
    }
  }

  private page(page: number, text: string): void {
    this.counts.pages += 1;
    // The source's row must stand before its pages do.
    if (this.counts.pages === 1) {
      this.writer.flush();
      this.addPage = this.db.prepare('INSERT INTO source_page (source, page, text) VALUES (?, ?, ?)');
    }
    this.addPage?.run(this.source, page, text);
  }

  private revoke(entity: MappedEntity): void {
    this.counts.revoked += 1;
    const identity = this.identities.find(entity);
    if (identity?.known) this.revoked.add(identity.n === 0 ? this.writer.entityNumber(identity.id) : identity.n);
  }

  private row(outcome: Extract<Outcome, { kind: 'row' }>): void {
    const { counts } = this;
    const { row, mapped } = outcome;
    if (mapped.attachments !== undefined) this.attachments.push(...mapped.attachments);
    counts.rows += 1;
    counts.doubts += mapped.doubts.length;
    const grading = json(mapped.grading);
    const handling = this.handlingOf(mapped.handling);
    const { entities, links, basis = this.basis } = mapped;
    const found: Identity[] = [];
    for (const entity of entities) found.push(this.resolve(entity));
    let selfLink: string | null = null;
    for (let at = 0; at < entities.length; at += 1) {
      const [entity, identity] = [entities[at], found[at]];
      if (entity !== undefined && identity !== undefined) this.entity(entity, identity, isLinked(identity, links, found), row, grading, handling, basis);
    }
    for (const link of links) {
      const from = found[link.from];
      const to = found[link.to];
      if (from === undefined || to === undefined) continue;
      if (from === to) selfLink ??= link.type;
      else this.link(link, from, to, row, grading, handling, basis);
    }
    // A phone that calls itself: no chart can show it, so people are told rather than left to wonder.
    if (selfLink !== null) {
      counts.rejected += 1;
      this.writer.addReject(this.source, rejectOf(outcome, 'selfLink', selfLink));
    }
  }

  /** The row's own conditions with the file's, as JSON: a row may add to what its file asks, never take from it. Empty when the file's hold. */
  private handlingOf(own: readonly Handling[] | null): string {
    return own === null ? '' : JSON.stringify([...this.fileHandling.filter((each) => !own.some((other) => other.scheme === each.scheme && other.code === each.code)), ...own]);
  }

  /** Who the row speaks of; what is new gets its short key. */
  private resolve(entity: MappedEntity): Identity {
    const { kept } = entity;
    const held = kept === undefined ? undefined : this.resolved.get(kept);
    if (held !== undefined && held.of === entity) return held.identity;
    const { identity, added, newJoins } = this.identities.resolve(entity);
    if (identity.n === 0) {
      if (added) {
        identity.n = this.writer.newEntity(identity.id, entity.type);
        identity.held = this.said.add(identity.n, entity.type);
        this.counts.entitiesAdded += 1;
      } else {
        identity.n = this.writer.entityNumber(identity.id);
        this.known.add(identity.n);
        this.counts.entitiesMatched += 1;
      }
      this.byType.entities[entity.type] = (this.byType.entities[entity.type] ?? 0) + 1;
    }
    if (newJoins.length > 0) identity.joins = [...identity.joins, ...newJoins];
    if (kept !== undefined) this.resolved.set(kept, { of: entity, identity });
    return identity;
  }

  /**
   * States what the row says of an entity. Where the row links it (`linked`), saying word for word what this source said before adds nothing: the
   * link's own statement tells that, and where, the source speaks of it again.
   */
  private entity(entity: MappedEntity, identity: Identity, linked: boolean, row: number, grading: string | null, handling: string, basis: Basis): void {
    const { last, stated } = identity;
    if (linked && basis === 'fact' && last !== null && last.by === entity && last.grading === grading && last.handling === handling) return;
    if (entity.place !== undefined) this.drawn.put(identity.id, entity.place);
    // Pointing at what is known, or was told of before, says nothing of it.
    if (entity.mention === true && (identity.known || stated.length > 0)) return;
    const values = entity.json ?? JSON.stringify(entity.values);
    const before = linked && basis === 'fact' && identity.joins.length === 0 ? stated.find((said) => said.values === values && said.grading === grading && said.handling === handling) : undefined;
    if (before !== undefined) {
      identity.last = entity.kept === undefined ? null : { by: entity, grading, handling };
      return;
    }
    // What a person judged is told again, whatever the file says as fact.
    if (stated.length < STATED) stated.push({ values: basis === 'fact' && values.length <= HELD_TEXT ? values : '', grading, handling });
    identity.last = entity.kept === undefined ? null : { by: entity, grading, handling };
    const statement = (basis === 'fact' ? this.statements : this.assessments()).add(this.newId(), 'entity', identity.n, row, values, grading, handling);
    this.counts.statements += 1;
    if (identity.held !== null) this.said.say(identity.held, values, grading, handling, basis);
    for (const join of identity.joins) {
      const at = join.indexOf('\u0000');
      this.writer.addIdentifier(join.slice(0, at), join.slice(at + 1), identity.n, statement);
    }
    identity.joins = NONE;
  }

  private link(mapped: MappedLink, from: Identity, to: Identity, row: number, grading: string | null, handling: string, basis: Basis): void {
    const { link, added, alone } = this.identities.link(mapped, from, to);
    const values = mapped.json ?? JSON.stringify(mapped.values);
    if (mapped.style !== undefined) this.drawn.line(mapped, from.id, to.id, mapped.style);
    this.counts.statements += 1;
    if (added) {
      const { start, end, amount } = mapped.own ?? ownColumns(this.linkType(mapped.type), mapped.values);
      const by = this.evaluated(grading ?? this.grading, handling === '' ? this.handling : handling, basis);
      const columns: LinkColumns = { start, end, amount, sources: by.sources, strength: by.strength, grading: by.grading, handling: by.handling, assessed: by.assessed };
      if (from.held !== null) from.held.links += 1;
      if (to.held !== null) to.held.links += 1;
      this.counts.linksAdded += 1;
      this.byType.links[mapped.type] = (this.byType.links[mapped.type] ?? 0) + 1;
      if (alone && basis === 'fact') {
        this.happenings.add(mapped.type, from.n, to.n, columns, { link: link.id, statement: this.newId() }, row, values, grading, handling);
        return;
      }
      link.n = this.writer.joinEntities(link.id, mapped.type, from.n, to.n, columns);
    } else {
      if (mapped.leg !== undefined) this.counts.legs += 1;
      this.toldAgain.add(link.n);
    }
    (basis === 'fact' ? this.statements : this.assessments()).add(this.newId(), 'link', link.n, row, values, grading, handling);
  }

  /** What one statement under this evaluation gives its link; most of a file is evaluated alike. */
  private evaluated(grading: string | null, handling: string, basis: Basis): Omit<LinkColumns, keyof OwnColumns> {
    if (this.alike?.of[0] !== grading || this.alike.of[1] !== handling || this.alike.of[2] !== basis) {
      const { sources, strength, grading: graded, handling: handled, assessed } = gatherOne({}, grading, handling, basis, this.evaluations);
      this.alike = { of: [grading, handling, basis], gives: { sources, strength, grading: graded, handling: handled, assessed } };
    }
    return this.alike.gives;
  }

  /** Types of links come in runs. */
  private linkType(id: string): LinkType | undefined {
    if (this.recent?.id !== id) this.recent = this.catalogue.linkType(id);
    return this.recent;
  }

  /** `share` of the file has been read, 0 to 1: once enough is seen, decides how its links are best indexed. */
  foresee(share: number): void {
    if (this.foreseen || this.counts.linksAdded < FORESEEN || share <= 0) return;
    this.foreseen = true;
    this.late.putOff(this.counts.linksAdded / share, this.linksBefore);
  }

  /** A document that came inside this one, as a source of its own under the same conditions. */
  addDocument({ name, mediaType, sha256, bytes }: { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly bytes: number }): void {
    const { id, kind, supplier, grading, handling, receivedAt, title } = this.record;
    this.writer.addSource({ id: this.newId(), kind, title: name.slice(0, 1000) || title, supplier, sha256, bytes, mediaType, grading, handling, receivedAt, reading: { partOf: id } });
  }

  /** Writes what is still waiting and tells what is left to compute. */
  finish(pace: () => void): ToCompute {
    this.writer.flush();
    this.late.build(pace);
    this.counts.legsHoursApart = this.identities.legs.hoursApart;
    const { whole, partial } = this.said.all();
    return { added: whole, entities: [...this.known, ...partial], links: [...this.toldAgain] };
  }
}
