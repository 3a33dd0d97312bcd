import type { Database } from 'better-sqlite3';
import type { ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { query } from './statements';

type Request = CaseService['requests']['case.charts'];

/** All charts in the order of their tabs, each with the number of entities on it. */
export function charts(db: Database): ResultOf<Request> {
  return query<ResultOf<Request>[number]>(
    db,
    `SELECT chart.id, chart.name, chart.position, count(e.n) AS items FROM chart
     LEFT JOIN chart_item item ON item.chart = chart.id AND item.kind = 'entity' AND item.hidden = 0
     LEFT JOIN entity e ON e.id = item.subject AND e.seq_retracted IS NULL
     GROUP BY chart.id ORDER BY chart.position, chart.id`,
  ).all({});
}
