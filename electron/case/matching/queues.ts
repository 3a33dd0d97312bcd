import type { Database } from 'better-sqlite3';
import { isOpposed, joinJudged } from '../../../shared/analysis/identity';
import type { QueueId } from '../../../shared/contract/judging';
import type { Id } from '../../../shared/model/ids';
import { identityOf } from '../db/identity';
import { judgedPairs, type JudgedPair } from '../db/judged';
import { query } from '../queries/statements';
import { matchingSettings, thresholdsOf, type Thresholds } from './vocabulary';

/** A pair that was proposed, by short keys. */
export interface Proposed {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Which pairs of one queue are asked for. */
export interface Wanted {
  readonly types?: readonly string[] | undefined;
  readonly entity?: Id | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type ProposalQueue = Extract<QueueId, 'open' | 'weak'>;
export type JudgedQueue = Exclude<QueueId, ProposalQueue>;

interface Standing {
  readonly mark: string;
  /** Proposals that are not shown: judged already, joined already, or the same two under other ids. */
  readonly hidden: ReadonlyMap<string, Proposed>;
}

const standings = new WeakMap<Database, Standing>();
const keyOf = (left: number, right: number): string => (left < right ? `${left} ${right}` : `${right} ${left}`);

const PROPOSED = 'SELECT left_n AS "left", right_n AS "right", score FROM match_proposal';
const OF = `${PROPOSED} WHERE left_n IN (SELECT value FROM json_each(@keys)) UNION ${PROPOSED} WHERE right_n IN (SELECT value FROM json_each(@keys)) ORDER BY 3 DESC, 1 DESC, 2 DESC`;
const ORDER = 'ORDER BY p.score DESC, p.left_n DESC, p.right_n DESC';

function compute(db: Database, mark: string): Standing {
  const identity = identityOf(db, 'judged');
  const judged = judgedPairs(db).filter(({ theirs }) => !theirs);
  const keys = new Map(query<{ id: Id; n: number }>(db, 'SELECT entity.id, entity.n FROM json_each(@ids) wanted CROSS JOIN entity ON entity.id = wanted.value').all({ ids: JSON.stringify(judged.flatMap(({ left, right }) => [left, right])) }).map(({ id, n }) => [id, n]));
  // Of those that stand for one another, one judgement speaks for all.
  const settled = new Set(judged.flatMap(({ left, right }) => {
    const [a, b] = [keys.get(left), keys.get(right)];
    return a === undefined || b === undefined ? [] : [keyOf(identity.topOf(a), identity.topOf(b))];
  }));
  const concerned = new Set([...[...identity.groups.values()].flat(), ...[...keys.values()].flatMap((n) => identity.membersOf(n))]);
  const hidden = new Map<string, Proposed>();
  if (concerned.size > 0) {
    const shown = new Set<string>();
    for (const pair of query<Proposed>(db, OF).all({ keys: JSON.stringify([...concerned]) })) {
      const [a, b] = [identity.topOf(pair.left), identity.topOf(pair.right)];
      const key = keyOf(a, b);
      if (a === b || settled.has(key) || shown.has(key)) hidden.set(keyOf(pair.left, pair.right), pair);
      else shown.add(key);
    }
  }
  return { mark, hidden };
}

/** Kept as long as nothing was written to the database. */
function standingOf(db: Database): Standing {
  const changes = query<{ changes: number }>(db, 'SELECT total_changes() AS changes').get({})?.changes ?? 0;
  const mark = `${String(db.pragma('data_version', { simple: true }))} ${changes}`;
  let standing = standings.get(db);
  if (standing?.mark !== mark) standings.set(db, (standing = compute(db, mark)));
  return standing;
}

/** Scores of the pairs of one queue: from the first on, below the second. */
const bandOf = (queue: ProposalQueue, { propose, hide }: Thresholds): readonly [number, number] => (queue === 'open' ? [propose, 2] : [hide, propose]);

const ends = 'CROSS JOIN entity l ON l.n = p.left_n CROSS JOIN entity r ON r.n = p.right_n';
const TYPED = '(l.type IN (SELECT value FROM json_each(@types)) OR r.type IN (SELECT value FROM json_each(@types)))';

/** Proposals of one queue, the surest first, and how many there are in all. */
export function proposedPairs(db: Database, queue: ProposalQueue, { types, entity, limit, offset }: Wanted): { readonly pairs: readonly Proposed[]; readonly total: number } {
  const [from, below] = bandOf(queue, thresholdsOf(matchingSettings(db)));
  const { hidden } = standingOf(db);
  const isShown = ({ left, right, score }: Proposed): boolean => score >= from && score < below && !hidden.has(keyOf(left, right));
  if (entity !== undefined) {
    const n = query<{ n: number }>(db, 'SELECT n FROM entity WHERE id = @entity AND seq_retracted IS NULL').get({ entity })?.n;
    const members = n === undefined ? [] : identityOf(db, 'judged').membersOf(n);
    const pairs = query<Proposed>(db, OF).all({ keys: JSON.stringify(members) }).filter(isShown).filter(typed(db, types));
    return { pairs: pairs.slice(offset, offset + limit), total: pairs.length };
  }
  const [join, where] = types === undefined ? ['', ''] : [ends, `AND ${TYPED}`];
  const given = { from, below, types: JSON.stringify(types ?? []), most: offset + limit + hidden.size };
  const rows = query<Proposed>(db, `SELECT p.left_n AS "left", p.right_n AS "right", p.score FROM match_proposal p ${join} WHERE p.score >= @from AND p.score < @below ${where} ${ORDER} LIMIT @most`).all(given);
  const all = query<{ count: number }>(db, `SELECT count(*) AS count FROM match_proposal p ${join} WHERE p.score >= @from AND p.score < @below ${where}`).get(given)?.count ?? 0;
  const out = [...hidden.values()].filter(({ score }) => score >= from && score < below).filter(typed(db, types)).length;
  return { pairs: rows.filter(isShown).slice(offset, offset + limit), total: all - out };
}

/** Whether one of two entities is of a type. */
function typed(db: Database, types: readonly string[] | undefined): (pair: Proposed) => boolean {
  if (types === undefined) return () => true;
  const typeOf = query<{ type: string }>(db, 'SELECT type FROM entity WHERE n = @n');
  return ({ left, right }) => [left, right].some((n) => types.includes(typeOf.get({ n })?.type ?? ''));
}

const unordered = (left: Id, right: Id): string => (left < right ? `${left} ${right}` : `${right} ${left}`);

/** Live judgements that one queue shows, the latest first. */
export function judgedIn(db: Database, queue: JudgedQueue): readonly JudgedPair[] {
  return sorted(db)[queue].toReversed();
}

function sorted(db: Database): Readonly<Record<JudgedQueue, JudgedPair[]>> {
  const judged = judgedPairs(db);
  const joined = joinJudged(judged, 'judged');
  const live = new Set(query<{ id: Id }>(db, 'SELECT entity.id FROM json_each(@ids) wanted CROSS JOIN entity ON entity.id = wanted.value WHERE seq_retracted IS NULL').all({ ids: JSON.stringify(judged.flatMap(({ left, right }) => [left, right])) }).map(({ id }) => id));
  // What we judged of exactly the pair after theirs came is our answer to it.
  const answers = new Map<string, number>();
  for (const { left, right, theirs, seq } of judged) if (!theirs) answers.set(unordered(left, right), seq);
  const isAnswered = ({ left, right, seq }: JudgedPair): boolean => (answers.get(unordered(left, right)) ?? 0) > seq;
  const queues: Record<JudgedQueue, JudgedPair[]> = { unsure: [], same: [], different: [], conflict: [] };
  for (const each of judged) {
    if (!live.has(each.left) || !live.has(each.right)) continue;
    if (isOpposed(each, joined)) {
      if (!isAnswered(each)) queues.conflict.push(each);
    } else if (!each.theirs || !answers.has(unordered(each.left, each.right))) queues[each.verdict].push(each);
  }
  return queues;
}

/** How many pairs each queue holds. */
export function countQueues(db: Database): Record<QueueId, number> {
  const thresholds = thresholdsOf(matchingSettings(db));
  const hidden = [...standingOf(db).hidden.values()];
  const count = (queue: ProposalQueue): number => {
    const [from, below] = bandOf(queue, thresholds);
    const all = query<{ count: number }>(db, 'SELECT count(*) AS count FROM match_proposal WHERE score >= @from AND score < @below').get({ from, below })?.count ?? 0;
    return all - hidden.filter(({ score }) => score >= from && score < below).length;
  };
  const { unsure, same, different, conflict } = sorted(db);
  return { open: count('open'), weak: count('weak'), unsure: unsure.length, same: same.length, different: different.length, conflict: conflict.length };
}
