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

const SAID = 'SELECT "values" FROM temp.going CROSS JOIN statement ON statement.n = going.n WHERE going.kind = \'statement\'';

/** As a search reads a text: without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Which of these texts stand in what goes. */
function saidAmong(db: Database, texts: Iterable<string>): ReadonlySet<string> {
  // Values are JSON: what JSON writes otherwise is sought as JSON writes it.
  const left = new Map([...new Set(texts)].filter((text) => text.trim() !== '').map((text) => [text, plain(JSON.stringify(text).slice(1, -1))]));
  const found = new Set<string>();
  if (left.size === 0) return found;
  for (const values of db.prepare<[], string>(SAID).pluck().iterate()) {
    const said = plain(values);
    for (const [text, sought] of left) {
      if (!said.includes(sought)) continue;
      found.add(text);
      left.delete(text);
    }
    if (left.size === 0) break;
  }
  return found;
}

/**
 * Forgets what was searched for where that is what goes: the words of a search that stands in what is erased, or that name it; and what was written of comparisons with other
 * services where that names it. To be called while the content is still there.
 */
export function scrubSearches(db: Database): void {
  const kept = db.prepare<[], { seq: number; command: string; content: string }>("SELECT patch.seq, command, content FROM patch JOIN journal ON journal.seq = patch.seq WHERE kind = 'note' AND (command IN ('case.searched', 'case.networkAsked') OR command GLOB 'blind.*') AND content IS NOT NULL").all();
  if (kept.length === 0) return;
  const searches = kept.map(({ seq, command, content }) => {
    const { text, reason, basis, asked } = JSON.parse(content) as Readonly<Record<string, unknown>>;
    const words = [text, reason, basis].filter((each) => typeof each === 'string').join(' ').trim();
    return { seq, words: plain(words), ids: typeof asked === 'string' ? idsIn(asked) : [], sought: [...(typeof asked === 'string' ? wordsIn(asked) : []), ...(command === 'case.searched' ? [words] : [])] };
  });
  const said = saidAmong(db, searches.flatMap(({ sought }) => sought));
  const goes = db.prepare('SELECT 1 FROM temp.going WHERE id = ?');
  const captions = [...new Set(db.prepare<[], string>("SELECT DISTINCT caption FROM temp.going CROSS JOIN entity ON entity.n = going.n WHERE going.kind = 'entity' AND length(caption) > 2").pluck().all().map(plain))];
  const empty = db.prepare('UPDATE patch SET content = NULL WHERE seq = ?');
  for (const { seq, words, ids, sought } of searches) {
    if (sought.some((each) => said.has(each)) || ids.some((id) => goes.get(id) !== undefined) || captions.some((caption) => words.includes(caption))) empty.run(seq);
  }
}
