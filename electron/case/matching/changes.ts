import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { movedBy } from '../apply';
import { touchedBy } from '../db/touched';
import { EMPTY_STORED_PATCH, patchOf } from '../journal';
import { query } from '../queries/statements';
import { lastingLinks, LINKED, matchedTypes, NO_HUB } from './records';

interface Entry { readonly seq: number; readonly kind: 'do' | 'undo' | 'redo' | 'note'; readonly refers: number | null }

/** Entries that moved something. An erasure is a note: it tells nothing of what went. */
const ENTRIES = "SELECT seq, kind, refers FROM journal WHERE seq > @after AND seq <= @to AND (kind <> 'note' OR command = 'case.erased') ORDER BY seq";
const ERASED: Entry['kind'] = 'note';
/** Entities asked for at once. */
const BATCH = 1000;

/** Neighbours of what is not compared itself, or is an address: what is said of them is part of the records of those that are linked with them. */
const AROUND = `SELECT DISTINCT other.n FROM (${LINKED}) pair CROSS JOIN entity e ON e.n = pair.n CROSS JOIN entity other ON other.n = pair.other
  WHERE e.type NOT IN (SELECT value FROM json_each(@apart)) AND other.seq_retracted IS NULL AND other.type IN (SELECT value FROM json_each(@types)) AND ${NO_HUB}`;

/** The step that an entry did, undid or did again. */
function stepOf(db: Database, { seq, kind, refers }: Entry): number {
  if (kind === 'do' || refers === null) return seq;
  if (kind === 'undo') return refers;
  return query<{ refers: number | null }>(db, 'SELECT refers FROM journal WHERE seq = @seq').get({ seq: refers })?.refers ?? seq;
}

/** Entities to be looked at, in ascending order: those that are compared, and those that are no more. */
export interface Changes {
  readonly live: readonly number[];
  readonly gone: readonly number[];
}

/** All entities that are compared. */
export function everything(db: Database, catalogue: Catalogue): number[] {
  const rows = query<{ n: number }>(db, 'SELECT n FROM entity WHERE seq_retracted IS NULL AND type IN (SELECT value FROM json_each(@types)) ORDER BY n');
  return rows.all({ types: JSON.stringify(matchedTypes(catalogue)) }).map(({ n }) => n);
}

/** How many entities are compared. */
export function comparedEntities(db: Database, catalogue: Catalogue): number {
  return query<{ count: number }>(db, 'SELECT count(*) AS count FROM entity WHERE seq_retracted IS NULL AND type IN (SELECT value FROM json_each(@types))').get({ types: JSON.stringify(matchedTypes(catalogue)) })?.count ?? 0;
}

/** Entities that the journal's entries after `after` up to `to` touched, of any type; null when that may be all: types changed, or something was erased. */
export function touchedSince(db: Database, after: number, to: number, pause: () => void): ReadonlySet<number> | null {
  const entries = query<Entry>(db, ENTRIES).all({ after, to });
  if (entries.some(({ kind }) => kind === ERASED)) return null;
  const touched = new Set<number>();
  for (const step of new Set(entries.map((entry) => stepOf(db, entry)))) {
    pause();
    const patch = patchOf(db, step) ?? EMPTY_STORED_PATCH;
    if (patch.images.some(({ table }) => table === 'user_type')) return null;
    for (const n of touchedBy(db, step, movedBy(patch)).entities) touched.add(n);
  }
  return touched;
}

/** Entities whose record may have changed by the journal's entries after `after` up to `to`; null when that may be all. */
export function changesSince(db: Database, catalogue: Catalogue, after: number, to: number, pause: () => void): Changes | null {
  const touched = touchedSince(db, after, to, pause);
  return touched === null ? null : sorted(db, catalogue, [...touched], pause);
}

function sorted(db: Database, catalogue: Catalogue, touched: readonly number[], pause: () => void): Changes {
  const matched = matchedTypes(catalogue);
  const types = JSON.stringify(matched);
  // Whoever is compared by names tells nothing of others but that he is there; an address is a part of them.
  const apart = JSON.stringify(matched.filter((type) => catalogue.entityType(type)?.matchAs !== 'address'));
  const lasting = lastingLinks(catalogue);
  const [live, gone] = [new Set<number>(), new Set<number>()];
  const kinds = query<{ n: number; live: 0 | 1 }>(db, 'SELECT entity.n, entity.seq_retracted IS NULL AS live FROM json_each(@keys) wanted CROSS JOIN entity ON entity.n = wanted.value WHERE entity.type IN (SELECT value FROM json_each(@types))');
  const around = query<{ n: number }>(db, AROUND);
  for (let at = 0; at < touched.length; at += BATCH) {
    pause();
    const keys = JSON.stringify(touched.slice(at, at + BATCH));
    for (const row of kinds.all({ keys, types })) (row.live === 1 ? live : gone).add(row.n);
    for (const { n } of around.all({ keys, types, apart, lasting })) live.add(n);
  }
  const ordered = (keys: Iterable<number>): number[] => [...keys].sort((a, b) => a - b);
  return { live: ordered(live), gone: ordered(gone) };
}
