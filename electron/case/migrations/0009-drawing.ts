import type { Migration } from './migration';

/** How charts are drawn beyond the places of their items: folded lines, groups and notes with a look of their own, snapshots with all of it, and presentations made of them. */
export const migration: Migration = {
  number: 9,
  name: 'drawing',
  up: (db) => db.exec(`
    ALTER TABLE chart ADD COLUMN options TEXT;
    ALTER TABLE chart_group ADD COLUMN style TEXT;
    CREATE INDEX chart_group_chart ON chart_group (chart);
    ALTER TABLE annotation ADD COLUMN style TEXT;
    CREATE INDEX annotation_chart ON annotation (chart);
    ALTER TABLE snapshot ADD COLUMN drawing TEXT;
    ALTER TABLE snapshot ADD COLUMN note TEXT NOT NULL DEFAULT '';
    CREATE TABLE presentation (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `),
};
