import type { Database } from 'better-sqlite3';
import { joinJudged } from '../../../shared/analysis/identity';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import { query } from '../queries/statements';
import { judgedPairs } from './judged';

/** Which entities of a case a reading takes for one. Only live ones count: whoever asks about another is answered as if it stood alone. Short keys are those of `entity`. */
export interface Identity {
  readonly mode: IdentityMode;
  /** Some entity stands for more than itself; false lets a reading go the short way. */
  readonly any: boolean;
  /** The same object as long as entities, links and what is said of them are the same, whatever is judged: what was computed of a group may be kept by it. */
  readonly content: object;
  /** Entities that stand for others, with all that they stand for: their own first, since it has the smallest id, then the others by id. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
  /** The entity that this one is shown as; itself when alone. */
  topOf(n: number): number;
  /** All that are shown as one with it, the smallest id first; only itself when alone. */
  membersOf(n: number): readonly number[];
  topId(id: Id): Id;
  memberIds(id: Id): readonly Id[];
}

/** Each id by itself: for what is asked of single records. */
export const STRICT: Identity = {
  mode: 'strict',
  any: false,
  content: {},
  groups: new Map(),
  topOf: (n) => n,
  membersOf: (n) => [n],
  topId: (id) => id,
  memberIds: (id) => [id],
};

interface Member {
  readonly id: Id;
  readonly n: number;
}

const LIVE = 'SELECT e.id, e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL';

function compute(db: Database, mode: IdentityMode, content: object): Identity {
  const joined = joinJudged(judgedPairs(db), mode);
  const alone: Identity = { ...STRICT, mode, content };
  if (joined.size === 0) return alone;
  // Those that are gone still join: two of whom each was judged to be a third, since deleted, are the same.
  const live = query<Member>(db, LIVE).all({ ids: JSON.stringify([...joined.keys()]) });
  const together = new Map<Id, Member[]>();
  for (const member of live.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const top = joined.get(member.id) ?? member.id;
    const members = together.get(top);
    if (members === undefined) together.set(top, [member]);
    else members.push(member);
  }
  const groups = new Map<number, readonly number[]>();
  const byKey = new Map<number, readonly number[]>();
  const byId = new Map<Id, readonly Id[]>();
  for (const members of together.values()) {
    const [top] = members;
    if (top === undefined || members.length < 2) continue;
    const [keys, ids] = [members.map((member) => member.n), members.map((member) => member.id)];
    groups.set(top.n, keys);
    for (const member of members) {
      byKey.set(member.n, keys);
      byId.set(member.id, ids);
    }
  }
  if (groups.size === 0) return alone;
  return {
    mode,
    any: true,
    content,
    groups,
    topOf: (n) => byKey.get(n)?.[0] ?? n,
    membersOf: (n) => byKey.get(n) ?? [n],
    topId: (id) => byId.get(id)?.[0] ?? id,
    memberIds: (id) => byId.get(id) ?? [id],
  };
}

/** Entries of the journal after which entities, what is said of them and what is judged stand as before: drawing, writing and looking, done or undone. */
const ELSEWHERE = /^(?:chart|annotation|group|presentation|selection|pattern|formatting|briefing|recipient|release|recipe|watchList|watchHit|matching|blind)\.|^case\.(?:consulted|sourceConsulted|searched|trafficAsked|networkAsked|presented|told|opened|reasonGiven|clockSet)$/u;

/** Entries after which other entities may be one, but all that is said of each stands as before. */
const JUDGES = /^judgement\./u;

interface Kept {
  seq: number;
  content: object;
  readonly modes: Map<IdentityMode, Identity>;
}

const kept = new WeakMap<Database, Kept>();

const HEAD = 'SELECT coalesce(max(seq), 0) AS seq FROM journal';
const SINCE = 'SELECT DISTINCT command FROM journal WHERE seq > @seq';

/**
 * Who is who in a case as its live judgements have it. The same object is given as long as nothing in the case changed that it, or anything that is computed over all
 * of its groups, rests on: callers may keep by it what they computed.
 */
export function identityOf(db: Database, mode: IdentityMode): Identity {
  if (mode === 'strict') return STRICT;
  const head = query<{ seq: number }>(db, HEAD).get({})?.seq ?? 0;
  let known = kept.get(db);
  if (known === undefined) kept.set(db, (known = { seq: head, content: {}, modes: new Map() }));
  if (known.seq !== head) {
    const since = query<{ command: string }>(db, SINCE).all({ seq: known.seq }).map(({ command }) => command).filter((command) => !ELSEWHERE.test(command));
    if (head < known.seq || since.length > 0) known.modes.clear();
    if (head < known.seq || since.some((command) => !JUDGES.test(command))) known.content = {};
    known.seq = head;
  }
  let identity = known.modes.get(mode);
  if (identity === undefined) known.modes.set(mode, (identity = compute(db, mode, known.content)));
  return identity;
}
