import type { Migration } from './migration';

/**
 * Who may be who. `match_proposal`, `watch_hit` and `match_state` are computed and may be emptied at any time: they name entities by their short keys, smaller first,
 * and hold no content. `watch_list` and `watch_verdict` are what people put there. `blind_exchange` holds the secret state of a comparison with another service between its
 * rounds, which goes when it ends and is never journalled.
 */
export const migration: Migration = {
  number: 8,
  name: 'matching',
  up: (db) => db.exec(`
    CREATE TABLE match_proposal (left_n INTEGER NOT NULL, right_n INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (left_n, right_n)) STRICT, WITHOUT ROWID;
    CREATE INDEX match_proposal_right ON match_proposal (right_n);
    CREATE INDEX match_proposal_score ON match_proposal (score);
    CREATE TABLE match_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE watch_list (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE watch_verdict (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE watch_hit (list TEXT NOT NULL, entry INTEGER NOT NULL, entity INTEGER NOT NULL, score REAL NOT NULL, told TEXT NOT NULL, stale INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (list, entry, entity)) STRICT, WITHOUT ROWID;
    CREATE INDEX watch_hit_entity ON watch_hit (entity);
    CREATE TABLE blind_exchange (id TEXT PRIMARY KEY, content TEXT NOT NULL, state BLOB) STRICT, WITHOUT ROWID;
  `),
};
