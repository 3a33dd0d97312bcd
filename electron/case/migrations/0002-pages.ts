import type { Migration } from './migration';

/**
 * Readable text of documents, page by page, with its own full text; how an item is drawn on a chart where that differs from its type. Pages are
 * told apart by the source's short key, so that retracting the source hides them and an erasure finds them.
 */
export const migration: Migration = {
  number: 2,
  name: 'pages',
  up: (db) => db.exec(`
    CREATE TABLE source_page (n INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (n), page INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (source, page)) STRICT;
    -- rowid = source_page.n.
    CREATE VIRTUAL TABLE page_text USING fts5 (text, content = 'source_page', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');
    CREATE TRIGGER source_page_added AFTER INSERT ON source_page BEGIN INSERT INTO page_text (rowid, text) VALUES (new.n, new.text); END;
    CREATE TRIGGER source_page_deleted AFTER DELETE ON source_page BEGIN INSERT INTO page_text (page_text, rowid, text) VALUES ('delete', old.n, old.text); END;

    ALTER TABLE chart_item ADD COLUMN style TEXT;
  `),
};
