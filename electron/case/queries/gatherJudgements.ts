import type { Database } from 'better-sqlite3';
import { joinJudged } from '../../../shared/analysis/identity';
import type { GatheredJudgement } from '../../../shared/briefing/material';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import { query } from './statements';

type Row = Omit<GatheredJudgement, 'theirs'> & { readonly theirs: number };

const JUDGED = (holds: string): string => `SELECT j.id, j.left_id AS "left", j.right_id AS "right", j.verdict, j.reason, j.seq_added IN (SELECT seq FROM bundle_step) AS theirs, coalesce(journal.actor, '') AS "by", coalesce(journal.at, '') AS at
  FROM judgement j LEFT JOIN journal ON journal.seq = j.seq_added WHERE ${holds} ORDER BY j.id`;
const LIVE = JUDGED('j.seq_retracted IS NULL');
const AT = JUDGED('j.seq_added <= @seq AND (j.seq_retracted IS NULL OR j.seq_retracted > @seq)');

/** Judgements as they stand, or as they stood at a number of the journal; in the order of their ids. */
export function judgementsOf(db: Database, seq: number | null = null): readonly GatheredJudgement[] {
  const rows = seq === null ? query<Row>(db, LIVE).all({}) : query<Row>(db, AT).all({ seq });
  return rows.map(({ theirs, ...judgement }) => ({ ...judgement, theirs: theirs === 1 }));
}

/** Judgements on two of these records as they stood at a number of the journal, over what is gone as well. */
export function judgementsAmong(db: Database, ids: ReadonlySet<Id>, seq: number): readonly GatheredJudgement[] {
  const judgements = judgementsOf(db, seq);
  return amongJudgements(judgements, withAliases(judgements, 'lenient')(ids));
}

/** Those on two of these records, or of what is gone and may be one with them. */
export const amongJudgements = (judgements: readonly GatheredJudgement[], ids: ReadonlySet<Id>): readonly GatheredJudgement[] => judgements.filter(({ left, right }) => ids.has(left) && ids.has(right));

/**
 * Which records may be one with given ones: a function that gives ids with all that any judgement joins them with. More than an audience may come to know: what it is
 * shown as one is computed after the gate, from what it is given.
 */
export function withAliases(judgements: readonly GatheredJudgement[], mode: IdentityMode): (ids: Iterable<Id>) => ReadonlySet<Id> {
  const tops = joinJudged(judgements, mode);
  const members = new Map<Id, Id[]>();
  for (const [id, top] of tops) members.set(top, [...(members.get(top) ?? []), id]);
  return (ids) => {
    const all = new Set<Id>();
    for (const id of ids) for (const each of members.get(tops.get(id) ?? '') ?? [id]) all.add(each);
    return all;
  };
}
