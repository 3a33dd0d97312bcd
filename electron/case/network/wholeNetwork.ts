import type { Database } from 'better-sqlite3';
import type { Strength } from '../../../shared/model/strength';
import { stretchOf } from '../../../shared/briefing/timeScale';
import { identityOf, type Identity } from '../db/identity';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Chosen } from './chosen';

/** From weak to strong. */
const STRENGTHS: readonly Strength[] = ['tentative', 'unconfirmed', 'confirmed'];
export const strengthRank = (strength: Strength): number => STRENGTHS.indexOf(strength);
export const strengthAt = (rank: number): Strength => STRENGTHS[rank] ?? 'tentative';

/** Names by number, each once. */
class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(name: string): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.list.length;
      this.places.set(name, place);
      this.list.push(name);
    }
    return place;
  }
}

/** When links begin and end, in milliseconds since 1970 (UTC); NaN where that is not said. A date without a time is its first and last moment. */
export interface LinkTimes {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

const ENTITIES = 'SELECT n, type FROM entity WHERE seq_retracted IS NULL ORDER BY n';
const LINKS = 'SELECT n, type, from_n, to_n, strength FROM link WHERE seq_retracted IS NULL ORDER BY n';
const TIMES = 'SELECT n, start, "end" FROM link WHERE seq_retracted IS NULL AND start IS NOT NULL ORDER BY n';
const AMOUNTS = 'SELECT n, amount FROM link WHERE seq_retracted IS NULL AND amount IS NOT NULL ORDER BY n';
const GRADINGS = "SELECT n, grading FROM link WHERE seq_retracted IS NULL AND grading <> '' ORDER BY n";
const SOURCES = `SELECT s.subject, s.source FROM statement s WHERE s.subject_kind = 'link' AND s.seq_retracted IS NULL GROUP BY s.subject, s.source ORDER BY s.subject`;

/**
 * All live links of a case in typed arrays: nodes are entities as the identity has them, by short key; links by short key. 1,000,000 links take about a second to read and
 * 13 MB. Times, amounts and sources are read when first asked for.
 */
export class WholeNetwork {
  /** Short keys of the entities that are shown, ascending. */
  readonly keys: Uint32Array;
  readonly typeOf: Uint16Array;
  readonly types: readonly string[];
  readonly linkKeys: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly linkTypeOf: Uint16Array;
  readonly linkTypes: readonly string[];
  readonly strength: Uint8Array;
  /** What questions about the whole case have chosen of it, the last ones. */
  readonly chosen = new Map<string, Chosen>();
  private readonly nodes: Int32Array;
  private readTimes: LinkTimes | null = null;
  private readGradings: { readonly of: Uint16Array; readonly texts: readonly string[] } | null = null;
  private readAmounts: Float64Array | null = null;
  private readSources: { readonly offset: Uint32Array; readonly source: Uint32Array } | null = null;

  constructor(private readonly db: Database, readonly identity: Identity) {
    const last = (table: string): number => db.prepare<[], number>(`SELECT coalesce(max(n), 0) FROM ${table}`).pluck().get() ?? 0;
    const live = (table: string): number => db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? 0;
    const [entities, links] = [live('entity'), live('link')];
    this.nodes = new Int32Array(last('entity') + 1).fill(-1);
    const keys = new Uint32Array(entities);
    const typeOf = new Uint16Array(entities);
    const types = new Names();
    let count = 0;
    for (const row of db.prepare<[], [number, string]>(ENTITIES).raw().iterate()) {
      if (identity.any && identity.topOf(row[0]) !== row[0]) continue;
      keys[count] = row[0];
      typeOf[count] = types.placeOf(row[1]);
      this.nodes[row[0]] = count;
      count += 1;
    }
    if (identity.any) for (const [top, members] of identity.groups) for (const member of members) this.nodes[member] = this.nodes[top] ?? -1;
    [this.keys, this.typeOf, this.types] = [keys.slice(0, count), typeOf.slice(0, count), types.list];

    const [linkKeys, from, to] = [new Uint32Array(links), new Uint32Array(links), new Uint32Array(links)];
    const linkTypeOf = new Uint16Array(links);
    const strength = new Uint8Array(links);
    const linkTypes = new Names();
    let at = 0;
    for (const row of db.prepare<[], [number, string, number, number, Strength]>(LINKS).raw().iterate()) {
      const [a, b] = [this.nodes[row[2]] ?? -1, this.nodes[row[3]] ?? -1];
      // An end that is gone, or a link within one entity of several records.
      if (a < 0 || b < 0 || a === b) continue;
      linkKeys[at] = row[0];
      linkTypeOf[at] = linkTypes.placeOf(row[1]);
      from[at] = a;
      to[at] = b;
      strength[at] = strengthRank(row[4]);
      at += 1;
    }
    [this.linkKeys, this.from, this.to, this.linkTypeOf, this.strength, this.linkTypes] = [linkKeys.slice(0, at), from.slice(0, at), to.slice(0, at), linkTypeOf.slice(0, at), strength.slice(0, at), linkTypes.list];
  }

  /** Node of an entity by its short key, of whichever record; -1 where it is not in the network. */
  nodeOf(key: number): number {
    return this.nodes[key] ?? -1;
  }

  /** Nodes of entities by id, in the order asked; those that are not in the case are left out. */
  nodesOf(ids: readonly string[]): number[] {
    const rows = this.db.prepare<[string], number>('SELECT e.n FROM json_each(?) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL').pluck().all(JSON.stringify(ids));
    return [...new Set(rows.map((key) => this.nodeOf(key)).filter((node) => node >= 0))];
  }

  /** Runs through rows by link, in the order of `linkKeys`; rows of links that are not in the network are passed over. */
  private byLink<Row extends readonly unknown[]>(sql: string, each: (at: number, row: Row) => void): void {
    let at = 0;
    for (const row of this.db.prepare<[], Row>(sql).raw().iterate() as IterableIterator<Row>) {
      const key = row[0] as number;
      while (at < this.linkKeys.length && this.linkKeys[at]! < key) at += 1;
      if (this.linkKeys[at] === key) each(at, row);
    }
  }

  get times(): LinkTimes {
    if (this.readTimes !== null) return this.readTimes;
    const start = new Float64Array(this.linkKeys.length).fill(Number.NaN);
    const end = new Float64Array(this.linkKeys.length).fill(Number.NaN);
    this.byLink<readonly [number, string, string | null]>(TIMES, (at, [, first, last]) => {
      const from = stretchOf(first);
      if (from === null) return;
      start[at] = from.from;
      const until = last === null ? from : stretchOf(last);
      if (until !== null && until.until > from.from) end[at] = until.until;
    });
    this.readTimes = { start, end };
    return this.readTimes;
  }

  /** Best grading of each link, by its place in `texts`; the first of these is none. */
  get gradings(): { readonly of: Uint16Array; readonly texts: readonly string[] } {
    if (this.readGradings !== null) return this.readGradings;
    const names = new Names();
    names.placeOf('');
    const of = new Uint16Array(this.linkKeys.length);
    this.byLink<readonly [number, string]>(GRADINGS, (at, [, text]) => { of[at] = names.placeOf(text); });
    this.readGradings = { of, texts: names.list };
    return this.readGradings;
  }

  /** As plain numbers: what a currency is worth in another is not known here. */
  get amounts(): Float64Array {
    if (this.readAmounts !== null) return this.readAmounts;
    const amounts = new Float64Array(this.linkKeys.length);
    this.byLink<readonly [number, string]>(AMOUNTS, (at, [, amount]) => {
      const value = Number.parseFloat(amount);
      amounts[at] = Number.isFinite(value) ? Math.abs(value) : 0;
    });
    this.readAmounts = amounts;
    return amounts;
  }

  /** Short keys of the sources of each link: `source[offset[at] … offset[at + 1]]`. */
  get sources(): { readonly offset: Uint32Array; readonly source: Uint32Array } {
    if (this.readSources !== null) return this.readSources;
    const offset = new Uint32Array(this.linkKeys.length + 1);
    const source: number[] = [];
    this.byLink<readonly [number, number]>(SOURCES, (at, [, n]) => {
      source.push(n);
      offset[at + 1]! += 1;
    });
    for (let at = 0; at < this.linkKeys.length; at += 1) offset[at + 1]! += offset[at]!;
    this.readSources = { offset, source: Uint32Array.from(source) };
    return this.readSources;
  }
}

interface Kept {
  /** Changes whenever links, entities or judgements do. */
  readonly stamp: Identity;
  readonly whole: WholeNetwork;
}

/** Keeps the network of one connection until the case changes in something that it rests on. */
export class NetworkMemory {
  private readonly kept = new Map<IdentityMode, Kept>();

  constructor(private readonly db: Database) {}

  of(mode: IdentityMode): WholeNetwork {
    const stamp = identityOf(this.db, 'judged');
    const known = this.kept.get(mode);
    if (known !== undefined && known.stamp === stamp) return known.whole;
    // One that is out of date, and those of other modes, would only take memory.
    this.kept.clear();
    const whole = new WholeNetwork(this.db, identityOf(this.db, mode));
    this.kept.set(mode, { stamp, whole });
    return whole;
  }
}
