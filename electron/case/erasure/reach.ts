import type { Database } from 'better-sqlite3';
import type { ErasureTarget } from '../../../shared/contract/erasing';
import { Failure } from '../../../shared/contract/failure';

export const GOING_KINDS = ['source', 'entity', 'link', 'statement', 'judgement'] as const;
export type GoingKind = (typeof GOING_KINDS)[number];

/** Statements of everything that goes, and links of every entity that goes. */
const ALONG = `
  INSERT OR IGNORE INTO temp.going SELECT 'link', link.n, link.id FROM temp.going CROSS JOIN link ON link.from_n = going.n WHERE going.kind = 'entity';
  INSERT OR IGNORE INTO temp.going SELECT 'link', link.n, link.id FROM temp.going CROSS JOIN link ON link.to_n = going.n WHERE going.kind = 'entity';
  INSERT OR IGNORE INTO temp.going SELECT 'statement', statement.n, statement.id FROM temp.going CROSS JOIN statement ON statement.subject_kind = going.kind AND statement.subject = going.n WHERE going.kind IN ('entity', 'link');
`;

/** What only a source that goes speaks of: links, then the entities that neither another statement nor a standing link holds. */
const ALONE = `
  INSERT OR IGNORE INTO temp.going SELECT 'link', link.n, link.id FROM link WHERE link.n IN (SELECT subject FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = 'statement' AND subject_kind = 'link')
    AND NOT EXISTS (SELECT 1 FROM statement other WHERE other.subject_kind = 'link' AND other.subject = link.n AND other.n NOT IN (SELECT n FROM temp.going WHERE kind = 'statement'));
  INSERT OR IGNORE INTO temp.going SELECT 'entity', entity.n, entity.id FROM entity WHERE entity.n IN (
      SELECT subject FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = 'statement' AND subject_kind = 'entity'
      UNION SELECT from_n FROM temp.going CROSS JOIN link ON link.n = going.n WHERE going.kind = 'link' UNION SELECT to_n FROM temp.going CROSS JOIN link ON link.n = going.n WHERE going.kind = 'link')
    AND NOT EXISTS (SELECT 1 FROM statement other WHERE other.subject_kind = 'entity' AND other.subject = entity.n AND other.n NOT IN (SELECT n FROM temp.going WHERE kind = 'statement'))
    AND NOT EXISTS (SELECT 1 FROM link WHERE (link.from_n = entity.n OR link.to_n = entity.n) AND link.seq_retracted IS NULL AND link.n NOT IN (SELECT n FROM temp.going WHERE kind = 'link'));
`;

/** An entity that stands for others is one thing to whoever has it erased: all that were judged the same go. */
const ENTITIES = `INSERT OR IGNORE INTO temp.going SELECT 'entity', n, id FROM entity WHERE id IN (SELECT value FROM json_each(@ids))
  OR canonical IN (SELECT canonical FROM entity WHERE id IN (SELECT value FROM json_each(@ids)))`;
const ATTACHED = `INSERT OR IGNORE INTO temp.going
  WITH RECURSIVE part (n, id) AS (SELECT n, id FROM source WHERE id = @id UNION SELECT source.n, source.id FROM part JOIN source ON json_extract(source.reading, '$.partOf') = part.id)
  SELECT 'source', n, id FROM part`;
const JUDGEMENTS = `INSERT OR IGNORE INTO temp.going SELECT 'judgement', n, id FROM judgement
  WHERE left_id IN (SELECT id FROM temp.going WHERE kind = 'entity') OR right_id IN (SELECT id FROM temp.going WHERE kind = 'entity')`;

/**
 * Finds out what an erasure takes: lists it in the table temp.going (kind, n, id), which `forgetReach` empties again. What was erased before is not in it.
 * Throws Failure nothingToErase when nothing is left to take.
 */
export function findReach(db: Database, target: ErasureTarget): void {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS going (kind TEXT NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, n)) WITHOUT ROWID; DELETE FROM temp.going');
  if (target.kind === 'source') {
    db.prepare(ATTACHED).run({ id: target.id });
    db.exec("INSERT OR IGNORE INTO temp.going SELECT 'statement', statement.n, statement.id FROM temp.going CROSS JOIN statement ON statement.source = going.n WHERE going.kind = 'source'");
    db.exec(ALONE);
  } else if (target.kind === 'subjects') {
    db.prepare(ENTITIES).run({ ids: JSON.stringify(target.entities) });
    db.prepare("INSERT OR IGNORE INTO temp.going SELECT 'link', n, id FROM link WHERE id IN (SELECT value FROM json_each(?))").run(JSON.stringify(target.links));
    db.exec(ALONG);
  } else {
    db.prepare("INSERT OR IGNORE INTO temp.going SELECT 'statement', n, id FROM statement WHERE id IN (SELECT value FROM json_each(?))").run(JSON.stringify(target.ids));
  }
  db.exec(JUDGEMENTS);
  db.exec('DELETE FROM temp.going WHERE id IN (SELECT id FROM erased)');
  if (db.prepare('SELECT 1 FROM temp.going LIMIT 1').get() === undefined) throw new Failure('nothingToErase');
}

/** Ids of entities that go, or of which a statement goes. */
export function spokenOf(db: Database): ReadonlySet<string> {
  return new Set(db.prepare<[], string>(`SELECT id FROM temp.going WHERE kind = 'entity' UNION SELECT entity.id FROM temp.going CROSS JOIN statement ON statement.n = going.n JOIN entity ON entity.n = statement.subject
    WHERE going.kind = 'statement' AND statement.subject_kind = 'entity'`).pluck().all());
}

export function forgetReach(db: Database): void {
  db.exec('DROP TABLE IF EXISTS temp.going');
}

/** Short keys of what goes, of one kind. */
export const goingKeys = (db: Database, kind: GoingKind): number[] => db.prepare<[string], number>('SELECT n FROM temp.going WHERE kind = ? ORDER BY n').pluck().all(kind);

/** Ids of what goes, by kind. */
export type Gone = Readonly<Record<GoingKind, ReadonlySet<string>>>;

export function goneIds(db: Database): Gone {
  const ids = (kind: GoingKind): Set<string> => new Set(db.prepare<[string], string>('SELECT id FROM temp.going WHERE kind = ?').pluck().all(kind));
  return { source: ids('source'), entity: ids('entity'), link: ids('link'), statement: ids('statement'), judgement: ids('judgement') };
}
