import type { Database, Statement } from 'better-sqlite3';
import type { CaseReader, EvaluatedSource, SourceContent } from '../../shared/commands/context';
import type { ItemMove, MoveStep } from '../../shared/commands/chartMoves';
import { keyText } from '../../shared/commands/image';
import type { ChartItemRecord, ChartRecord } from '../../shared/model/drawing';
import { contradictionOf } from '../../shared/analysis/identity';
import type { Id } from '../../shared/model/ids';
import type { ImagedTable } from '../../shared/model/patch';
import type { EntityRecord, JudgementRecord, LinkRecord, StatementRecord } from '../../shared/model/records';
import type { ImagedRows } from './db/imaged';
import { judgedPairs } from './db/judged';
import { moveSteps, movesOf } from './db/moveSteps';
import { storedGrading, storedHandling, storedLocator } from './queries/stored';

interface StatementRow extends Omit<StatementRecord, 'locator' | 'values' | 'grading' | 'handling'> {
  readonly row: number | null;
  readonly locator: string;
  readonly values: string;
  readonly grading: string | null;
  readonly handling: string;
}

const LIVE_LINK = 'link.seq_retracted IS NULL AND a.seq_retracted IS NULL AND b.seq_retracted IS NULL';
const ENDS = 'JOIN entity a ON a.n = link.from_n JOIN entity b ON b.n = link.to_n';

const STATEMENT = 's.id, coalesce(e.id, l.id) AS subject, s.subject_kind AS subjectKind, source.id AS source, s.row, s.locator, s."values", s.grading, s.handling, s.basis';
const SUBJECT = `JOIN source ON source.n = s.source LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject`;

const recordOf = ({ row, locator, values, grading, handling, ...rest }: StatementRow): StatementRecord => ({
  ...rest, locator: storedLocator(row, locator), values: JSON.parse(values) as StatementRecord['values'], grading: storedGrading(grading), handling: storedHandling(handling),
});

/** The case as plans read it, over one connection. */
export class DatabaseReader implements CaseReader {
  private readonly db: Database;
  private readonly rows: ImagedRows;
  private readonly prepared = new Map<string, Statement<unknown[], unknown>>();

  constructor(db: Database, rows: ImagedRows) {
    this.db = db;
    this.rows = rows;
  }

  private ask<T>(sql: string): Statement<unknown[], T> {
    let statement = this.prepared.get(sql);
    if (!statement) this.prepared.set(sql, (statement = this.db.prepare<unknown[], unknown>(sql)));
    return statement as Statement<unknown[], T>;
  }

  private ids(sql: string, ...given: readonly unknown[]): Id[] {
    return this.ask<{ id: Id }>(sql).all(...given).map((row) => row.id);
  }

  entity(id: Id): EntityRecord | null {
    return this.ask<EntityRecord>('SELECT id, type FROM entity WHERE id = ? AND seq_retracted IS NULL').get(id) ?? null;
  }

  link(id: Id): LinkRecord | null {
    return this.ask<LinkRecord>(`SELECT link.id, link.type, a.id AS "from", b.id AS "to" FROM link ${ENDS} WHERE link.id = ? AND ${LIVE_LINK}`).get(id) ?? null;
  }

  statement(id: Id): StatementRecord | null {
    const found = this.ask<StatementRow>(`SELECT ${STATEMENT} FROM statement s ${SUBJECT} WHERE s.id = ? AND s.seq_retracted IS NULL`).get(id);
    return found ? recordOf(found) : null;
  }

  sourceEvaluation(id: Id): EvaluatedSource | null {
    const found = this.ask<{ supplier: string; grading: string | null; handling: string }>('SELECT supplier, grading, handling FROM source WHERE id = ? AND seq_retracted IS NULL').get(id);
    return found ? { supplier: found.supplier, grading: storedGrading(found.grading), handling: storedHandling(found.handling) } : null;
  }

  evaluable({ statements = [], subjects = [], source }: Parameters<CaseReader['evaluable']>[0], limit: number): readonly StatementRecord[] {
    const of = (kind: 'entity' | 'link'): string => `SELECT s.n FROM json_each(@subjects) wanted CROSS JOIN ${kind} ON ${kind}.id = wanted.value JOIN statement s ON s.subject_kind = '${kind}' AND s.subject = ${kind}.n`;
    const wanted = `SELECT s.n FROM json_each(@statements) wanted CROSS JOIN statement s ON s.id = wanted.value UNION ${of('entity')} UNION ${of('link')}
      UNION SELECT s.n FROM source CROSS JOIN statement s ON s.source = source.n WHERE source.id = @source`;
    const rows = this.ask<StatementRow>(`SELECT ${STATEMENT} FROM (${wanted}) chosen CROSS JOIN statement s ON s.n = chosen.n ${SUBJECT} WHERE s.seq_retracted IS NULL ORDER BY s.n LIMIT @limit`);
    return rows.all({ statements: JSON.stringify(statements), subjects: JSON.stringify(subjects), source: source ?? null, limit }).map(recordOf);
  }

  usesScheme(id: string): boolean {
    const mark = `"scheme":${JSON.stringify(id)}`;
    const carried = (table: string): string => `SELECT 1 FROM ${table} WHERE seq_retracted IS NULL AND (instr(grading, @mark) > 0 OR instr(handling, @mark) > 0)`;
    const set = `SELECT 1 FROM setting WHERE instr(content, @mark) > 0 OR content ->> '$.gradingScheme' = @id OR content ->> '$.handlingScheme' = @id`;
    return this.ask(`SELECT 1 WHERE EXISTS (${set}) OR EXISTS (${carried('source')}) OR EXISTS (${carried('statement')})`).get({ mark, id }) !== undefined;
  }

  hasSource(id: Id): boolean {
    return this.ask('SELECT 1 FROM source WHERE id = ? AND seq_retracted IS NULL').get(id) !== undefined;
  }

  entrySource(person: string, service: string): Id | null {
    return this.ids("SELECT id FROM source WHERE kind = 'entry' AND title = ? AND supplier = ? AND seq_retracted IS NULL ORDER BY n LIMIT 1", person, service)[0] ?? null;
  }

  sourceContent(source: Id): SourceContent {
    const n = this.ask<{ n: number }>('SELECT n FROM source WHERE id = ?').get(source)?.n ?? -1;
    const alone = (table: 'entity' | 'link'): string => `SELECT id, n FROM ${table} WHERE seq_retracted IS NULL
      AND n IN (SELECT subject FROM statement WHERE source = @n AND subject_kind = '${table}' AND seq_retracted IS NULL)
      AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = '${table}' AND s.subject = ${table}.n AND s.source <> @n AND s.seq_retracted IS NULL)`;
    const links = this.ask<{ id: Id; n: number }>(alone('link')).all({ n });
    const gone = new Set(links.map((link) => link.n));
    // An entity stays as long as a link of another source holds on to it.
    const held = this.ask<{ n: number }>('SELECT n FROM link WHERE seq_retracted IS NULL AND (from_n = @entity OR to_n = @entity)');
    const entities = this.ask<{ id: Id; n: number }>(alone('entity')).all({ n }).filter((entity) => held.all({ entity: entity.n }).every((link) => gone.has(link.n)));
    return { statements: this.ids('SELECT id FROM statement WHERE source = ? AND seq_retracted IS NULL', n), entities: entities.map((row) => row.id), links: links.map((row) => row.id) };
  }

  linksOf(entities: readonly Id[]): readonly Id[] {
    const wanted = JSON.stringify(entities);
    const end = (column: string): string => `SELECT link.id FROM json_each(?) wanted CROSS JOIN entity ON entity.id = wanted.value JOIN link ON link.${column} = entity.n WHERE link.seq_retracted IS NULL`;
    return this.ids(`${end('from_n')} UNION ${end('to_n')}`, wanted, wanted);
  }

  statementsOf(subjects: readonly Id[]): readonly Id[] {
    const wanted = JSON.stringify(subjects);
    const about = (kind: 'entity' | 'link'): string => `SELECT s.id FROM json_each(?) wanted CROSS JOIN ${kind} ON ${kind}.id = wanted.value JOIN statement s ON s.subject_kind = '${kind}' AND s.subject = ${kind}.n WHERE s.seq_retracted IS NULL`;
    return this.ids(`${about('entity')} UNION ALL ${about('link')}`, wanted, wanted);
  }

  /** Our own: what other services' bundles brought stays theirs, and is not taken back by what is decided here. */
  judgementsOf(a: Id, b: Id): readonly JudgementRecord[] {
    const columns = 'SELECT id, left_id AS "left", right_id AS "right", verdict, reason FROM judgement WHERE seq_retracted IS NULL AND seq_added NOT IN (SELECT seq FROM bundle_step) AND';
    return this.ask<JudgementRecord>(`${columns} left_id = ? AND right_id = ? UNION ALL ${columns} left_id = ? AND right_id = ?`).all(a, b, b, a);
  }

  judgement(id: Id): JudgementRecord | null {
    return this.ask<JudgementRecord>('SELECT id, left_id AS "left", right_id AS "right", verdict, reason FROM judgement WHERE id = ? AND seq_retracted IS NULL AND seq_added NOT IN (SELECT seq FROM bundle_step)').get(id) ?? null;
  }

  judgedAgainst(pair: { readonly left: Id; readonly right: Id }, verdict: JudgementRecord['verdict']): number {
    const against = contradictionOf(judgedPairs(this.db), pair, verdict);
    return against === null ? 0 : against.chain.length + (against.apart === null ? 0 : 1);
  }

  linked(type: string, from: Id, to: Id): boolean {
    return this.ask('SELECT 1 FROM entity a CROSS JOIN entity b CROSS JOIN link ON link.from_n = a.n AND link.type = ? AND link.to_n = b.n WHERE a.id = ? AND b.id = ? AND link.seq_retracted IS NULL LIMIT 1').get(type, from, to) !== undefined;
  }

  charts(): readonly ChartRecord[] {
    return this.rows.list('chart') as ChartRecord[];
  }

  chart(id: Id): ChartRecord | null {
    return this.row('chart', id) as ChartRecord | null;
  }

  chartItem(chart: Id, subject: string): ChartItemRecord | null {
    return this.row('chart_item', chart, subject) as ChartItemRecord | null;
  }

  chartItems(chart: Id): readonly ChartItemRecord[] {
    return this.rows.list('chart_item', { chart }) as ChartItemRecord[];
  }

  itemsOf(subjects: readonly string[]): readonly ChartItemRecord[] {
    const wanted = new Set(subjects);
    return this.charts().flatMap((chart) => this.chartItems(chart.id).filter((item) => wanted.has(item.subject)));
  }

  row(table: ImagedTable, ...key: readonly string[]): unknown {
    return this.rows.read(table, keyText(...key));
  }

  showsSnapshot(id: Id): boolean {
    const shown = (table: 'briefing' | 'presentation'): boolean => this.ask(`SELECT 1 FROM ${table} WHERE instr(content, ?) LIMIT 1`).get(id) !== undefined;
    return shown('briefing') || shown('presentation');
  }

  moveSteps(chart: Id): readonly MoveStep[] {
    return moveSteps(this.db, chart);
  }

  movesOf(seq: number): readonly ItemMove[] {
    return movesOf(this.db, seq);
  }

  rowsOfChart(table: 'chart_group' | 'annotation', chart: Id): readonly { readonly id: Id }[] {
    return this.rows.list(table, { chart }) as { id: Id }[];
  }
}
