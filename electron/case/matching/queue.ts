import type { Database } from 'better-sqlite3';
import type { judgingRequests, JudgementView, PairView } from '../../../shared/contract/judging';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { EntityView } from '../../../shared/contract/views';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { identityOf } from '../db/identity';
import { judgedPairs } from '../db/judged';
import { query } from '../queries/statements';
import { judgementViews, singleViews } from './judgements';
import { countQueues, judgedIn, proposedPairs } from './queues';
import { Scoring } from './scoring';

type Request = (typeof judgingRequests)['case.queue'];

/** Two entities that are shown beside one another. */
interface Beside {
  readonly left: EntityView;
  readonly right: EntityView;
  readonly judgement: JudgementView | null;
  /** As it was proposed. */
  readonly kept?: number;
}

const unordered = (left: Id, right: Id): string => (left < right ? `${left} ${right}` : `${right} ${left}`);

/** Live judgements on pairs of ids: ours before those of others. */
function judgementsOn(db: Database, pairs: readonly { readonly left: Id; readonly right: Id }[]): Map<string, JudgementView> {
  const wanted = new Set(pairs.map(({ left, right }) => unordered(left, right)));
  const found = judgementViews(db, judgedPairs(db).filter(({ left, right }) => wanted.has(unordered(left, right))).map(({ id }) => id));
  const views = new Map<string, JudgementView>();
  for (const view of found.toSorted((a, b) => Number(b.service !== null) - Number(a.service !== null))) views.set(unordered(view.left.id, view.right.id), view);
  return views;
}

/** Pairs with a fresh score, and what tells most of them. */
export function pairViews(db: Database, catalogue: Catalogue, pairs: readonly Beside[], scoring = new Scoring(db, catalogue)): PairView[] {
  const keys = new Map(query<{ id: Id; n: number }>(db, 'SELECT entity.id, entity.n FROM json_each(@ids) wanted CROSS JOIN entity ON entity.id = wanted.value').all({ ids: JSON.stringify(pairs.flatMap(({ left, right }) => [left.id, right.id])) }).map(({ id, n }) => [id, n]));
  scoring.read(keys.values());
  const matches = pairs.map(({ left, right }) => scoring.match(keys.get(left.id) ?? -1, keys.get(right.id) ?? -1));
  const evidence = scoring.shown(matches);
  return pairs.map((pair, at) => ({ left: pair.left, right: pair.right, score: scoring.isCounted ? matches[at]?.score ?? 0 : pair.kept ?? matches[at]?.score ?? 0, evidence: evidence[at] ?? [], judgement: pair.judgement }));
}

/** Two entities as they stand beside one another now. */
export function pairView(db: Database, catalogue: Catalogue, left: EntityView, right: EntityView): PairView {
  const judgement = judgementsOn(db, [{ left: left.id, right: right.id }]).values().next().value ?? null;
  const [view] = pairViews(db, catalogue, [{ left, right, judgement }]);
  return view ?? { left, right, score: 0, evidence: [], judgement };
}

function proposed(db: Database, { queue, ...wanted }: ParsedArgumentsOf<Request> & { readonly queue: 'open' | 'weak' }): { pairs: Beside[]; total: number } {
  const { pairs, total } = proposedPairs(db, queue, wanted);
  const ids = new Map(query<{ id: Id; n: number }>(db, 'SELECT entity.id, entity.n FROM json_each(@keys) wanted CROSS JOIN entity ON entity.n = wanted.value').all({ keys: JSON.stringify(pairs.flatMap(({ left, right }) => [left, right])) }).map(({ id, n }) => [n, id]));
  const views = singleViews(db, ids.values());
  const beside = pairs.flatMap(({ left, right, score }): { left: EntityView; right: EntityView; kept: number }[] => {
    const [a, b] = [views.get(ids.get(left) ?? ''), views.get(ids.get(right) ?? '')];
    // One that is gone is passed over until the matcher has heard of it.
    return a === undefined || b === undefined ? [] : [{ left: a, right: b, kept: score }];
  });
  const judged = judgementsOn(db, beside.map(({ left, right }) => ({ left: left.id, right: right.id })));
  return { pairs: beside.map((pair) => ({ ...pair, judgement: judged.get(unordered(pair.left.id, pair.right.id)) ?? null })), total };
}

function judged(db: Database, queue: 'unsure' | 'same' | 'different' | 'conflict', { types, entity, limit, offset }: ParsedArgumentsOf<Request>): { pairs: Beside[]; total: number } {
  const members = entity === undefined ? null : new Set(identityOf(db, 'judged').memberIds(entity));
  const all = judgedIn(db, queue).filter(({ left, right }) => members === null || members.has(left) || members.has(right));
  const shown = types === undefined ? all.slice(offset, offset + limit) : all;
  const views = judgementViews(db, shown.map(({ id }) => id)).map((judgement): Beside => ({ left: judgement.left, right: judgement.right, judgement }));
  if (types === undefined) return { pairs: views, total: all.length };
  const typed = views.filter(({ left, right }) => types.includes(left.type) || types.includes(right.type));
  return { pairs: typed.slice(offset, offset + limit), total: typed.length };
}

/** Pairs of one queue with their explanation, and how many pairs each queue holds. */
export function queueOf(db: Database, catalogue: Catalogue, args: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const { queue } = args;
  const { pairs, total } = queue === 'open' || queue === 'weak' ? proposed(db, { ...args, queue }) : judged(db, queue, args);
  return { pairs: pairViews(db, catalogue, pairs), total, counts: countQueues(db) };
}
