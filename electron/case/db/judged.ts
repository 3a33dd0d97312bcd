import type { Database } from 'better-sqlite3';
import type { Judged } from '../../../shared/analysis/identity';
import type { Id } from '../../../shared/model/ids';
import { query } from '../queries/statements';

/** A live judgement of a case. */
export interface JudgedPair extends Judged {
  readonly id: Id;
  /** Step that brought it into this case. */
  readonly seq: number;
}

type Row = Omit<JudgedPair, 'theirs'> & { readonly theirs: 0 | 1 };

const LIVE = 'SELECT id, left_id AS "left", right_id AS "right", verdict, seq_added AS seq, seq_added IN (SELECT seq FROM bundle_step) AS theirs FROM judgement WHERE seq_retracted IS NULL ORDER BY id';

/** All live judgements in the order of their ids, as joinJudged and contradictionOf take them. */
export function judgedPairs(db: Database): JudgedPair[] {
  return query<Row>(db, LIVE).all({}).map((row) => ({ ...row, theirs: row.theirs !== 0 }));
}
