import type { Database } from 'better-sqlite3';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Grading } from '../../../shared/model/evaluation';
import type { SourceRecord, StatementRecord } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { RowWriter } from '../db/bulk';
import type { Touched } from '../db/touched';
import { Identities } from './identities';
import { createIds } from './ids';
import type { Outcome } from './mappedRows';

type Counts = Pick<ImportReport, 'rows' | 'entitiesAdded' | 'entitiesMatched' | 'linksAdded' | 'statements' | 'rejected' | 'doubts'>;

/** Turns mapped rows into records of one source. Each row states what it says, also what was said before. */
export class ImportRows {
  readonly counts: { -readonly [K in keyof Counts]: Counts[K] } = { rows: 0, entitiesAdded: 0, entitiesMatched: 0, linksAdded: 0, statements: 0, rejected: 0, doubts: 0 };
  readonly byType: ImportReport['counts'] = { entities: {}, links: {} };
  /** Short key and id of the source. */
  readonly source: number;
  readonly sourceId: string;
  private readonly writer: RowWriter;
  private readonly identities: Identities;
  private readonly newId = createIds();
  private readonly matched = new Set<string>();
  private readonly entityNumbers = new Set<number>();
  private readonly linkNumbers = new Set<number>();

  constructor(db: Database, catalogue: Catalogue, seq: number, private readonly sheet: string | null, source: SourceRecord) {
    this.writer = new RowWriter(db, seq, catalogue);
    this.identities = new Identities(db, this.newId);
    this.source = this.writer.addSource(source);
    this.sourceId = source.id;
  }

  take(outcome: Outcome): void {
    const { counts } = this;
    if (outcome.kind === 'reject') {
      counts.rejected += 1;
      this.writer.addReject(this.source, outcome.reject);
      return;
    }
    const { row, mapped } = outcome;
    counts.rows += 1;
    counts.doubts += mapped.doubts.length;
    const found = mapped.entities.map((entity) => {
      const { identity, added } = this.identities.resolve(entity);
      const matched = identity.known && !this.matched.has(identity.id);
      if (added) {
        this.entityNumbers.add(this.writer.addEntity({ id: identity.id, type: entity.type }));
        counts.entitiesAdded += 1;
      }
      if (matched) {
        this.matched.add(identity.id);
        this.entityNumbers.add(this.writer.entityNumber(identity.id));
        counts.entitiesMatched += 1;
      }
      if (added || matched) this.byType.entities[entity.type] = (this.byType.entities[entity.type] ?? 0) + 1;
      this.state('entity', identity.id, row, entity.values, mapped.grading, entity.namespace);
      return identity;
    });
    for (const link of mapped.links) {
      const [from, to] = [found[link.from], found[link.to]];
      if (from === undefined || to === undefined) continue;
      const { id, n, added } = this.identities.link(link, from, to);
      if (n !== null) this.linkNumbers.add(n);
      if (added) {
        this.linkNumbers.add(this.writer.addLink({ id, type: link.type, from: from.id, to: to.id }));
        counts.linksAdded += 1;
        this.byType.links[link.type] = (this.byType.links[link.type] ?? 0) + 1;
      }
      this.state('link', id, row, link.values, mapped.grading, null);
    }
  }

  private state(subjectKind: StatementRecord['subjectKind'], subject: string, row: number, values: StatementRecord['values'], grading: Grading | null, namespace: string | null): void {
    this.counts.statements += 1;
    const locator = this.sheet === null ? { row } : { row, sheet: this.sheet };
    // Handling, and grading where the row has none of its own, are the source's.
    this.writer.addStatement({ id: this.newId(), subject, subjectKind, source: this.sourceId, locator, values, grading, handling: [], basis: 'fact' }, namespace ?? undefined);
  }

  /** Everything that this import added or says more of. */
  touched(): Touched {
    return { entities: [...this.entityNumbers], links: [...this.linkNumbers] };
  }

  flush(): void {
    this.writer.flush();
  }
}
