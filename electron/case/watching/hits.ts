import type { Database } from 'better-sqlite3';
import { isOpen } from '../../../shared/analysis/watching/told';
import type { JudgedHit } from '../../../shared/model/identity';
import { matchedTypes } from '../matching/records';
import type { MatchSink } from '../matching/steps';
import { query } from '../queries/statements';
import { dayOf } from '../releasable/audience';
import type { CaseStore } from '../store';
import { isExpired, type HeldLists } from './lists';
import type { WatchFound } from './watchStep';

/** A hit as it is kept, with what was decided of it. */
export interface KeptHit {
  readonly list: string;
  readonly entry: number;
  /** Short key and id of the entity. */
  readonly entity: number;
  readonly id: string;
  readonly score: number;
  readonly told: readonly string[];
  readonly judged: JudgedHit | null;
  readonly open: boolean;
}

interface Row { readonly list: string; readonly entry: number; readonly entity: number; readonly id: string; readonly score: number; readonly told: string; readonly verdict: string | null }

const HITS = `SELECT h.list, h.entry, h.entity, e.id, h.score, h.told, v.content AS verdict FROM watch_hit h CROSS JOIN entity e ON e.n = h.entity
  LEFT JOIN watch_verdict v ON v.id = h.list || ' ' || h.entry || ' ' || e.id WHERE e.seq_retracted IS NULL`;

/** Id under which a verdict on a hit is kept. */
export const verdictId = ({ list, entry, id }: Pick<KeptHit, 'list' | 'entry' | 'id'>): string => `${list} ${entry} ${id}`;

/** Hits of lists that are held now: of live entities, and of entries that their list still has. */
export function keptHits(db: Database, lists: HeldLists, today: string = dayOf(new Date())): KeptHit[] {
  const held = new Map(lists.all().filter(({ list }) => !isExpired(list, today)).map(({ list, entries }) => [list.id, entries]));
  return query<Row>(db, HITS).all({}).flatMap(({ verdict, told, ...row }): KeptHit[] => {
    if (held.get(row.list)?.has(row.entry) !== true) return [];
    const judged = verdict === null ? null : (JSON.parse(verdict) as JudgedHit);
    const spoke = told === '' ? [] : told.split(' ');
    return [{ ...row, told: spoke, judged, open: isOpen(judged, spoke) }];
  });
}

/** What the matcher's thread found on watch lists, as the case keeps it: computed, and never journalled. */
export class WatchSink implements MatchSink {
  readonly name = 'watch';

  constructor(private readonly store: CaseStore, private readonly lists: HeldLists) {}

  given(): unknown {
    return this.lists.ofWorkstation();
  }

  /** What was found before stands until the round is over: a list of tasks does not empty itself while it is being gone through. */
  clear(): void {
    query(this.store.db, 'UPDATE watch_hit SET stale = 1').run({});
  }

  forget(entities: readonly number[]): void {
    query(this.store.db, 'UPDATE watch_hit SET stale = 1 WHERE entity IN (SELECT value FROM json_each(@keys))').run({ keys: JSON.stringify(entities) });
  }

  apply(given: unknown): void {
    const { db, catalogue } = this.store;
    const found = given as WatchFound;
    if ('over' in found) query(db, 'DELETE FROM watch_hit WHERE stale = 1').run({});
    else if ('bearers' in found) query(db, 'UPDATE watch_hit SET stale = 1 WHERE (SELECT type FROM entity WHERE n = watch_hit.entity) NOT IN (SELECT value FROM json_each(@types))').run({ types: JSON.stringify(matchedTypes(catalogue)) });
    else {
      const put = query(db, 'INSERT OR REPLACE INTO watch_hit (list, entry, entity, score, told, stale) VALUES (@list, @entry, @entity, @score, @told, 0)');
      for (const [list, entry, entity, score, told] of found.hits) put.run({ list, entry, entity, score, told });
    }
  }

  waiting(): number {
    return keptHits(this.store.db, this.lists).filter(({ open }) => open).length;
  }
}
