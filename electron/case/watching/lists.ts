import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { WatchScope } from '../../../shared/contract/watching';
import { watchListSchema, type WatchEntry, type WatchList } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import type { Across } from '../across/store';
import { query } from '../queries/statements';
import type { CaseStore } from '../store';

/** True after the day until which a list holds. `today` "2027-03-01". */
export const isExpired = ({ expires }: Pick<WatchList, 'expires'>, today: string): boolean => expires !== null && expires < today;

/** What tells one version of a list from another. */
export const listPrint = ({ id, sha256, loadedAt, entries }: WatchList): string => createHash('sha256').update(JSON.stringify([id, sha256, loadedAt, entries.length, entries[0]?.number ?? 0, entries.at(-1)?.number ?? 0])).digest('hex').slice(0, 16);

/** The case's own lists, by name. One that this version cannot read is left out. */
export function caseLists(db: Database): WatchList[] {
  const read = query<{ content: string }>(db, 'SELECT content FROM watch_list').all({}).map(({ content }) => watchListSchema.safeParse(JSON.parse(content)));
  return read.flatMap((each) => (each.success ? [each.data] : [])).sort((a, b) => a.name.localeCompare(b.name));
}

/** A list that the case is held against. */
export interface HeldList {
  readonly list: WatchList;
  readonly scope: WatchScope;
  readonly entries: ReadonlyMap<number, WatchEntry>;
}

const held = (list: WatchList, scope: WatchScope): HeldList => ({ list, scope, entries: new Map(list.entries.map((entry) => [entry.number, entry])) });

/** All lists that a case is held against, read once for as long as they stay what they are. A list of the case goes before one of the workstation with the same id. */
export class HeldLists {
  private own: ReadonlyMap<Id, HeldList> | null = null;
  private workstation: { readonly version: number; readonly lists: ReadonlyMap<Id, HeldList> } | null = null;

  /** Version of the workstation's store that whoever compares was last given. */
  private given: number | null = null;

  constructor(private readonly store: CaseStore, private readonly across: Across | null) {
    store.on('changed', ({ tables }) => {
      if (tables.includes('watch_list')) this.own = null;
    });
  }

  /** Whether this workstation can keep lists of its own. */
  get hasWorkstation(): boolean {
    return this.across !== null;
  }

  private ours(): ReadonlyMap<Id, HeldList> {
    return (this.own ??= new Map(caseLists(this.store.db).map((list) => [list.id, held(list, 'case')])));
  }

  private workstations(): ReadonlyMap<Id, HeldList> {
    if (this.across === null) return new Map();
    const { version } = this.across;
    if (this.workstation?.version !== version) this.workstation = { version, lists: new Map(this.across.watchLists().map((list) => [list.id, held(list, 'workstation')])) };
    return this.workstation.lists;
  }

  /** By name. */
  all(): HeldList[] {
    const own = this.ours();
    return [...own.values(), ...[...this.workstations().values()].filter(({ list }) => !own.has(list.id))].sort((a, b) => a.list.name.localeCompare(b.list.name) || (a.list.id < b.list.id ? -1 : 1));
  }

  get(id: Id): HeldList | null {
    return this.ours().get(id) ?? this.workstations().get(id) ?? null;
  }

  /** True when another process changed what this workstation keeps since it was last given to whoever compares. */
  get isBehind(): boolean {
    return this.given !== null && this.given !== this.across?.version;
  }

  /** The workstation's lists as they stand, for whoever compares. */
  ofWorkstation(): readonly WatchList[] {
    this.given = this.across?.version ?? null;
    return [...this.workstations().values()].map(({ list }) => list);
  }

  put(list: WatchList): void {
    this.across?.putWatchList(list);
    this.workstation = null;
  }

  remove(id: Id): boolean {
    this.workstation = null;
    return this.across?.removeWatchList(id) === true;
  }
}
