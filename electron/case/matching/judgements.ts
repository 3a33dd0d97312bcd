import type { Database } from 'better-sqlite3';
import { isOpposed, joinJudged } from '../../../shared/analysis/identity';
import type { JudgementView } from '../../../shared/contract/judging';
import type { EntityView } from '../../../shared/contract/views';
import type { Id } from '../../../shared/model/ids';
import { judgedPairs } from '../db/judged';
import { ENTITY_COLUMNS, entityView, type EntityRow } from '../queries/entityRows';
import { query } from '../queries/statements';

/** Views of single live entities by id, whatever they are joined with. */
export function singleViews(db: Database, ids: Iterable<Id>): Map<Id, EntityView> {
  const rows = query<EntityRow>(db, `SELECT ${ENTITY_COLUMNS} FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL`);
  return new Map(rows.all({ ids: JSON.stringify([...new Set(ids)]) }).map((row) => [row.id, entityView(row)]));
}

type Row = Pick<JudgementView, 'id' | 'verdict' | 'reason' | 'by' | 'at' | 'seq' | 'service'> & { readonly left: Id; readonly right: Id };

const JUDGEMENTS = `
  SELECT j.id, j.left_id AS "left", j.right_id AS "right", j.verdict, j.reason, j.seq_added AS seq, coalesce(journal.at, '') AS at, coalesce(bundle.content ->> 'person', journal.actor, '') AS "by",
    iif(bundle.id IS NULL, NULL, iif(bundle.content ->> 'service' = '', bundle.content ->> 'person', bundle.content ->> 'service')) AS service
  FROM json_each(@ids) wanted CROSS JOIN judgement j ON j.id = wanted.value
  LEFT JOIN journal ON journal.seq = j.seq_added LEFT JOIN bundle_step ON bundle_step.seq = j.seq_added LEFT JOIN taken_bundle bundle ON bundle.id = bundle_step.bundle
  WHERE j.seq_retracted IS NULL`;

/** Live judgements as they are shown, in the order asked; those of which an end is gone are left out. */
export function judgementViews(db: Database, ids: readonly Id[]): JudgementView[] {
  if (ids.length === 0) return [];
  const judged = judgedPairs(db);
  const joined = joinJudged(judged, 'judged');
  const opposed = new Set(judged.filter((each) => isOpposed(each, joined)).map(({ id }) => id));
  const rows = query<Row>(db, JUDGEMENTS).all({ ids: JSON.stringify(ids) });
  const ends = singleViews(db, rows.flatMap(({ left, right }) => [left, right]));
  return rows.flatMap((row): JudgementView[] => {
    const [left, right] = [ends.get(row.left), ends.get(row.right)];
    return left === undefined || right === undefined ? [] : [{ ...row, left, right, opposed: opposed.has(row.id) }];
  });
}
