import { isWithin, type Happenings, type Period } from './happenings';

/** One party's dealings with another, whoever began. */
export interface Contact {
  readonly other: number;
  readonly count: number;
  /** How many of them it began. */
  readonly out: number;
  /** First and last moment; NaN where none of them has a time. */
  readonly first: number;
  readonly last: number;
}

/**
 * Who deals with whom, each pair once a side: contacts of v are at `offset[v] … offset[v + 1]`, by the number of the other, ascending. Of what goes from a party to itself
 * nothing is told. Linear but for a sort.
 */
export interface Contacts {
  readonly parties: number;
  readonly offset: Uint32Array;
  readonly other: Uint32Array;
  readonly count: Uint32Array;
  readonly out: Uint32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** Gathers happenings to contacts; with a period only those that begin in it. */
export function contactsOf({ parties, from, to, start }: Happenings, period?: Period): Contacts {
  const counts = new Uint32Array(parties + 1);
  const counted = (at: number): boolean => from[at] !== to[at] && (period === undefined || isWithin(start[at]!, period));
  for (let at = 0; at < from.length; at += 1) {
    if (!counted(at)) continue;
    counts[from[at]! + 1]! += 1;
    counts[to[at]! + 1]! += 1;
  }
  for (let v = 0; v < parties; v += 1) counts[v + 1]! += counts[v]!;
  const next = counts.slice(0, parties);
  /** Twice the place of a happening, odd where the row's party was called. */
  const rows = new Uint32Array(counts[parties]!);
  for (let at = 0; at < from.length; at += 1) {
    if (!counted(at)) continue;
    rows[next[from[at]!]!] = 2 * at;
    next[from[at]!]! += 1;
    rows[next[to[at]!]!] = 2 * at + 1;
    next[to[at]!]! += 1;
  }
  const otherOf = (row: number): number => ((row & 1) === 0 ? to[row >>> 1]! : from[row >>> 1]!);
  const offset = new Uint32Array(parties + 1);
  const size = rows.length;
  const [other, count, out] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const [first, last] = [new Float64Array(size), new Float64Array(size)];
  let end = 0;
  for (let v = 0; v < parties; v += 1) {
    const begin = end;
    for (const row of rows.subarray(counts[v], counts[v + 1]).sort((a, b) => otherOf(a) - otherOf(b) || a - b)) {
      const whom = otherOf(row);
      const moment = start[row >>> 1]!;
      if (end === begin || other[end - 1] !== whom) {
        other[end] = whom;
        first[end] = moment;
        last[end] = moment;
        end += 1;
      } else if (!Number.isNaN(moment)) {
        if (!(first[end - 1]! <= moment)) first[end - 1] = moment;
        if (!(last[end - 1]! >= moment)) last[end - 1] = moment;
      }
      count[end - 1]! += 1;
      if ((row & 1) === 0) out[end - 1]! += 1;
    }
    offset[v + 1] = end;
  }
  return { parties, offset, other: other.slice(0, end), count: count.slice(0, end), out: out.slice(0, end), first: first.slice(0, end), last: last.slice(0, end) };
}

const contactAt = ({ other, count, out, first, last }: Contacts, at: number): Contact => ({ other: other[at]!, count: count[at]!, out: out[at]!, first: first[at]!, last: last[at]! });

/** All contacts of one party, those with most dealings first. */
export function contactsOfParty(contacts: Contacts, party: number): Contact[] {
  const found: Contact[] = [];
  for (let at = contacts.offset[party]!; at < contacts.offset[party + 1]!; at += 1) found.push(contactAt(contacts, at));
  return found.sort((a, b) => b.count - a.count || a.other - b.other);
}

/** Somebody with whom several of the parties that are looked at deal. */
export interface CommonContact {
  readonly other: number;
  /** By party that was asked about, in their order: null where the two do not deal. */
  readonly by: readonly (Contact | null)[];
  readonly shared: number;
}

/** Whom at least `least` of the parties deal with, those whom most of them know first; what the parties have with one another counts as well. */
export function commonContacts(contacts: Contacts, parties: readonly number[], least = 2): CommonContact[] {
  const found = new Map<number, (Contact | null)[]>();
  parties.forEach((party, place) => {
    for (let at = contacts.offset[party]!; at < contacts.offset[party + 1]!; at += 1) {
      const other = contacts.other[at]!;
      const by = found.get(other) ?? parties.map(() => null);
      by[place] = contactAt(contacts, at);
      found.set(other, by);
    }
  });
  return [...found].map(([other, by]) => ({ other, by, shared: by.filter((each) => each !== null).length }))
    .filter(({ shared }) => shared >= least)
    .sort((a, b) => b.shared - a.shared || dealings(b) - dealings(a) || a.other - b.other);
}

const dealings = ({ by }: CommonContact): number => by.reduce((sum, each) => sum + (each?.count ?? 0), 0);

/** How one party's contacts changed from one period to another. */
export interface ChangedContacts {
  readonly appeared: readonly Contact[];
  readonly dropped: readonly Contact[];
  readonly kept: readonly { readonly other: number; readonly before: Contact; readonly after: Contact }[];
}

/** Compares two periods: each list with most dealings first. */
export function changedContacts(before: Contacts, after: Contacts, party: number): ChangedContacts {
  const [old, now] = [before, after].map((contacts) => new Map(contactsOfParty(contacts, party).map((each) => [each.other, each]))) as [Map<number, Contact>, Map<number, Contact>];
  return {
    appeared: [...now.values()].filter(({ other }) => !old.has(other)),
    dropped: [...old.values()].filter(({ other }) => !now.has(other)),
    kept: [...now.values()].flatMap((each) => {
      const known = old.get(each.other);
      return known === undefined ? [] : [{ other: each.other, before: known, after: each }];
    }),
  };
}
