import type { Migration } from './migration';

/**
 * Folders of other services that a case looks into, and what was seen there. This is where files come from, not what the case says: it is neither
 * journalled nor undone. `path` of a file is relative to its share, with "/" between its parts.
 */
export const migration: Migration = {
  number: 3,
  name: 'shares',
  up: (db) => db.exec(`
    CREATE TABLE share (id TEXT PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, watched INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE share_file (
      share TEXT NOT NULL REFERENCES share (id), path TEXT NOT NULL, bytes INTEGER NOT NULL, modified INTEGER NOT NULL, state TEXT NOT NULL,
      sha256 TEXT, seen_first TEXT NOT NULL, seen_last TEXT NOT NULL,
      PRIMARY KEY (share, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX share_file_sha256 ON share_file (sha256) WHERE sha256 IS NOT NULL;
  `),
};
