import type { Migration } from './migration';

/**
 * What a share's files were before: every content that was kept of a path, so that a second version is known as one. `changed_at` is when we
 * last saw a file change; a dismissed one is passed over until its bytes change.
 */
export const migration: Migration = {
  number: 4,
  name: 'share-versions',
  up: (db) => db.exec(`
    ALTER TABLE share_file ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE share_file ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
    CREATE TABLE share_version (
      share TEXT NOT NULL REFERENCES share (id), path TEXT NOT NULL, sha256 TEXT NOT NULL, kept_at TEXT NOT NULL,
      PRIMARY KEY (share, path, sha256)
    ) STRICT, WITHOUT ROWID;
  `),
};
