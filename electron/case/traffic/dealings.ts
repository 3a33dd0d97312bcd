import type { Database } from 'better-sqlite3';
import { stretchOf } from '../../../shared/briefing/timeScale';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { LinkType } from '../../../shared/schema/types';
import type { Happenings } from '../../../shared/analysis/traffic/happenings';
import type { Identity } from '../db/identity';
import { unitsOf } from './amounts';

/** Calls and messages, or payments, of a case in typed arrays: parties are entities as the identity has them. */
export interface Dealings extends Happenings {
  /** Short key of the entity, by party. */
  readonly keys: Uint32Array;
  /** Party of an entity by its short key, of whichever record; -1 where it has no part. */
  readonly partyOf: Int32Array;
  /** Short key of the link, by happening. */
  readonly links: Uint32Array;
  /** First and last moment that its date leaves open; NaN without one. `start` is NaN unless both are the same. */
  readonly early: Float64Array;
  readonly late: Float64Array;
}

/** Payments with amounts as whole numbers of the smallest unit that their currency has in this case. */
export interface Money extends Dealings {
  readonly amount: Float64Array;
  /** Place of the currency, by payment; -1: no amount that can be read. */
  readonly currency: Int8Array;
  readonly currencies: readonly { readonly code: string; readonly decimals: number }[];
}

/** What a link type is about: payments where its amount is money, else calls and messages where it is a happening; null for all others. */
function aboutOf({ occurrence, amount, properties }: LinkType): 'calls' | 'payments' | null {
  if (!occurrence) return null;
  if (amount === undefined) return 'calls';
  return properties.some(({ id, kind }) => id === amount && kind === 'money') ? 'payments' : null;
}

const COUNT = 'SELECT count(*) FROM link WHERE seq_retracted IS NULL AND type IN (SELECT value FROM json_each(?))';
const LINKS = 'SELECT n, from_n, to_n, start, "end", amount FROM link WHERE seq_retracted IS NULL AND type IN (SELECT value FROM json_each(?)) ORDER BY n';
type Row = readonly [n: number, from: number, to: number, start: string | null, end: string | null, amount: string | null];

/** By short key 1 where an entity may be an end: of calls only what is of the family of communication; of payments anything. */
function mayDeal(db: Database, catalogue: Catalogue, about: 'calls' | 'payments'): Uint8Array {
  const last = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM entity').pluck().get() ?? 0;
  const allowed = new Uint8Array(last + 1);
  const known = new Map<string, 0 | 1>();
  for (const [n, type] of db.prepare<[], [number, string]>('SELECT n, type FROM entity WHERE seq_retracted IS NULL').raw().iterate()) {
    let may = known.get(type);
    if (may === undefined) known.set(type, may = about === 'payments' || catalogue.entityType(type)?.family === 'communication' ? 1 : 0);
    allowed[n] = may;
  }
  return allowed;
}

/** Reads all live dealings of one kind, in the order of their short keys. A million take about two seconds and 60 MB. */
export function readDealings(db: Database, catalogue: Catalogue, identity: Identity, about: 'calls' | 'payments'): Money {
  const types = JSON.stringify(catalogue.linkTypes.filter((type) => aboutOf(type) === about).map(({ id }) => id));
  const size = db.prepare<[string], number>(COUNT).pluck().get(types) ?? 0;
  const allowed = mayDeal(db, catalogue, about);
  const partyOf = new Int32Array(allowed.length).fill(-1);
  const keys: number[] = [];
  const party = (n: number): number => {
    const top = identity.any ? identity.topOf(n) : n;
    let place = partyOf[top]!;
    if (place < 0) {
      place = keys.length;
      keys.push(top);
      partyOf[top] = place;
    }
    partyOf[n] = place;
    return place;
  };
  const [links, from, to] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const [start, end, early, late] = Array.from({ length: 4 }, () => new Float64Array(size).fill(Number.NaN)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const paid = about === 'payments';
  const amounts = paid ? unitsOf(size) : null;
  let at = 0;
  for (const row of db.prepare<[string], Row>(LINKS).raw().iterate(types) as IterableIterator<Row>) {
    if (allowed[row[1]] !== 1 || allowed[row[2]] !== 1) continue;
    links[at] = row[0];
    from[at] = party(row[1]);
    to[at] = party(row[2]);
    const begun = row[3] === null ? null : stretchOf(row[3]);
    if (begun !== null) {
      early[at] = begun.from;
      late[at] = begun.until;
      // "About 15:00" is no time that an order could rest on.
      if (begun.from === begun.until && !row[3]!.startsWith('~')) start[at] = begun.from;
    }
    const over = row[4] === null ? null : stretchOf(row[4]);
    if (over !== null && over.from === over.until && over.until > start[at]!) end[at] = over.until;
    if (amounts !== null && row[5] !== null) amounts.put(at, row[5]);
    at += 1;
  }
  // Records that were judged to be one of the parties lead to it as well.
  if (identity.any) for (const [top, members] of identity.groups) for (const member of members) if (partyOf[top]! >= 0 && member < partyOf.length) partyOf[member] = partyOf[top]!;
  const cut = (list: Float64Array): Float64Array => (at === size ? list : list.slice(0, at));
  return {
    parties: keys.length, keys: Uint32Array.from(keys), partyOf, links: links.subarray(0, at), from: from.subarray(0, at), to: to.subarray(0, at), start: cut(start), end: cut(end), early: cut(early), late: cut(late),
    ...(amounts === null ? { amount: new Float64Array(0), currency: new Int8Array(0), currencies: [] } : amounts.made(at)),
  };
}
