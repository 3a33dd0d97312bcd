import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { recomputeCanonical } from '../db/canonical';
import { materialise } from '../db/materialise';
import type { Touched } from '../db/touched';
import { goingKeys } from './reach';

const HOLDS = "(SELECT n FROM temp.going WHERE kind = '%')";
const of = (kind: string): string => HOLDS.replace('%', kind);

/** What stays and was said of, or linked to, by what goes. */
function neighbours(db: Database): Touched {
  const keys = (sql: string): number[] => db.prepare<[], number>(sql).pluck().all();
  const subjects = (kind: 'entity' | 'link'): string => `SELECT subject FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = 'statement' AND subject_kind = '${kind}'`;
  const links = keys(`SELECT n FROM (${subjects('link').replace('SELECT subject', 'SELECT subject AS n')}) WHERE n NOT IN ${of('link')}`);
  const entities = keys(`SELECT n FROM (${subjects('entity').replace('SELECT subject', 'SELECT subject AS n')}
    UNION SELECT from_n FROM temp.going CROSS JOIN link ON link.n = going.n WHERE going.kind = 'link' UNION SELECT to_n FROM temp.going CROSS JOIN link ON link.n = going.n WHERE going.kind = 'link')
    WHERE n NOT IN ${of('entity')}`);
  const ends = keys(`SELECT from_n FROM link WHERE n IN (SELECT value FROM json_each('${JSON.stringify(links)}')) UNION SELECT to_n FROM link WHERE n IN (SELECT value FROM json_each('${JSON.stringify(links)}'))`);
  return { links, entities: [...new Set([...entities, ...ends])] };
}

/**
 * Empties every row that goes and takes it out of what finds it. Rows keep their keys, since statements are told by their short key in records of releases; they are
 * retracted under `seq`, and the table `erased` keeps them so. Runs inside one transaction, after findReach. `documents`: also the readable text of the sources
 * that said what goes.
 */
export function blank(db: Database, catalogue: Catalogue, seq: number, documents: readonly number[]): void {
  const touched = neighbours(db);
  db.prepare('INSERT OR IGNORE INTO erased (id, kind, seq) SELECT id, kind, ? FROM temp.going').run(seq);
  db.prepare(`UPDATE statement SET row = NULL, locator = '', "values" = '{}', grading = NULL, handling = '', seq_retracted = coalesce(seq_retracted, @seq) WHERE n IN ${of('statement')}`).run({ seq });
  db.prepare(`UPDATE link SET start = NULL, "end" = NULL, amount = NULL, sources = 0, strength = 'tentative', grading = '', handling = '', seq_retracted = coalesce(seq_retracted, @seq) WHERE n IN ${of('link')}`).run({ seq });
  db.prepare(`UPDATE entity SET canonical = id, caption = '', key_line = '', start = NULL, "end" = NULL, sources = 0, links = 0, grading = '', handling = '', category = '', contradicts = 0, seq_retracted = coalesce(seq_retracted, @seq) WHERE n IN ${of('entity')}`).run({ seq });
  db.prepare(`UPDATE judgement SET reason = '', seq_retracted = coalesce(seq_retracted, @seq) WHERE n IN ${of('judgement')}`).run({ seq });
  db.prepare(`UPDATE source SET title = '', supplier = '', sha256 = NULL, bytes = 0, media_type = '', grading = NULL, handling = '', reading = NULL, seq_retracted = coalesce(seq_retracted, @seq) WHERE n IN ${of('source')}`).run({ seq });

  db.exec(`DELETE FROM name_key WHERE entity IN ${of('entity')}; DELETE FROM identifier WHERE entity IN ${of('entity')};
    DELETE FROM fulltext WHERE rowid IN ${of('entity')};
    DELETE FROM reject WHERE source IN ${of('source')};
    DELETE FROM match_proposal WHERE left_n IN ${of('entity')} OR right_n IN ${of('entity')}; DELETE FROM watch_hit WHERE entity IN ${of('entity')};
    DELETE FROM bundle_conflict WHERE subject IN (SELECT id FROM temp.going)`);
  db.prepare(`DELETE FROM source_page WHERE source IN ${of('source')} OR source IN (SELECT value FROM json_each(?))`).run(JSON.stringify(documents));
  db.prepare('DELETE FROM reject WHERE source IN (SELECT value FROM json_each(?))').run(JSON.stringify(documents));

  // Retracted ones are passed over by what computes: they are emptied here and computed anew when an undo brings them back.
  const retracted = `SELECT n FROM entity WHERE seq_retracted IS NOT NULL AND n IN (SELECT value FROM json_each('${JSON.stringify(touched.entities)}'))`;
  db.exec(`DELETE FROM name_key WHERE entity IN (${retracted}); DELETE FROM fulltext WHERE rowid IN (${retracted});
    UPDATE entity SET caption = '', key_line = '', start = NULL, "end" = NULL WHERE n IN (${retracted})`);
  db.exec(`UPDATE link SET start = NULL, "end" = NULL, amount = NULL WHERE seq_retracted IS NOT NULL AND n IN (SELECT value FROM json_each('${JSON.stringify(touched.links)}'))`);
  if (goingKeys(db, 'judgement').length > 0) recomputeCanonical(db);
  materialise(db, catalogue, touched);
  // After materialise: it hands an identifier on to another statement that says the same.
  db.exec(`DELETE FROM identifier WHERE statement IN ${of('statement')}`);
}
