import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ImportCount } from '../../shared/contract/importing';
import type { ImportPlan } from '../../shared/mapping/recordPlan';
import type { Reject } from '../../shared/mapping/mapping';
import type { Doubt } from '../../shared/mapping/mapRow';
import { loadCatalogue } from './catalogue';
import { openDatabase } from './db/database';
import { failureOfSqlite } from './db/sqliteFailure';
import { CASE_FILE } from './folder';
import { openDocument } from './importers/document';
import type { CasePlace, Document } from './importers/document';
import { Identities } from './importers/identities';
import type { Identity } from './importers/identities';
import { openIncoming } from './importers/incoming';
import { rejectOf } from './importers/mappedRows';
import type { RecordOutcome } from './importers/records/format';
import { Pace } from './importers/watch';
import type { Watch } from './importers/watch';

export interface CountRequest {
  readonly document: Document;
  readonly mapping: ImportPlan;
  /** Rows after which it stops; null: the whole file. */
  readonly most: number | null;
}

/** Examples that are kept of each reason. */
const EXAMPLES = 5;
/** Reasons (column and code) of doubts that are told apart. */
const MOST_DOUBTS = 500;

type Row = Extract<RecordOutcome, { kind: 'row' }>;
type ByType = Map<string, { added: number; known: number }>;

/** Follows the rules by which an import decides what is new and what is known, and only counts. What it holds grows with the entities of the file, as in an import. */
class Tally {
  private readonly identities: Identities;
  private readonly entities: ByType = new Map();
  private readonly links: ByType = new Map();
  private readonly rejects = new Map<string, { code: Reject['code']; count: number; first: Reject[] }>();
  private readonly doubts = new Map<string, ImportCount['doubts'][number]>();
  private readonly counts = { rows: 0, rejected: 0, doubtful: 0, legs: 0, pages: 0, revoked: 0, attachments: 0 };
  private made = 0;

  constructor(db: Database) {
    this.identities = new Identities(db, () => `new:${(this.made += 1)}`);
  }

  get rows(): number {
    return this.counts.rows;
  }

  take(outcome: RecordOutcome): void {
    if (outcome.kind === 'row') this.row(outcome);
    else if (outcome.kind === 'page') this.counts.pages += 1;
    else if (outcome.kind === 'revoke') this.counts.revoked += 1;
    else this.reject(outcome.reject);
  }

  private reject(reject: Reject): void {
    this.counts.rejected += 1;
    const held = this.rejects.get(reject.code) ?? { code: reject.code, count: 0, first: [] };
    held.count += 1;
    if (held.first.length < EXAMPLES) held.first.push(reject);
    this.rejects.set(reject.code, held);
  }

  private doubt(row: number, { column, code, text }: Doubt): void {
    this.counts.doubtful += 1;
    const key = `${column}/${code}`;
    const held = this.doubts.get(key) ?? (this.doubts.size < MOST_DOUBTS ? { column, code, count: 0, first: [] } : undefined);
    if (held === undefined) return;
    held.count += 1;
    if (held.first.length < EXAMPLES) held.first.push({ row, text });
    this.doubts.set(key, held);
  }

  private row(outcome: Row): void {
    const { row, mapped } = outcome;
    this.counts.rows += 1;
    this.counts.attachments += mapped.attachments?.filter(({ bytes }) => bytes.length > 0).length ?? 0;
    for (const doubt of mapped.doubts) this.doubt(row, doubt);
    const found: Identity[] = mapped.entities.map((entity) => {
      const { identity, added } = this.identities.resolve(entity);
      // An import gives each a short key when it first meets it; here that only marks what was counted.
      if (identity.n === 0) {
        identity.n = 1;
        count(this.entities, entity.type, added);
      }
      return identity;
    });
    let selfLink: string | null = null;
    for (const link of mapped.links) {
      const [from, to] = [found[link.from], found[link.to]];
      if (from === undefined || to === undefined) continue;
      if (from === to) {
        selfLink ??= link.type;
        continue;
      }
      const resolved = this.identities.link(link, from, to);
      if (!resolved.added && link.leg !== undefined) this.counts.legs += 1;
      if (resolved.added) {
        count(this.links, link.type, true);
        resolved.link.n = -1;
      } else if (resolved.link.n > 0) {
        count(this.links, link.type, false);
        resolved.link.n = -1;
      }
    }
    if (selfLink !== null) this.reject(rejectOf(outcome, 'selfLink', selfLink));
  }

  result(whole: boolean): ImportCount {
    const list = (types: ByType): ImportCount['entities'] => [...types].map(([type, { added, known }]) => ({ type, added, known })).sort((a, b) => b.added + b.known - a.added - a.known);
    return {
      ...this.counts, whole, entities: list(this.entities), links: list(this.links),
      rejects: [...this.rejects.values()].sort((a, b) => b.count - a.count), doubts: [...this.doubts.values()].sort((a, b) => b.count - a.count),
    };
  }
}

function count(types: ByType, type: string, added: boolean): void {
  const held = types.get(type) ?? { added: 0, known: 0 };
  held[added ? 'added' : 'known'] += 1;
  types.set(type, held);
}

/**
 * What an import of a file would bring, to the last row, over the case as it is at the start. Reads over a connection that cannot write; memory is bounded as
 * in an import. Throws Failure cancelled, mappingInvalid, noRows, and those of previewImport.
 */
export async function countImport(place: CasePlace, { document, mapping, most }: CountRequest, watch: Watch): Promise<ImportCount> {
  const pace = new Pace(watch);
  const { folder, key } = place;
  const bytes = openDocument(document, { ...place, beat: watch.beat });
  let db: Database | null = null;
  try {
    db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true });
    db.exec('BEGIN');
    const { catalogue } = loadCatalogue(db);
    const incoming = await openIncoming(bytes, document.name, mapping, catalogue);
    const tally = new Tally(db);
    let seen = 0;
    let whole = true;
    reading: for await (const batch of incoming.outcomes()) {
      for (const outcome of batch) {
        if (most !== null && seen >= most) {
          whole = false;
          break reading;
        }
        seen += 1;
        tally.take(outcome);
        pace.rows = tally.rows;
        if ((seen & 15) === 0) pace.step('mapping', incoming.done(), incoming.total);
      }
      pace.step('mapping', incoming.done(), incoming.total);
    }
    return tally.result(whole);
  } catch (error) {
    throw failureOfSqlite(error, join(folder, CASE_FILE));
  } finally {
    bytes.close();
    db?.close();
  }
}
