import type { Database } from 'better-sqlite3';
import { dayOf, isFuture } from '../../../shared/analysis/quality';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Findings } from './findings';

/** Links that are read in one go, so that a cancel is heard. */
const SPAN = 50_000;

interface Row { readonly n: number; readonly type: string; readonly from: number; readonly to: number; readonly start: string | null }

const LINKS = `SELECT link.n, link.type, from_n AS "from", to_n AS "to", link.start FROM link JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n
  WHERE link.n BETWEEN ? AND ? AND link.seq_retracted IS NULL AND a.seq_retracted IS NULL AND b.seq_retracted IS NULL`;
const DOUBTED = `SELECT s.n AS statement, link.n, from_n AS "from", to_n AS "to", s."values" FROM statement s JOIN link ON link.n = s.subject JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n
  WHERE s.n BETWEEN ? AND ? AND s.subject_kind = 'link' AND s.seq_retracted IS NULL AND instr(s."values", '"doubt":') > 0 AND link.seq_retracted IS NULL AND a.seq_retracted IS NULL AND b.seq_retracted IS NULL`;

const spans = function* (db: Database, table: 'link' | 'statement', step: (done: number, total: number) => void): Generator<readonly [number, number]> {
  const last = db.prepare<[], number>(`SELECT coalesce(max(n), 0) FROM ${table}`).pluck().get() ?? 0;
  for (let from = 1; from <= last; from += SPAN) {
    step(from, last);
    yield [from, from + SPAN - 1];
  }
};

/**
 * What is wrong with links: happenings without a time or with one to come, links from before one of their ends was born, values in doubt. `births`: the first day on which an entity may have
 * been born, by short key.
 */
export function checkLinks(db: Database, catalogue: Catalogue, births: ReadonlyMap<number, string>, today: string, findings: Findings, step: (done: number, total: number) => void): void {
  const dated = new Map(catalogue.linkTypes.flatMap((type) => (type.dates === undefined ? [] : [[type.id, type.occurrence]])));
  const links = db.prepare<[number, number], Row>(LINKS);
  for (const span of spans(db, 'link', step)) {
    for (const { n, type, from, to, start } of links.iterate(...span)) {
      const happens = dated.get(type);
      const about = { entities: [from, to], link: n };
      if (start === null) {
        if (happens === true) findings.add({ check: 'undatedLink', ...about });
        continue;
      }
      if (happens === true && isFuture(start, today)) findings.add({ check: 'futureDate', ...about });
      if (births.size === 0) continue;
      const last = dayOf(start, 'last');
      if (last !== null && [from, to].some((end) => (births.get(end) ?? '') > last)) findings.add({ check: 'lifespan', detail: 'beforeBirth', ...about });
    }
  }
  const doubted = db.prepare<[number, number], Omit<Row, 'type' | 'start'> & { statement: number; values: string }>(DOUBTED);
  for (const span of spans(db, 'statement', step)) {
    for (const { statement, n, from, to, values } of doubted.iterate(...span)) {
      for (const [property, list] of Object.entries(JSON.parse(values) as Values)) {
        for (const value of list) if (value.doubt !== undefined) findings.add({ check: 'doubt', detail: value.doubt, entities: [from, to], link: n, property, values: [{ of: 0, property, value, statements: [statement] }] });
      }
    }
  }
}
