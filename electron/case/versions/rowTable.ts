import { hash } from 'node:crypto';

const FIRST = 4096;
/** Rows that are looked at to see whether a key tells them apart. */
const LOOKED = 100_000;
/** Rows of which at least so many, of a hundred, have a key of their own are found again by it. */
const TELLING = 90;

/** Places that go behind a hash, and the bits that they take. */
const PLACE_BITS = 24n;
const PLACES = 2 ** 24 - 1;

/** Numbers that grow in number. */
class Column {
  private held = new Uint32Array(FIRST);
  length = 0;

  push(value: number): void {
    if (this.length === this.held.length) {
      const wider = new Uint32Array(this.held.length * 2);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[this.length++] = value;
  }

  at(index: number): number {
    return this.held[index] ?? 0;
  }
}

/** 64 bits of a SHA-1, in two columns; 0 and 0 stand for no text. */
class Hashes {
  private readonly high = new Column();
  private readonly low = new Column();

  push(text: string | null): void {
    // As text: a Buffer for each takes three times as long.
    const digits = text === null ? null : hash('sha1', text, 'hex');
    this.high.push(digits === null ? 0 : Number.parseInt(digits.slice(0, 8), 16));
    this.low.push(digits === null ? 0 : Number.parseInt(digits.slice(8, 16), 16));
  }

  isNone(index: number): boolean {
    return this.high.at(index) === 0 && this.low.at(index) === 0;
  }

  compare(index: number, other: Hashes, at: number): number {
    return this.high.at(index) - other.high.at(at) || this.low.at(index) - other.low.at(at);
  }

  /** Hashes with the place of each behind, in rising order. */
  packed(length: number): BigUint64Array {
    const words = new Uint32Array(length * 2);
    for (let at = 0; at < length; at += 1) {
      words[at * 2] = (((this.low.at(at) >>> 24) << 24) | at) >>> 0;
      words[at * 2 + 1] = this.high.at(at);
    }
    return new BigUint64Array(words.buffer).sort();
  }

  /** How many of the first rows have a hash that no other of them has, of a hundred. */
  tellApart(): number {
    const rows = Math.min(LOOKED, this.high.length);
    const seen = new Map<number, number>();
    for (let at = 0; at < rows; at += 1) {
      if (this.isNone(at)) continue;
      const key = this.high.at(at) * 2 ** 21 + (this.low.at(at) >>> 11);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    let alone = 0;
    for (const times of seen.values()) if (times === 1) alone += 1;
    return rows === 0 ? 0 : (alone * 100) / rows;
  }
}

/** The rows of a table as hashes: 8 bytes of its number and place, 8 of the whole row, 8 of each key. A million rows take some tens of megabytes. */
export class RowTable {
  private readonly rows = new Column();
  private readonly whole = new Hashes();
  private readonly keys: readonly Hashes[];

  /** `keys`: how many keys a row has. */
  constructor(keys: number) {
    this.keys = Array.from({ length: keys }, () => new Hashes());
  }

  get length(): number {
    return this.rows.length;
  }

  row(index: number): number {
    return this.rows.at(index);
  }

  add(row: number, whole: string, keys: readonly (string | null)[]): void {
    this.rows.push(row);
    this.whole.push(whole);
    this.keys.forEach((hashes, at) => hashes.push(keys[at] ?? null));
  }

  /** The key that tells the rows best apart; null when none does well enough. */
  bestKey(): number | null {
    const told = this.keys.map((hashes) => hashes.tellApart());
    const best = Math.max(0, ...told);
    return best >= TELLING ? told.indexOf(best) : null;
  }

  /** Whether a row can be found again by the key at all. */
  hasKey(index: number, key: number | null): boolean {
    return key !== null && this.keys[key]?.isNone(index) === false;
  }

  compareKeys(index: number, other: RowTable, at: number, key: number | null): number {
    const [mine, theirs] = key === null ? [this.whole, other.whole] : [this.keys[key], other.keys[key]];
    return mine === undefined || theirs === undefined ? 0 : mine.compare(index, theirs, at);
  }

  compareWhole(index: number, other: RowTable, at: number): number {
    return this.whole.compare(index, other.whole, at);
  }

  /** Places of the rows in the order of the key, then of the whole row, then of the file. */
  sorted(key: number | null): Uint32Array {
    const compare = (a: number, b: number): number => this.compareKeys(a, this, b, key) || this.compareWhole(a, this, b) || a - b;
    const hashes = key === null ? this.whole : this.keys[key];
    if (hashes === undefined || this.length > PLACES) return Uint32Array.from({ length: this.length }, (_, at) => at).sort(compare);
    // The first 40 bits of the hash with the place behind them, sorted as whole numbers: ten times as fast as asking for each pair.
    const packed = hashes.packed(this.length);
    const order = Uint32Array.from(packed, (each) => Number(each & BigInt(PLACES)));
    let from = 0;
    for (let at = 1; at <= order.length; at += 1) {
      if (at < order.length && (packed[at] ?? 0n) >> PLACE_BITS === (packed[from] ?? 0n) >> PLACE_BITS) continue;
      if (at - from > 1) order.subarray(from, at).sort(compare);
      from = at;
    }
    return order;
  }
}

/** Pairs of row numbers, in the order of the new table. */
export interface Pairs {
  readonly before: Uint32Array;
  readonly now: Uint32Array;
}

export interface RowDifference {
  readonly same: Pairs;
  readonly changed: Pairs;
  /** Row numbers, rising. */
  readonly added: Uint32Array;
  readonly gone: Uint32Array;
}

/** Pairs as they come, given back in the order of the new table. */
class Paired {
  private readonly before = new Column();
  private readonly now = new Column();
  private last = 0;

  push(before: number, now: number): void {
    this.before.push(before);
    this.now.push(now);
    this.last = Math.max(this.last, now);
  }

  inOrder(): Pairs {
    // Rows count from 1: 0 is a row that is in no pair.
    const places = new Uint32Array(this.last + 1);
    for (let at = 0; at < this.now.length; at += 1) places[this.now.at(at)] = this.before.at(at);
    const now = new Uint32Array(this.now.length);
    let at = 0;
    places.forEach((before, row) => { if (before !== 0) now[at++] = row; });
    return { before: now.map((row) => places[row] ?? 0), now };
  }
}

/**
 * What became of each row. Rows that are word for word the same are the same, as often as they stand in both; of the others, those that alone have a key in
 * both tables are changed; what is left is new or gone. A key that several rows share proves no change of any of them.
 */
export function differenceOf(before: RowTable, now: RowTable, key: number | null): RowDifference {
  const [old, fresh] = [before.sorted(key), now.sorted(key)];
  const same = new Paired();
  const changed = new Paired();
  const added: number[] = [];
  const gone: number[] = [];
  const endOf = (table: RowTable, order: Uint32Array, from: number): number => {
    let to = from + 1;
    while (to < order.length && table.compareKeys(order[from] ?? 0, table, order[to] ?? 0, key) === 0) to += 1;
    return to;
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const way = i >= old.length ? 1 : j >= fresh.length ? -1 : before.compareKeys(old[i] ?? 0, now, fresh[j] ?? 0, key);
    const iEnd = way <= 0 ? endOf(before, old, i) : i;
    const jEnd = way >= 0 ? endOf(now, fresh, j) : j;
    const left: number[] = [];
    const right: number[] = [];
    while (i < iEnd || j < jEnd) {
      const order = i >= iEnd ? 1 : j >= jEnd ? -1 : before.compareWhole(old[i] ?? 0, now, fresh[j] ?? 0);
      if (order === 0) same.push(before.row(old[i++] ?? 0), now.row(fresh[j++] ?? 0));
      else if (order < 0) left.push(old[i++] ?? 0);
      else right.push(fresh[j++] ?? 0);
    }
    const [one] = left;
    const [other] = right;
    if (left.length === 1 && right.length === 1 && one !== undefined && other !== undefined && before.hasKey(one, key) && now.hasKey(other, key)) changed.push(before.row(one), now.row(other));
    else {
      for (const at of left) gone.push(before.row(at));
      for (const at of right) added.push(now.row(at));
    }
  }
  return { same: same.inOrder(), changed: changed.inOrder(), added: Uint32Array.from(added).sort(), gone: Uint32Array.from(gone).sort() };
}
