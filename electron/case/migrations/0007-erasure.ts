import type { Migration } from './migration';

/**
 * What the law had removed for good. Ids stay known, so that nothing brings the content back: neither undo nor a bundle that still has it. A row that was
 * emptied keeps its keys and stays retracted whatever is undone. `remainder` is what is left of a stored patch whose own text had to go.
 */
export const migration: Migration = {
  number: 7,
  name: 'erasure',
  up: (db) => db.exec(`
    CREATE TABLE erased (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('source', 'entity', 'link', 'statement', 'judgement')), seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    ALTER TABLE patch ADD COLUMN remainder TEXT;
    ${['source', 'entity', 'link', 'statement', 'judgement'].map((table) => `
    CREATE TRIGGER ${table}_stays_erased BEFORE UPDATE OF seq_retracted ON ${table} WHEN new.seq_retracted IS NULL AND EXISTS (SELECT 1 FROM erased WHERE id = new.id)
    BEGIN SELECT RAISE(IGNORE); END;`).join('')}
  `),
};
