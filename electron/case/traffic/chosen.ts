import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { NetworkScope } from '../../../shared/contract/network';
import type { TrafficTold } from '../../../shared/contract/traffic';
import { stretchOf } from '../../../shared/briefing/timeScale';
import { query } from '../queries/statements';
import type { Dealings } from './dealings';

/** The dealings that a question is about: places in the whole, ascending. */
export interface Chosen<Of extends Dealings = Dealings> {
  readonly whole: Of;
  readonly places: Uint32Array;
  readonly told: TrafficTold;
}

interface Asked {
  readonly scope: NetworkScope;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const KEYS = 'SELECT e.n FROM json_each(?) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL';
const ON_CHART = "SELECT e.n FROM chart_item item CROSS JOIN entity e ON e.id = item.subject WHERE item.chart = @id AND item.kind = 'entity' AND item.hidden = 0 AND e.seq_retracted IS NULL";
const HIDDEN = "SELECT l.n FROM chart_item item CROSS JOIN link l ON l.id = item.subject WHERE item.chart = @id AND item.hidden = 1 AND item.kind = 'link'";
const FOLDS = "SELECT item.subject FROM chart_item item WHERE item.chart = @id AND item.hidden = 1 AND item.kind = 'link' AND instr(item.subject, '|') > 0";
/** What is lastingly linked to an entity: a person's phones and accounts. Happenings are not. */
const BESIDE = `SELECT DISTINCT l.to_n AS n FROM link l WHERE l.from_n = @n AND l.seq_retracted IS NULL AND l.type IN (SELECT value FROM json_each(@types))
  UNION SELECT l.from_n FROM link l WHERE l.to_n = @n AND l.seq_retracted IS NULL AND l.type IN (SELECT value FROM json_each(@types))`;

const keysOf = (db: Database, ids: readonly string[]): number[] => db.prepare<[string], number>(KEYS).pluck().all(JSON.stringify(ids));

/** The parties that an entity stands for: itself, or those lastingly linked to it, or to a record that is judged to be the same, where it has no part itself. */
export function partiesOf(db: Database, lasting: readonly string[], { partyOf }: Dealings, members: (n: number) => readonly number[], id: string): number[] {
  const keys = keysOf(db, [id]).flatMap(members);
  const own = keys.map((n) => partyOf[n]!).filter((party) => party >= 0);
  if (own.length > 0) return [...new Set(own)];
  const types = JSON.stringify(lasting);
  return [...new Set(keys.flatMap((n) => query<{ n: number }>(db, BESIDE).all({ n, types }).map((row) => partyOf[row.n] ?? -1)).filter((party) => party >= 0))];
}

/** Which happenings a scope lets in, by their ends. Throws Failure chartNotFound. */
function within(db: Database, whole: Dealings, scope: NetworkScope, standsFor: (id: string) => readonly number[]): ((at: number) => boolean) | null {
  if (scope.kind === 'case') return null;
  const inside = new Uint8Array(whole.parties);
  const { from, to, links } = whole;
  if (scope.kind === 'entities') {
    for (const id of scope.ids) for (const party of standsFor(id)) inside[party] = 1;
    return (at) => inside[from[at]!] === 1 || inside[to[at]!] === 1;
  }
  if (query<{ id: string }>(db, 'SELECT id FROM chart WHERE id = @id').get({ id: scope.chart }) === undefined) throw new Failure('chartNotFound');
  for (const { n } of query<{ n: number }>(db, ON_CHART).all({ id: scope.chart })) if ((whole.partyOf[n] ?? -1) >= 0) inside[whole.partyOf[n]!] = 1;
  const hidden = new Set(query<{ n: number }>(db, HIDDEN).all({ id: scope.chart }).map(({ n }) => n));
  const folds = foldsOf(db, whole, scope.chart);
  return (at) => inside[from[at]!] === 1 && inside[to[at]!] === 1 && !hidden.has(links[at]!) && !folds.has(at);
}

/** Places of what is in lines that a chart folds and hides. */
function foldsOf(db: Database, { from, to, links, partyOf }: Dealings, chart: string): ReadonlySet<number> {
  const hidden = new Map<string, Set<string>>();
  for (const { subject } of query<{ subject: string }>(db, FOLDS).all({ id: chart })) {
    const [type = '', a = '', b = ''] = subject.split('|');
    const [first, second] = [a, b].map((id) => partyOf[keysOf(db, [id])[0] ?? -1] ?? -1);
    for (const pair of [`${first} ${second}`, `${second} ${first}`]) hidden.set(pair, (hidden.get(pair) ?? new Set()).add(type));
  }
  const found = new Set<number>();
  if (hidden.size === 0) return found;
  const typeOf = db.prepare<[number], string>('SELECT type FROM link WHERE n = ?').pluck();
  links.forEach((n, at) => {
    const types = hidden.get(`${from[at]} ${to[at]}`);
    if (types?.has(typeOf.get(n) ?? '') === true) found.add(at);
  });
  return found;
}

const NOTHING: Omit<TrafficTold, 'counted' | 'seq'> = { undated: 0, vague: 0, dateOnly: 0, withoutAmount: 0, reversed: 0, reversedLinks: [], currencies: [], byDay: false, found: 0, complete: true };

/** The dealings within a scope and a period, with what was left out. Throws Failure chartNotFound. */
export function choose<Of extends Dealings>(db: Database, whole: Of, { scope, from, until }: Asked, standsFor: (id: string) => readonly number[]): Chosen<Of> {
  const inScope = within(db, whole, scope, standsFor);
  const first = from === undefined ? -Infinity : (stretchOf(from)?.from ?? -Infinity);
  const end = until === undefined ? null : stretchOf(until);
  // The last day is counted in; the moment after it is not.
  const last = end === null ? Infinity : Math.max(end.until, end.from + 1);
  const timed = first > -Infinity || last < Infinity;
  const { early, late, start } = whole;
  const places = new Uint32Array(whole.links.length);
  let [count, undated, vague, dateOnly] = [0, 0, 0, 0];
  for (let at = 0; at < places.length; at += 1) {
    if (inScope !== null && !inScope(at)) continue;
    const begin = early[at]!;
    if (Number.isNaN(begin)) {
      undated += 1;
      if (timed) continue;
    } else if (timed) {
      if (begin >= last || (late[at]! < first)) continue;
      if (begin < first || late[at]! > last) {
        vague += 1;
        continue;
      }
    }
    if (!Number.isNaN(begin) && Number.isNaN(start[at]!)) dateOnly += 1;
    places[count] = at;
    count += 1;
  }
  const seq = query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0;
  return { whole, places: places.slice(0, count), told: { ...NOTHING, counted: count, undated, vague, dateOnly, seq } };
}
