import type { Database } from 'better-sqlite3';
import type { ErasureCount } from '../../../shared/contract/erasing';
import { backupNames } from './finish';
import { goingKeys } from './reach';

/** Captions that are sought in what stays; more would take longer than anybody reads. */
const SOUGHT = 300;

const releasesOf = (db: Database): number => db.prepare<[], number>(`SELECT count(*) FROM release WHERE EXISTS (
    SELECT 1 FROM json_each(release.content, '$.said') run JOIN temp.going ON going.kind = 'statement' AND going.n BETWEEN run.value ->> 0 AND run.value ->> 1)`).pluck().get() ?? 0;

/** Files that said some of it and are kept: their originals hold it still. */
export function originalsOf(db: Database): { readonly n: number; readonly sha256: string }[] {
  return db.prepare<[], { n: number; sha256: string }>(`SELECT n, sha256 FROM source WHERE sha256 IS NOT NULL AND n NOT IN (SELECT n FROM temp.going WHERE kind = 'source')
    AND n IN (SELECT statement.source FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = 'statement')`).all();
}

/** Documents of sources that go, unless another source has the same bytes. */
export function documentsOf(db: Database): string[] {
  return db.prepare<[], string>(`SELECT DISTINCT sha256 FROM source WHERE sha256 IS NOT NULL AND n IN (SELECT n FROM temp.going WHERE kind = 'source')
    AND sha256 NOT IN (SELECT sha256 FROM source WHERE sha256 IS NOT NULL AND n NOT IN (SELECT n FROM temp.going WHERE kind = 'source'))`).pluck().all();
}

const phrase = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What people wrote of comparisons with other services, judgements and hits; and lists that others gave. Read whole, because a list says the name of each in its own way. */
const WRITTEN = `SELECT 'x' || id AS id, lower(coalesce(content ->> '$.subject', '') || ' ' || coalesce(content ->> '$.question', '') || ' ' || coalesce(content ->> '$.answer', '') || ' ' || coalesce(content ->> '$.grounds.reason', '')) AS text FROM blind_exchange
  UNION ALL SELECT 'j' || id, lower(reason) FROM judgement WHERE reason <> '' AND n NOT IN (SELECT n FROM temp.going WHERE kind = 'judgement')
  UNION ALL SELECT 'v' || id, lower(content ->> '$.reason') FROM watch_verdict WHERE content ->> '$.reason' <> '' AND content ->> '$.entity' NOT IN (SELECT id FROM temp.going WHERE kind = 'entity')
  UNION ALL SELECT 'l' || id, lower(content ->> '$.entries' || ' ' || (content ->> '$.instruction')) FROM watch_list`;

/** Places that go on naming what goes: other entities' own statements, pages of other documents, watch lists, what people wrote in briefings, presentations, notes and reasons. */
function stillNamed(db: Database): ErasureCount['named'] {
  const captions = db.prepare<[number], string>("SELECT DISTINCT caption FROM temp.going CROSS JOIN entity ON entity.n = going.n WHERE going.kind = 'entity' AND length(caption) > 3 LIMIT ?").pluck().all(SOUGHT);
  const named = { entities: new Set<number>(), pages: new Set<number>(), texts: new Set<string>() };
  const going = new Set(goingKeys(db, 'entity'));
  const entities = db.prepare<[string], number>('SELECT rowid FROM fulltext WHERE fulltext MATCH ?').pluck();
  const pages = db.prepare<[string], number>("SELECT page_text.rowid FROM page_text JOIN source_page ON source_page.n = page_text.rowid WHERE page_text MATCH ? AND source_page.source NOT IN (SELECT n FROM temp.going WHERE kind = 'source')").pluck();
  const texts = db.prepare<[{ text: string }], string>(`SELECT 'b' || id FROM briefing WHERE instr(lower(content), @text) UNION SELECT 'a' || id FROM annotation WHERE instr(lower(text), @text) UNION SELECT 'c' || id FROM chart WHERE instr(lower(name), @text)
    UNION SELECT 's' || id FROM snapshot WHERE instr(lower(name), @text) OR instr(lower(note), @text) OR instr(lower(drawing), @text) OR instr(lower(items), @text) UNION SELECT 'i' || chart || subject FROM chart_item WHERE instr(lower(style), @text) UNION SELECT 'p' || id FROM presentation WHERE instr(lower(content), @text) UNION SELECT 'g' || id FROM chart_group WHERE instr(lower(name), @text) UNION SELECT 'r' || id FROM release WHERE instr(lower(content), @text)
    UNION SELECT 'f' || key FROM setting WHERE key IN ('formatting', 'patterns') AND instr(lower(content), @text)`).pluck();
  const written = captions.length === 0 ? [] : db.prepare<[], { id: string; text: string }>(WRITTEN).all();
  for (const caption of captions) {
    const sought = caption.toLowerCase();
    for (const { id, text } of written) if (text.includes(sought)) named.texts.add(id);
    const words = /[\p{L}\p{N}]/u.test(caption);
    if (words) for (const n of entities.all(phrase(caption))) if (!going.has(n)) named.entities.add(n);
    if (words) for (const n of pages.all(phrase(caption))) named.pages.add(n);
    for (const id of texts.all({ text: JSON.stringify(caption).slice(1, -1).toLowerCase() })) named.texts.add(id);
  }
  return { entities: named.entities.size, pages: named.pages.size, texts: named.texts.size };
}

/** What an erasure takes, and what it cannot reach. To be called after findReach and before anything is emptied. */
export function countReach(db: Database, folder: string): ErasureCount {
  const count = (kind: Parameters<typeof goingKeys>[1]): number => goingKeys(db, kind).length;
  return {
    statements: count('statement'), entities: count('entity'), links: count('link'), sources: count('source'), documents: documentsOf(db).length,
    originals: originalsOf(db).length, releases: releasesOf(db), backups: backupNames(folder).length, named: stillNamed(db),
  };
}
