import type { Migration } from './migration';

/**
 * Evaluation that comes after a source: schemes of a service's own, a source's grading and handling as they were changed, when it must be looked at again,
 * why and with whose leave evaluations were changed; and which entities and links rest on assessments alone.
 *
 * A source keeps its effective evaluation in its own columns, because every reader, the release gate above all, looks there: the triggers put it there and
 * take it back, so that no way in which a row of `source_evaluation` comes or goes can leave the two apart.
 */
export const migration: Migration = {
  number: 5,
  name: 'evaluation',
  up: (db) => db.exec(`
    CREATE TABLE user_scheme (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- As in 'source': JSON, NULL and '' for none. What the source came in with stands beside it.
    CREATE TABLE source_evaluation (source TEXT PRIMARY KEY, grading TEXT, handling TEXT NOT NULL, came_grading TEXT, came_handling TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER source_evaluation_added AFTER INSERT ON source_evaluation BEGIN
      UPDATE source SET grading = new.grading, handling = new.handling WHERE id = new.source;
    END;
    CREATE TRIGGER source_evaluation_deleted AFTER DELETE ON source_evaluation BEGIN
      UPDATE source SET grading = old.came_grading, handling = old.came_handling WHERE id = old.source;
    END;

    CREATE TABLE source_review (source TEXT PRIMARY KEY, due TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE evaluation_change (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;

    ALTER TABLE entity ADD COLUMN assessed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE link ADD COLUMN assessed INTEGER NOT NULL DEFAULT 0;
    CREATE TEMP TABLE judged AS SELECT subject_kind, subject FROM statement WHERE seq_retracted IS NULL GROUP BY subject_kind, subject HAVING sum(basis <> 'assessment') = 0;
    UPDATE entity SET assessed = 1 WHERE n IN (SELECT subject FROM judged WHERE subject_kind = 'entity');
    UPDATE link SET assessed = 1 WHERE n IN (SELECT subject FROM judged WHERE subject_kind = 'link');
    DROP TABLE judged;
  `),
};
