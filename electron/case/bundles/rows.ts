import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure';
import { annotationRecordSchema, chartGroupRecordSchema, chartItemRecordSchema, chartRecordSchema, type ChartGroupRecord } from '../../../shared/model/drawing';
import { entityRecordSchema, judgementRecordSchema, linkRecordSchema, sourceRecordSchema, statementRecordSchema } from '../../../shared/model/records';
import type { EntityRecord, JudgementRecord, LinkRecord, SourceRecord, StatementRecord } from '../../../shared/model/records';
import { idSchema } from '../../../shared/model/ids';
import { entityTypeSchema, linkTypeSchema, schemeSchema } from '../../../shared/schema/check';
import { ImagedRows } from '../db/imaged';

/** Rows that one table of a bundle may have: more than any case has. */
const MOST_ROWS = 5_000_000;

interface SourceRow { readonly id: string; readonly kind: string; readonly title: string; readonly supplier: string; readonly sha256: string | null; readonly bytes: number; readonly media_type: string; readonly grading: string | null; readonly handling: string; readonly received_at: string; readonly reading: string | null }
interface StatementRow { readonly id: string; readonly subject: string; readonly subject_kind: string; readonly source: string; readonly row: number | null; readonly locator: string; readonly values: string; readonly grading: string | null; readonly handling: string; readonly basis: string }

const SOURCES = 'SELECT id, kind, title, supplier, sha256, bytes, media_type, grading, handling, received_at, reading FROM source WHERE seq_retracted IS NULL ORDER BY n';
const ENTITIES = 'SELECT id, type FROM entity WHERE seq_retracted IS NULL ORDER BY n';
const LINKS = `SELECT link.id, link.type, a.id AS "from", b.id AS "to" FROM link JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n WHERE link.seq_retracted IS NULL ORDER BY link.n`;
const STATEMENTS = `SELECT s.id, coalesce(e.id, l.id) AS subject, s.subject_kind, source.id AS source, s.row, s.locator, s."values", s.grading, s.handling, s.basis
  FROM statement s JOIN source ON source.n = s.source LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject
  WHERE s.seq_retracted IS NULL ORDER BY s.n`;
const JUDGEMENTS = 'SELECT id, left_id AS "left", right_id AS "right", verdict, reason FROM judgement WHERE seq_retracted IS NULL ORDER BY n';
const PAGES = 'SELECT source.id AS source, page, text FROM source_page JOIN source ON source.n = source_page.source WHERE source.seq_retracted IS NULL ORDER BY source_page.n';

const json = (text: string | null): unknown => (text === null || text === '' ? null : (JSON.parse(text) as unknown));
const listed = (text: string): unknown => (text === '' ? [] : (JSON.parse(text) as unknown));

const pageSchema = z.object({ source: idSchema, page: z.number().int().positive(), text: z.string().max(10_000_000) });
export type PageRow = z.infer<typeof pageSchema>;

/** One chart of a bundle with all that is on it. */
export interface BroughtChart {
  readonly chart: z.infer<typeof chartRecordSchema>;
  readonly items: readonly z.infer<typeof chartItemRecordSchema>[];
  readonly groups: readonly ChartGroupRecord[];
  readonly annotations: readonly z.infer<typeof annotationRecordSchema>[];
}

/** What a bundle says, without its drawings. */
export interface SaidRows {
  sources(): Iterable<SourceRecord>;
  entities(): Iterable<EntityRecord>;
  links(): Iterable<LinkRecord>;
  statements(): Iterable<StatementRecord>;
  judgements(): Iterable<JudgementRecord>;
}

/**
 * The live rows of an opened bundle, each checked as if it had been typed by a stranger: which it was. Every method throws Failure bundleDamaged at a row that is
 * not as our own commands would have written it.
 */
export class BundleRows implements SaidRows {
  constructor(private readonly db: Database, private readonly file: string) {}

  private *checked<Row, Record>(sql: string, schema: z.ZodType<Record>, shaped: (row: Row) => unknown): Generator<Record> {
    let rows = 0;
    try {
      for (const row of this.db.prepare<[], Row>(sql).iterate()) {
        rows += 1;
        if (rows > MOST_ROWS) throw new Failure('fileTooLarge', { file: this.file });
        yield schema.parse(shaped(row));
      }
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): unknown {
    const ofRow = error instanceof z.ZodError || error instanceof SyntaxError || (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'));
    return ofRow ? new Failure('bundleDamaged', { file: this.file }, { cause: error }) : error;
  }

  sources(): Generator<SourceRecord> {
    return this.checked<SourceRow, SourceRecord>(SOURCES, sourceRecordSchema, ({ media_type, received_at, ...row }) => ({ ...row, mediaType: media_type, receivedAt: received_at, grading: json(row.grading), handling: listed(row.handling), reading: json(row.reading) }));
  }

  entities(): Generator<EntityRecord> {
    return this.checked(ENTITIES, entityRecordSchema, (row: EntityRecord) => row);
  }

  links(): Generator<LinkRecord> {
    return this.checked(LINKS, linkRecordSchema, (row: LinkRecord) => row);
  }

  statements(): Generator<StatementRecord> {
    return this.checked<StatementRow, StatementRecord>(STATEMENTS, statementRecordSchema, ({ subject_kind, row, ...said }) => ({ ...said, subjectKind: subject_kind, values: json(said.values), grading: json(said.grading), handling: listed(said.handling), locator: { ...(json(said.locator) as object | null), ...(row === null ? {} : { row }) } }));
  }

  judgements(): Generator<JudgementRecord> {
    return this.checked(JUDGEMENTS, judgementRecordSchema, (row: JudgementRecord) => row);
  }

  pages(): Generator<PageRow> {
    return this.checked(PAGES, pageSchema, (row: PageRow) => row);
  }

  /** Types and schemes of the sender's own, as they stand there. */
  types(): { readonly entity: unknown[]; readonly link: unknown[]; readonly scheme: unknown[] } {
    try {
      const rows = this.db.prepare<[], { use: string; content: string }>("SELECT use, content FROM user_type UNION ALL SELECT 'scheme', content FROM user_scheme ORDER BY 1, 2").all();
      const of = (use: string, schema: z.ZodType): unknown[] => rows.filter((row) => row.use === use).map(({ content }) => schema.parse(JSON.parse(content)));
      return { entity: of('entity', entityTypeSchema), link: of('link', linkTypeSchema), scheme: of('scheme', schemeSchema) };
    } catch (error) {
      throw this.failure(error);
    }
  }

  charts(): BroughtChart[] {
    const rows = new ImagedRows(this.db);
    try {
      return (rows.list('chart') as { id: string }[]).map(({ id, ...chart }) => ({
        chart: chartRecordSchema.parse({ id, ...chart }),
        items: z.array(chartItemRecordSchema).parse(rows.list('chart_item', { chart: id })),
        groups: z.array(chartGroupRecordSchema).parse(rows.list('chart_group', { chart: id })),
        annotations: z.array(annotationRecordSchema).parse(rows.list('annotation', { chart: id })),
      }));
    } catch (error) {
      throw this.failure(error);
    }
  }
}
