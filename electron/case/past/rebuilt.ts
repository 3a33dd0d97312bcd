import type { Database } from 'better-sqlite3';
import { joinJudged } from '../../../shared/analysis/identity';
import { keyText } from '../../../shared/commands/image';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord, ChartRecord, FrozenDrawing } from '../../../shared/model/drawing';
import type { SourceEvaluation } from '../../../shared/model/evaluationChange';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { loadCatalogue } from '../catalogue';
import { Batch, type Cell } from '../db/batch';
import { openInMemory } from '../db/database';
import { ImagedRows } from '../db/imaged';
import { judgedPairs } from '../db/judged';
import { materialise } from '../db/materialise';
import { migrate } from '../db/migrate';
import { MIGRATIONS } from '../migrations';
import { query } from '../queries/statements';
import { Moment } from './moment';
import { rewound, type Rewound } from './rewound';

/** What is drawn: a chart as its items stood at a number of the journal, or as a snapshot froze them at one. */
export interface PastWanted {
  readonly chart: Id;
  readonly seq: number;
  readonly mode: IdentityMode;
  readonly frozen?: { readonly items: readonly ChartItemRecord[]; readonly drawing?: FrozenDrawing };
  /** Only what still stands today, evaluated as it is today: all that somebody else may have of it. */
  readonly standing: boolean;
}

/** A case in memory that holds what one chart draws, as it was. To be closed by whoever asked. */
export interface Rebuilt {
  readonly db: Database;
  readonly catalogue: Catalogue;
}

/** Tables of the drawing, and those whose rows change what is drawn on every chart. */
const DRAWN = ['chart', 'chart_item', 'chart_group', 'annotation'] as const;
const EVERYWHERE: readonly Rewound['table'][] = ['user_type', 'user_scheme', 'source_evaluation'];

const ofChart = (chart: Id) => ({ table, key, was, after }: Rewound): boolean => {
  if (table === 'chart') return key === keyText(chart);
  return (DRAWN as readonly string[]).includes(table) && ((was ?? after) as { readonly chart?: unknown } | null)?.chart === chart;
};

/** Copies the chart as it stood. Throws Failure chartNotFound. */
function copyDrawing(from: Database, into: Database, { chart, seq, frozen }: PastWanted, changed: readonly Rewound[]): void {
  const [rows, copies] = [new ImagedRows(from), new ImagedRows(into)];
  const records = new Map<string, { readonly table: Rewound['table']; readonly key: string; readonly record: unknown }>();
  const keep = (table: Rewound['table'], key: string, record: unknown): void => void records.set(`${table} ${key}`, { table, key, record });
  const now = rows.read('chart', keyText(chart));
  if (now !== null) keep('chart', keyText(chart), now);
  for (const item of rows.list('chart_item', { chart }) as ChartItemRecord[]) keep('chart_item', keyText(chart, item.subject), item);
  for (const table of ['chart_group', 'annotation'] as const) for (const record of rows.list(table, { chart }) as { readonly id: Id }[]) keep(table, keyText(record.id), record);
  for (const { table, key, was } of changed.filter(ofChart(chart))) keep(table, key, was);
  const known = records.get(`chart ${keyText(chart)}`)?.record as ChartRecord | null | undefined;
  if (known === null || known === undefined) throw new Failure('chartNotFound', { seq });
  const { options: _now, ...plain } = known;
  const drawing = frozen?.drawing;
  copies.write('chart', keyText(chart), drawing === undefined ? known : { ...plain, ...(drawing.options === undefined ? {} : { options: drawing.options }) });
  for (const { table, key, record } of records.values()) {
    if (table === 'chart' || record === null || (frozen !== undefined && table === 'chart_item') || (drawing !== undefined && table !== 'chart_item')) continue;
    copies.write(table, key, record);
  }
  for (const item of frozen?.items ?? []) copies.write('chart_item', keyText(chart, item.subject), { ...item, chart });
  for (const group of drawing?.groups ?? []) copies.write('chart_group', keyText(group.id), group);
  for (const annotation of drawing?.annotations ?? []) copies.write('annotation', keyText(annotation.id), annotation);
}

/** Types and schemes as they were: by these, captions are made and codes are ranked. */
function copyTypes(from: Database, into: Database, changed: readonly Rewound[]): Catalogue {
  const [rows, copies] = [new ImagedRows(from), new ImagedRows(into)];
  for (const table of ['user_type', 'user_scheme'] as const) {
    for (const record of rows.list(table) as { readonly id: string }[]) copies.write(table, keyText(record.id), record);
    for (const row of changed) if (row.table === table) copies.write(table, row.key, row.was);
  }
  return loadCatalogue(into).catalogue;
}

type Row = Readonly<Record<string, Cell>>;

/** Copies rows as they lie, so that order and numbers stay what they were. */
function copyRows(into: Database, table: string, columns: readonly string[], rows: Iterable<Row>): number[] {
  const batch = new Batch(into, 'INSERT', table, columns);
  const keys: number[] = [];
  for (const row of rows) {
    batch.add(...columns.map((column) => row[column] ?? null));
    keys.push(Number(row['n']));
  }
  batch.flush();
  return keys;
}

const JUDGEMENT = ['n', 'id', 'left_id', 'right_id', 'verdict', 'reason', 'seq_added'];
/** With what was computed of them: it still holds of those of which the same is said as then. */
const ENTITY = ['n', 'id', 'type', 'canonical', 'caption', 'key_line', 'start', 'end', 'sources', 'grading', 'handling', 'category', 'contradicts', 'assessed', 'seq_added'];
const LINK = ['n', 'id', 'type', 'from_n', 'to_n', 'start', 'end', 'amount', 'sources', 'strength', 'grading', 'handling', 'assessed', 'seq_added'];
const STATEMENT = ['n', 'id', 'subject_kind', 'subject', 'source', 'row', 'locator', 'values', 'grading', 'handling', 'basis', 'seq_added'];
const SOURCE = ['n', 'id', 'kind', 'title', 'supplier', 'sha256', 'bytes', 'media_type', 'grading', 'handling', 'received_at', 'reading', 'seq_added'];
const listed = (alias: string, columns: readonly string[]): string => columns.map((column) => `${alias}."${column}"`).join(', ');

/** Who stood on the chart, with all that each was taken for one with. */
function wantedEntities(into: Database, { chart, mode }: PastWanted): string[] {
  const placed = query<{ subject: string }>(into, "SELECT subject FROM chart_item WHERE chart = @chart AND kind = 'entity'").all({ chart }).map((row) => row.subject);
  const joined = joinJudged(judgedPairs(into), mode);
  if (joined.size === 0) return placed;
  const tops = new Set(placed.map((id) => joined.get(id) ?? id));
  return [...new Set([...placed, ...[...joined].filter(([, top]) => tops.has(top)).map(([id]) => id), ...tops])];
}

/** Entities that judgements are about, by their short keys. */
const judgedIn = (into: Database): number[] => query<{ n: number }>(into, 'SELECT e.n FROM entity e WHERE e.id IN (SELECT left_id FROM judgement UNION SELECT right_id FROM judgement)').all({}).map((row) => row.n);

/** What a source was graded and handled as, where that was changed since. */
function evaluateAsThen(into: Database, changed: readonly Rewound[]): void {
  const put = into.prepare('UPDATE source SET grading = ?, handling = ? WHERE id = ?');
  for (const { table, key, was, after } of changed) {
    // Both are gone where the source was erased.
    if (table !== 'source_evaluation' || (was === null && after === null)) continue;
    const { grading, handling } = was === null ? (after as SourceEvaluation).cameWith : (was as SourceEvaluation);
    put.run(grading === null ? null : JSON.stringify(grading), handling.length === 0 ? '' : JSON.stringify(handling), String((JSON.parse(key) as unknown[])[0]));
  }
}

/** Links of the copied entities as they were in the whole case, not only on the chart. */
function countLinks(from: Database, into: Database, moment: Moment, entities: readonly number[]): void {
  const side = (own: string, other: string): string => `(SELECT count(*) FROM link l JOIN entity o ON o.n = l.${other} WHERE l.${own} = wanted.value AND ${moment.lived('link', 'l')} AND ${moment.lived('entity', 'o')}${own === 'to_n' ? ' AND l.from_n <> l.to_n' : ''})`;
  const put = into.prepare('UPDATE entity SET links = ? WHERE n = ?');
  const counted = query<{ n: number; links: number }>(from, `SELECT wanted.value AS n, ${side('from_n', 'to_n')} + ${side('to_n', 'from_n')} AS links FROM json_each(@keys) wanted`);
  for (const { n, links } of counted.iterate({ ...moment.parameters, keys: JSON.stringify(entities) })) put.run(links, n);
}

/**
 * Rebuilds in memory what one chart drew after an entry of the journal: places and looks from the images that later steps kept, and what was said and judged from the rows that lived
 * then, from which all that is computed is computed anew, by the same code as ever. Throws Failure chartNotFound.
 */
export function rebuilt(from: Database, wanted: PastWanted): Rebuilt {
  const { seq, standing } = wanted;
  const moment = new Moment(from, seq);
  const changed = rewound(from, seq, [wanted.chart, ...EVERYWHERE.map((table) => `"table":"${table}"`)]);
  const db = openInMemory(null);
  try {
    migrate(db, MIGRATIONS);
    // Nothing outlives the answer, and every reference was checked where the rows come from.
    db.exec('PRAGMA foreign_keys = OFF; DROP INDEX link_seq; DROP INDEX link_retracted; DROP INDEX statement_seq; DROP INDEX statement_retracted; DROP INDEX statement_source');
    const catalogue = db.transaction((): Catalogue => {
      copyDrawing(from, db, wanted, changed);
      // What somebody else may have is asked of the schemes as they are today: codes may ask more than they did.
      const types = copyTypes(from, db, standing ? [] : changed);
      const lived = (table: 'entity' | 'link' | 'statement' | 'judgement', alias: string): string => `${moment.lived(table, alias)}${standing ? ` AND ${alias}.seq_retracted IS NULL` : ''}`;
      const rows = (sql: string, more: Row = {}): Iterable<Row> => query<Row>(from, sql).iterate({ ...moment.parameters, ...more });
      copyRows(db, 'judgement', JUDGEMENT, rows(`SELECT ${listed('j', JUDGEMENT)} FROM judgement j WHERE ${lived('judgement', 'j')}`));
      copyRows(db, 'bundle_step', ['seq', 'bundle'], rows('SELECT seq, bundle FROM bundle_step WHERE seq <= @seq'));
      const entities = copyRows(db, 'entity', ENTITY, rows(`SELECT ${listed('e', ENTITY)} FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE ${lived('entity', 'e')}`, { ids: JSON.stringify(wantedEntities(db, wanted)) }));
      const links = copyRows(db, 'link', LINK, rows(`WITH item(n) AS MATERIALIZED (SELECT value FROM json_each(@keys)) SELECT ${listed('l', LINK)} FROM item CROSS JOIN link l ON l.from_n = item.n WHERE l.to_n IN (SELECT n FROM item) AND ${lived('link', 'l')} ORDER BY l.n`, { keys: JSON.stringify(entities) }));
      const anew = standing || changed.some(({ table }) => EVERYWHERE.some((name) => name === table));
      const other = (kind: 'entity' | 'link', all: readonly number[]): number[] => {
        if (anew) return [...all];
        const touched = new Set(query<{ subject: number }>(from, moment.changedSubjects).all({ ...moment.parameters, kind }).map((row) => row.subject));
        // What is known of an entity together with others is gathered from what is said of all of them.
        if (kind === 'entity') for (const n of judgedIn(db)) touched.add(n);
        return all.filter((n) => touched.has(n));
      };
      const recomputed = { entities: other('entity', entities), links: other('link', links) };
      const keys = { entities: JSON.stringify(recomputed.entities), links: JSON.stringify(recomputed.links) };
      const said = (kind: 'entity' | 'link', columns: string): string => `SELECT ${columns} FROM json_each(@${kind === 'entity' ? 'entities' : 'links'}) wanted CROSS JOIN statement s ON s.subject_kind = '${kind}' AND s.subject = wanted.value WHERE ${lived('statement', 's')}`;
      copyRows(db, 'source', SOURCE, rows(`SELECT ${listed('o', SOURCE)} FROM source o WHERE o.n IN (${said('entity', 's.source')} UNION ${said('link', 's.source')}) ORDER BY o.n`, keys));
      for (const kind of ['entity', 'link'] as const) copyRows(db, 'statement', STATEMENT, rows(said(kind, listed('s', STATEMENT)), keys));
      if (!standing) evaluateAsThen(db, changed);
      materialise(db, types, recomputed);
      countLinks(from, db, moment, entities);
      return types;
    })();
    return { db, catalogue };
  } catch (error) {
    db.close();
    throw error;
  }
}
