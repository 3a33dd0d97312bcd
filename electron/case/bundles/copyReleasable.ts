import type { Database } from 'better-sqlite3';
import { keyText } from '../../../shared/commands/image';
import type { StatementRecord } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { RowWriter } from '../db/bulk';
import { recomputeCanonical } from '../db/canonical';
import { ImagedRows } from '../db/imaged';
import { materialise } from '../db/materialise';
import { storedGrading, storedHandling, storedLocator } from '../queries/stored';
import { HANDLING_AS_IT_STANDS, slices, type Selection } from '../releasable/selection';
import type { JudgedRow } from '../releasable/verdicts';

/** Journal number of all rows of a part: when they came in at home is nobody's business. */
const FIRST = 1;

interface SourceRow { readonly n: number; readonly id: string; readonly kind: 'file' | 'entry' | 'bundle'; readonly title: string; readonly supplier: string; readonly sha256: string | null; readonly bytes: number; readonly media_type: string; readonly grading: string | null; readonly handling: string; readonly received_at: string; readonly reading: string | null }
interface SaidRow extends JudgedRow { readonly n: number; readonly id: string; readonly subject: string; readonly row: number | null; readonly locator: string; readonly values: string; readonly own: string | null; readonly ownHandling: string; readonly basis: StatementRecord['basis'] }

const SAID = (kind: 'entity' | 'link'): string => `SELECT s.n, s.id, subject.id AS subject, s.row, s.locator, s."values", s.grading AS own, s.handling AS ownHandling, s.basis, source.n AS source, source.id AS sourceId, source.supplier, ${HANDLING_AS_IT_STANDS}
  FROM json_each(?) wanted CROSS JOIN statement s ON s.subject_kind = '${kind}' AND s.subject = wanted.value JOIN ${kind} subject ON subject.n = s.subject JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL ORDER BY s.n`;
/** Statements of a source with how they are handled, live ones only: of a source that goes whole, all of these go. */
const BY_SOURCE = `SELECT source.n AS source, source.id AS sourceId, source.supplier, ${HANDLING_AS_IT_STANDS}, count(*) AS said FROM statement s JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL AND source.n IN (SELECT value FROM json_each(?)) GROUP BY 1, 4`;
const JUDGEMENTS = `SELECT j.id, left_id AS "left", right_id AS "right", verdict, reason FROM judgement j JOIN entity a ON a.id = left_id JOIN entity b ON b.id = right_id
  WHERE j.seq_retracted IS NULL AND j.seq_added NOT IN (SELECT seq FROM bundle_step) AND a.n IN (SELECT value FROM json_each(@keys)) AND b.n IN (SELECT value FROM json_each(@keys)) ORDER BY j.n`;

export interface CopiedRows {
  /** Sources of which nothing is held back. */
  readonly whole: readonly { readonly sha256: string | null; readonly bytes: number }[];
  readonly judgements: readonly string[];
}

/** Copies what was selected into an empty part of a case, row by row. Runs inside a transaction of the part. */
export function copyReleasable(db: Database, part: Database, catalogue: Catalogue, { entities, links, verdicts }: Selection, step: () => void): CopiedRows {
  const writer = new RowWriter(part, FIRST, catalogue);
  const types = new Set<string>();
  const schemes = new Set<string>();
  const said = new Map<number, number>();
  const statements: { readonly n: number; readonly source: number; readonly record: StatementRecord }[] = [];
  /** Entities of which something is held back: what was decided about them may rest on it. */
  const veiled = new Set<string>();
  for (const [kind, keys] of [['entity', entities], ['link', links]] as const) {
    const rows = db.prepare<[string], SaidRow>(SAID(kind));
    for (const slice of slices(keys)) {
      for (const row of rows.iterate(JSON.stringify(slice))) {
        if (!verdicts.passes(row)) {
          veiled.add(row.subject);
          continue;
        }
        said.set(row.source, (said.get(row.source) ?? 0) + 1);
        const grading = storedGrading(row.own);
        const handling = storedHandling(row.ownHandling);
        for (const { scheme } of [...(grading === null ? [] : [grading]), ...handling]) schemes.add(scheme);
        statements.push({ n: row.n, source: row.source, record: { id: row.id, subject: row.subject, subjectKind: kind, source: row.sourceId, locator: storedLocator(row.row, row.locator), values: JSON.parse(row.values) as StatementRecord['values'], grading, handling, basis: row.basis } });
      }
      step();
    }
  }
  const whole = new Set<number>();
  const partial = new Set<number>();
  for (const row of db.prepare<[string], JudgedRow>(BY_SOURCE).all(JSON.stringify([...said.keys()]))) (verdicts.passes(row) ? whole : partial).add(row.source);
  for (const n of partial) whole.delete(n);
  const held: { sha256: string | null; bytes: number }[] = [];
  for (const row of db.prepare<[string], SourceRow>('SELECT * FROM source WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n').all(JSON.stringify([...said.keys()]))) {
    const goesWhole = whole.has(row.n);
    const grading = storedGrading(row.grading);
    const handling = storedHandling(row.handling);
    for (const { scheme } of [...(grading === null ? [] : [grading]), ...handling]) schemes.add(scheme);
    if (goesWhole) held.push({ sha256: row.sha256, bytes: row.bytes });
    // Hash, length and columns of a file tell of the rows that stay: they only go with all of it.
    writer.addSource({ id: row.id, kind: row.kind, title: row.title, supplier: row.supplier, sha256: goesWhole ? row.sha256 : null, bytes: goesWhole ? row.bytes : 0, mediaType: row.media_type, grading, handling, receivedAt: row.received_at, reading: goesWhole && row.reading !== null ? (JSON.parse(row.reading) as Record<string, unknown>) : null });
  }
  for (const { id, type } of db.prepare<[string], { id: string; type: string }>('SELECT e.id, e.type FROM json_each(?) wanted JOIN entity e ON e.n = wanted.value ORDER BY e.n').all(JSON.stringify(entities))) {
    types.add(type);
    writer.addEntity({ id, type });
  }
  for (const { id, type, from, to } of db.prepare<[string], { id: string; type: string; from: string; to: string }>('SELECT l.id, l.type, a.id AS "from", b.id AS "to" FROM json_each(?) wanted JOIN link l ON l.n = wanted.value JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n ORDER BY l.n').all(JSON.stringify(links))) {
    types.add(type);
    writer.addLink({ id, type, from, to });
  }
  statements.sort((a, b) => a.n - b.n);
  for (const { record } of statements) writer.addStatement(record);
  const judgements = db.prepare<{ keys: string }, Parameters<RowWriter['addJudgement']>[0]>(JUDGEMENTS).all({ keys: JSON.stringify(entities) }).filter(({ left, right }) => !veiled.has(left) && !veiled.has(right));
  for (const judgement of judgements) writer.addJudgement(judgement);
  writer.flush();
  copyKinds(db, part, types, schemes);
  const all = (table: 'entity' | 'link'): number[] => part.prepare<[], number>(`SELECT n FROM ${table}`).pluck().all();
  materialise(part, catalogue, { entities: all('entity'), links: all('link') }, step);
  recomputeCanonical(part);
  return { whole: held, judgements: judgements.map(({ id }) => id) };
}

/** The sender's own types and schemes that what goes needs. */
function copyKinds(db: Database, part: Database, types: ReadonlySet<string>, schemes: ReadonlySet<string>): void {
  const [from, into] = [new ImagedRows(db), new ImagedRows(part)];
  const own = new Map((from.list('user_type') as { readonly id: string; readonly content: { readonly extends?: string } }[]).map((type) => [type.id, type]));
  const needed = new Set<string>();
  for (const id of types) for (let next: string | undefined = id; next !== undefined && !needed.has(next); next = own.get(next)?.content.extends) needed.add(next);
  for (const [id, type] of own) if (needed.has(id)) into.write('user_type', keyText(id), type);
  for (const scheme of from.list('user_scheme') as { id: string }[]) if (schemes.has(scheme.id)) into.write('user_scheme', keyText(scheme.id), scheme);
}
