import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import { withoutMembers } from '../../../shared/model/groupMembers';
import { IMAGED_TABLES } from '../../../shared/model/patch';
import { ImagedRows } from '../db/imaged';
import type { StoredPatch } from '../journal';
import { idsIn, wordsIn } from '../network/asked';
import { GOING_KINDS, type Gone } from './reach';
import { scrub } from './scrub';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** True when a text names something that is gone. */
function names(text: string, gone: Gone): boolean {
  for (const [id] of text.matchAll(ID)) if (GOING_KINDS.some((kind) => gone[kind].has(id))) return true;
  return false;
}

/** What goes, with the groups in which nothing is left: they go out of those that held them, and what is tied to them goes as well. */
export function withEmptied(db: Database, gone: Gone): Gone {
  const { gone: emptied } = withoutMembers(new ImagedRows(db).list('chart_group') as ChartGroupRecord[], (member) => gone.entity.has(member));
  return emptied.length === 0 ? gone : { ...gone, entity: new Set([...gone.entity, ...emptied]) };
}

/** Takes what is gone out of charts, snapshots and briefings as they stand now. Returns the tables that changed. */
export function scrubRows(db: Database, gone: Gone): string[] {
  const rows = new ImagedRows(db);
  const key: Partial<Record<(typeof IMAGED_TABLES)[number], readonly string[]>> = { chart: ['id'], chart_item: ['chart', 'subject'], chart_group: ['id'], annotation: ['id'], snapshot: ['id'], briefing: ['id'], source_evaluation: ['source'], source_review: ['source'], watch_verdict: ['id'], setting: ['key'] };
  const changed = new Set<string>();
  for (const table of IMAGED_TABLES) {
    const columns = key[table];
    if (columns === undefined) continue;
    for (const record of rows.list(table)) {
      const left = scrub(table, record, gone);
      if (left === record || canonicalJson(left) === canonicalJson(record)) continue;
      rows.write(table, JSON.stringify(columns.map((column) => (record as Record<string, unknown>)[column])), left);
      changed.add(table);
    }
  }
  return [...changed];
}

/** Takes what is gone out of the patches beside the journal. Their own text goes; what is left of it, for undo, stands in `remainder`. */
export function scrubPatches(db: Database, gone: Gone): void {
  const all = db.prepare<[], { seq: number; text: string }>("SELECT patch.seq, coalesce(content, remainder) AS text FROM patch JOIN journal ON journal.seq = patch.seq WHERE coalesce(content, remainder) IS NOT NULL AND journal.kind <> 'note' ORDER BY patch.seq").all();
  const write = db.prepare('UPDATE patch SET content = NULL, remainder = ? WHERE seq = ?');
  for (const { seq, text } of all) {
    if (!names(text, gone)) continue;
    const { beside: _words, ...patch } = JSON.parse(text) as StoredPatch;
    const images = patch.images.map((image) => ({ ...image, before: scrub(image.table, image.before, gone), after: scrub(image.table, image.after, gone) }));
    write.run(canonicalJson({ ...patch, images }), seq);
  }
}

/**
 * Forgets what was searched for where that is what goes: the words of a search that stands in what is erased, or that name it; and what was written of comparisons with other
 * services where that names it. To be called while the content is still there.
 */
export function scrubSearches(db: Database): void {
  const searches = db.prepare<[], { seq: number; command: string; content: string }>("SELECT patch.seq, command, content FROM patch JOIN journal ON journal.seq = patch.seq WHERE kind = 'note' AND (command IN ('case.searched', 'case.networkAsked') OR command GLOB 'blind.*') AND content IS NOT NULL").all();
  if (searches.length === 0) return;
  const says = db.prepare(`SELECT 1 FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = 'statement' AND instr(lower("values"), lower(?)) > 0 LIMIT 1`);
  const goes = db.prepare('SELECT 1 FROM temp.going WHERE id = ?');
  const captions = db.prepare<[], string>("SELECT DISTINCT lower(caption) FROM temp.going CROSS JOIN entity ON entity.n = going.n WHERE going.kind = 'entity' AND length(caption) > 2").pluck().all();
  const empty = db.prepare('UPDATE patch SET content = NULL WHERE seq = ?');
  for (const { seq, command, content } of searches) {
    const { text, reason, basis, asked } = JSON.parse(content) as Readonly<Record<string, unknown>>;
    if (typeof asked === 'string' && (idsIn(asked).some((id) => goes.get(id) !== undefined) || wordsIn(asked).some((each) => says.get(JSON.stringify(each).slice(1, -1)) !== undefined))) empty.run(seq);
    const words = [text, reason, basis].filter((each) => typeof each === 'string').join(' ').trim();
    if (words === '') continue;
    // Values are JSON: what JSON writes otherwise is sought as JSON writes it.
    if ((command === 'case.searched' && says.get(JSON.stringify(words).slice(1, -1)) !== undefined) || captions.some((caption) => words.toLowerCase().includes(caption))) empty.run(seq);
  }
}
