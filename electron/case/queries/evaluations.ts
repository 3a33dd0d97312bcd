import type { Database } from 'better-sqlite3';
import { gradingText } from '../../../shared/analysis/evaluation';
import type { evaluatingRequests } from '../../../shared/contract/evaluating';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';
import { storedGrading, storedHandling } from './stored';

type Request = (typeof evaluatingRequests)['case.evaluations'];

interface Row {
  count: number;
  grading: string | null;
  handling: string;
  basis: string;
  supplier: string;
  own: number;
}

const of = (kind: 'entity' | 'link'): string => `SELECT s.n FROM json_each(@subjects) wanted CROSS JOIN ${kind} ON ${kind}.id = wanted.value JOIN statement s ON s.subject_kind = '${kind}' AND s.subject = ${kind}.n`;

const EVALUATION = "count(*) AS count, coalesce(s.grading, source.grading) AS grading, iif(s.handling = '', source.handling, s.handling) AS handling, s.basis, source.supplier, s.grading IS NOT NULL OR s.handling <> '' AS own";
const LIVE = 'WHERE s.seq_retracted IS NULL GROUP BY 2, 3, 4, 5, 6';

/** Live statements of the selection by evaluation: their own, or their source's where they have none. */
const COUNTS = `
  SELECT ${EVALUATION}
  FROM (SELECT s.n FROM json_each(@statements) wanted CROSS JOIN statement s ON s.id = wanted.value UNION ${of('entity')} UNION ${of('link')}) chosen
  CROSS JOIN statement s ON s.n = chosen.n JOIN source ON source.n = s.source ${LIVE}`;

/** The same of a whole source, which may make millions: they are counted where they stand. */
const OF_SOURCE = `SELECT ${EVALUATION} FROM (SELECT * FROM source WHERE id = @source) source CROSS JOIN statement s ON s.source = source.n ${LIVE}`;

/** How the live statements of a selection are evaluated now, the commonest first. A statement of several handling codes counts under each; "" is none. */
export function evaluations(db: Database, catalogue: Catalogue, { statements = [], subjects = [], source }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const rows = source === undefined ? query<Row>(db, COUNTS).all({ statements: JSON.stringify(statements), subjects: JSON.stringify(subjects) }) : query<Row>(db, OF_SOURCE).all({ source });
  const gradings = new Map<string, number>();
  const handlings = new Map<string, number>();
  const count = (counts: Map<string, number>, text: string, more: number): void => void counts.set(text, (counts.get(text) ?? 0) + more);
  for (const row of rows) {
    count(gradings, gradingText(storedGrading(row.grading), catalogue), row.count);
    const codes = storedHandling(row.handling);
    for (const code of codes.length === 0 ? [''] : new Set(codes.map((each) => each.code))) count(handlings, code, row.count);
  }
  const listed = (counts: Map<string, number>): { text: string; count: number }[] => [...counts].map(([text, counted]) => ({ text, count: counted })).sort((a, b) => b.count - a.count);
  const sum = (wanted: readonly Row[]): number => wanted.reduce((total, row) => total + row.count, 0);
  return {
    statements: sum(rows), gradings: listed(gradings), handlings: listed(handlings), assessments: sum(rows.filter((row) => row.basis === 'assessment')), own: sum(rows.filter((row) => row.own === 1)),
    originators: [...new Set(rows.map((row) => row.supplier))].filter((supplier) => supplier !== '').sort(),
  };
}
