import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Id } from '../../../shared/model/ids';
import { loadCatalogue } from '../catalogue';
import { openDatabase } from '../db/database';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { Pace, type Watch } from '../importers/watch';
import { journalHead } from '../journal';
import { matchVocabulary } from '../matching/vocabulary';
import { changedSince } from './changed';
import { entriesOf, ENTRY_RULES, knownTypes } from './entries';
import { followed } from './rows';
import { openAcrossPlace, type Across, type AcrossPlace } from './store';

export type AcrossRequest = { readonly kind: 'follow' | 'list'; readonly id: Id; readonly place: AcrossPlace };
/** follow: rows that were written. list: short keys of entities that other cases know, the best known first; `total` of them. */
export type AcrossResult = { readonly kind: 'follow'; readonly written: number } | { readonly kind: 'list'; readonly keys: readonly number[]; readonly total: number };

/** Entities whose rows are written in one transaction: short enough that no other case waits. */
const BATCH = 500;
/** Most that a list holds. */
const MOST_LISTED = 20_000;

const LIVE = 'SELECT n FROM entity WHERE seq_retracted IS NULL AND type IN (SELECT value FROM json_each(?)) ORDER BY n';
const LIST = `SELECT own.mark, count(DISTINCT other.case_n) AS cases, count(*) AS hits FROM known own JOIN known other ON other.hash = own.hash AND other.case_n <> own.case_n
  WHERE own.case_n = ? GROUP BY own.mark ORDER BY cases DESC, hits DESC`;

/** Which entities are to be written: those that changed since the rows were written, or all. */
function wanted(db: Database, catalogue: Catalogue, { seq, head, rules }: { seq: number; head: string; rules: string }): readonly number[] | 'all' {
  const then = db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq);
  // Another journal: a backup was restored, or another copy of the case was opened.
  return seq === 0 || then !== head || rules !== rulesOf(catalogue) ? 'all' : changedSince(db, seq);
}

/** Types that have entries belong to the rules: where they differ, so do the rows. */
const rulesOf = (catalogue: Catalogue): string => `${ENTRY_RULES} ${knownTypes(catalogue).join(' ')}`;

/** Makes the rows of a case follow it. Ends early where the case was taken out meanwhile. */
function follow(across: Across, db: Database, catalogue: Catalogue, id: Id, pace: Pace): number {
  const known = across.run((store) => followed(store, id));
  if (known === null) return 0;
  const { n: caseN } = known;
  const isIn = (store: Database): boolean => store.prepare('SELECT 1 FROM known_case WHERE n = ?').get(caseN) !== undefined;
  // What is committed from here on is followed next time; reading all at one moment would keep an erasure from emptying the log of the case.
  const { seq, hash } = journalHead(db);
  const change = wanted(db, catalogue, known);
  if (change === 'all') {
    across.change((store) => {
      store.prepare("UPDATE known_case SET seq = 0, head = '' WHERE n = ?").run(caseN);
      store.prepare('DELETE FROM known WHERE case_n = ?').run(caseN);
    });
  }
  const keys = change === 'all' ? db.prepare<[string], number>(LIVE).pluck().all(JSON.stringify(knownTypes(catalogue))) : change;
  const { read } = matchVocabulary().names.company;
  let written = 0;
  for (let at = 0; at < keys.length; at += BATCH) {
    pace.step('matching', at, keys.length);
    const batch = keys.slice(at, at + BATCH);
    const entries = entriesOf(db, catalogue, read, batch);
    const rows = batch.map((n) => ({ mark: across.mark(id, n), hashes: (entries.get(n) ?? []).map(({ kind, value }) => across.hash(kind, value)) }));
    const goesOn = across.change((store) => {
      if (!isIn(store)) return false;
      const clear = store.prepare('DELETE FROM known WHERE case_n = ? AND mark = ?');
      const add = store.prepare('INSERT OR IGNORE INTO known (hash, case_n, mark) VALUES (?, ?, ?)');
      for (const { mark, hashes } of rows) {
        if (change !== 'all') clear.run(caseN, mark);
        for (const hash of hashes) written += add.run(hash, caseN, mark).changes;
      }
      return true;
    });
    if (!goesOn) return written;
  }
  across.run((store) => store.prepare('UPDATE known_case SET seq = ?, head = ?, rules = ? WHERE n = ?').run(seq, hash, rulesOf(catalogue), caseN));
  return written;
}

function list(across: Across, id: Id): AcrossResult {
  const known = across.run((store) => followed(store, id));
  if (known === null) return { kind: 'list', keys: [], total: 0 };
  const rows = across.run((store) => store.prepare<[number], { mark: Buffer }>(LIST).all(known.n));
  return { kind: 'list', keys: rows.slice(0, MOST_LISTED).map(({ mark }) => across.entityOf(mark)), total: rows.length };
}

/** What a thread does of the index across cases, over connections of its own; nothing is written to the case. */
export async function acrossWork({ folder, key }: CasePlace, { kind, id, place }: AcrossRequest, watch: Watch): Promise<AcrossResult> {
  const across = openAcrossPlace(place);
  try {
    if (kind === 'list') return list(across, id);
    const db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true, cacheMiB: 16 });
    try {
      return { kind: 'follow', written: follow(across, db, loadCatalogue(db).catalogue, id, new Pace(watch)) };
    } finally {
      db.close();
    }
  } finally {
    across.close();
  }
}
