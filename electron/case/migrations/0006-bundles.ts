import type { Migration } from './migration';

/**
 * What bundles of other services brought. `taken_bundle` says which were taken in and is undone with them; the rest only counts for those that are. Which rows came with
 * a bundle is told by their `seq_added`, which is a number of `bundle_step`; what a bundle said or took back, known or not, by `bundle_word`. Ids of judgements
 * that left with a release are in `bundle_sent`; its statements are in the release itself.
 */
export const migration: Migration = {
  number: 6,
  name: 'bundles',
  up: (db) => db.exec(`
    CREATE TABLE taken_bundle (id TEXT PRIMARY KEY, signingKey TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE bundle_step (seq INTEGER PRIMARY KEY, bundle TEXT NOT NULL) STRICT;
    CREATE TABLE bundle_word (bundle TEXT NOT NULL, id TEXT NOT NULL, word TEXT NOT NULL CHECK (word IN ('said', 'recalled')), PRIMARY KEY (id, bundle, word)) STRICT, WITHOUT ROWID;
    CREATE TABLE bundle_conflict (
      bundle TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('content', 'type')), subject TEXT NOT NULL, ours TEXT NOT NULL, theirs TEXT NOT NULL,
      PRIMARY KEY (bundle, kind, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bundle_sent (release TEXT NOT NULL, judgement TEXT NOT NULL, PRIMARY KEY (release, judgement)) STRICT, WITHOUT ROWID;
  `),
};
