import type { Migration } from './migration';

/**
 * The first shape of a case. Everything a source says is added under a journal number (`seq_added`) and retracted under another
 * (`seq_retracted`), never edited. `n` is the short key that indexes, full text and typed arrays use; `id` (UUIDv7) is what leaves the case.
 * Columns of `entity` and `link` behind "materialised" are computed from live statements and can be rebuilt at any time.
 */
export const migration: Migration = {
  number: 1,
  name: 'case',
  up: (db) => db.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      workstation TEXT NOT NULL,
      app_version TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'note')),
      command TEXT NOT NULL,
      label TEXT NOT NULL,
      refers INTEGER REFERENCES journal (seq),
      patch_hash TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
    -- What a journal row changed, beside it rather than in it: an erasure may empty 'content', the chain holds only its hash.
    CREATE TABLE patch (seq INTEGER PRIMARY KEY REFERENCES journal (seq), content TEXT) STRICT;

    CREATE TABLE source (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      supplier TEXT NOT NULL,
      sha256 TEXT,
      bytes INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      grading TEXT,
      handling TEXT NOT NULL,
      received_at TEXT NOT NULL,
      reading TEXT,
      seq_added INTEGER NOT NULL,
      seq_retracted INTEGER
    ) STRICT;
    CREATE INDEX source_sha256 ON source (sha256);

    CREATE TABLE reject (source INTEGER NOT NULL REFERENCES source (n), row INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, cells TEXT NOT NULL) STRICT;
    CREATE INDEX reject_source ON reject (source, row);

    CREATE TABLE entity (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      seq_added INTEGER NOT NULL,
      seq_retracted INTEGER,
      -- materialised:
      canonical TEXT NOT NULL,
      caption TEXT NOT NULL DEFAULT '',
      key_line TEXT NOT NULL DEFAULT '',
      start TEXT,
      "end" TEXT,
      sources INTEGER NOT NULL DEFAULT 0,
      links INTEGER NOT NULL DEFAULT 0,
      grading TEXT NOT NULL DEFAULT '',
      handling TEXT NOT NULL DEFAULT '',
      category TEXT NOT NULL DEFAULT '',
      contradicts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX entity_type ON entity (type, seq_retracted);
    CREATE INDEX entity_seq ON entity (seq_added);
    CREATE INDEX entity_retracted ON entity (seq_retracted) WHERE seq_retracted IS NOT NULL;

    CREATE TABLE link (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      from_n INTEGER NOT NULL REFERENCES entity (n),
      to_n INTEGER NOT NULL REFERENCES entity (n),
      seq_added INTEGER NOT NULL,
      seq_retracted INTEGER,
      -- materialised:
      start TEXT,
      "end" TEXT,
      amount TEXT,
      sources INTEGER NOT NULL DEFAULT 0,
      strength TEXT NOT NULL DEFAULT 'tentative',
      grading TEXT NOT NULL DEFAULT '',
      handling TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX link_from ON link (from_n, type, to_n);
    CREATE INDEX link_to ON link (to_n, type, from_n);
    CREATE INDEX link_seq ON link (seq_added);
    CREATE INDEX link_retracted ON link (seq_retracted) WHERE seq_retracted IS NOT NULL;

    CREATE TABLE statement (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      -- entity.n or link.n, as subject_kind says.
      subject_kind TEXT NOT NULL CHECK (subject_kind IN ('entity', 'link')),
      subject INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES source (n),
      row INTEGER,
      locator TEXT NOT NULL DEFAULT '',
      "values" TEXT NOT NULL,
      grading TEXT,
      handling TEXT NOT NULL DEFAULT '',
      basis TEXT NOT NULL DEFAULT 'fact',
      seq_added INTEGER NOT NULL,
      seq_retracted INTEGER
    ) STRICT;
    CREATE INDEX statement_subject ON statement (subject_kind, subject);
    CREATE INDEX statement_source ON statement (source, row);
    CREATE INDEX statement_seq ON statement (seq_added);
    CREATE INDEX statement_retracted ON statement (seq_retracted) WHERE seq_retracted IS NOT NULL;

    -- Exact joins. One row per live or retracted value; readers join entity to see whether it lives.
    CREATE TABLE identifier (kind TEXT NOT NULL, value TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity (n), statement INTEGER NOT NULL REFERENCES statement (n), PRIMARY KEY (kind, value, entity, statement)) STRICT, WITHOUT ROWID;
    CREATE INDEX identifier_entity ON identifier (entity);
    CREATE TABLE name_key (key TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity (n), PRIMARY KEY (key, entity)) STRICT, WITHOUT ROWID;
    CREATE INDEX name_key_entity ON name_key (entity);

    CREATE TABLE judgement (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, left_id TEXT NOT NULL, right_id TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
      reason TEXT NOT NULL, seq_added INTEGER NOT NULL, seq_retracted INTEGER
    ) STRICT;
    CREATE INDEX judgement_left ON judgement (left_id);
    CREATE INDEX judgement_right ON judgement (right_id);

    -- rowid = entity.n: everything that live statements say of an entity, one row each.
    CREATE VIRTUAL TABLE fulltext USING fts5 (body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4');

    CREATE TABLE chart (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE chart_item (
      chart TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL, pinned INTEGER NOT NULL, hidden INTEGER NOT NULL,
      PRIMARY KEY (chart, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE chart_group (id TEXT PRIMARY KEY, chart TEXT NOT NULL, name TEXT NOT NULL, members TEXT NOT NULL, collapsed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE annotation (id TEXT PRIMARY KEY, chart TEXT NOT NULL, kind TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshot (id TEXT PRIMARY KEY, chart TEXT NOT NULL, name TEXT NOT NULL, seq INTEGER NOT NULL, items TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE briefing (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE recipient (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE release (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE recipe (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX recipe_fingerprint ON recipe (fingerprint);
    CREATE TABLE setting (key TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE user_type (id TEXT PRIMARY KEY, use TEXT NOT NULL CHECK (use IN ('entity', 'link')), content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `),
};
