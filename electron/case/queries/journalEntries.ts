import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { namesOf } from '../../../shared/model/duty';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

type Request = CaseService['requests']['case.journal'];
type Entry = ResultOf<Request>[number];
type Row = Omit<Entry, 'label' | 'undone' | 'text'> & { label: string; file: string | null; recipe: string | null; beside: string | null };

/** The step that an entry is about: of an undo or redo, the one that its chain of names begins with. */
const STEP = `(WITH RECURSIVE back (seq, kind, refers) AS (
    SELECT journal.seq, journal.kind, journal.refers
    UNION ALL SELECT earlier.seq, earlier.kind, earlier.refers FROM back JOIN journal earlier ON earlier.seq = back.refers WHERE back.kind IN ('undo', 'redo')
  ) SELECT min(seq) FROM back)`;

/**
 * Steps that are undone now. An undo names the step that it takes back or the redo that had brought it back, a redo names an undo:
 * following the names leads to the step, and the last word on it holds.
 */
function undoneSteps(db: Database, from: number): Set<number> {
  const turns = query<{ seq: number; kind: 'undo' | 'redo'; refers: number | null }>(db, "SELECT seq, kind, refers FROM journal WHERE seq > @from AND kind IN ('undo', 'redo') ORDER BY seq");
  const stepOf = new Map<number, number>();
  const undone = new Set<number>();
  for (const { seq, kind, refers } of turns.iterate({ from })) {
    if (refers === null) continue;
    const step = stepOf.get(refers) ?? refers;
    stepOf.set(seq, step);
    if (kind === 'undo') undone.add(step);
    else undone.delete(step);
  }
  return undone;
}

/** Words that stand beside an entry: of notes they are all that does, of steps that keep why they were done a part of it. Other patches may be long, and are not looked into. */
const BESIDE = `CASE WHEN kind = 'note' THEN (SELECT content FROM patch WHERE patch.seq = journal.seq)
  WHEN kind = 'do' AND command = 'judgement.withdraw' THEN (SELECT json_extract(content, '$.beside') FROM patch WHERE patch.seq = journal.seq) END`;

/** Entries of the journal, newest first, before `before`. A page costs what lies after its oldest entry, because a step can be undone only later. */
export function journalEntries(db: Database, _catalogue: Catalogue, { before, limit, duty }: ParsedArgumentsOf<Request>): Entry[] {
  const only = duty === undefined ? '' : `AND command ${duty === 'alteration' ? 'NOT IN' : 'IN'} (SELECT value FROM json_each(@names))`;
  const rows = query<Row>(db, `SELECT seq, at, actor, kind, command, label, refers, hash, (SELECT title FROM source WHERE seq_added = ${STEP} AND kind = 'file' AND title <> '' ORDER BY n LIMIT 1) AS file, (SELECT json_extract(reading, '$.recipe') FROM source WHERE seq_added = ${STEP} AND kind = 'file' ORDER BY n LIMIT 1) AS recipe,
      ${BESIDE} AS beside FROM journal WHERE seq < @before ${only} ORDER BY seq DESC LIMIT @limit`).all({ before: before ?? Number.MAX_SAFE_INTEGER, limit, ...(duty === undefined ? {} : { names: JSON.stringify(namesOf(duty)) }) });
  const undone = undoneSteps(db, rows.at(-1)?.seq ?? 0);
  return rows.map(({ file, recipe, beside, ...row }) => ({ ...row, ...wordsOf(beside), label: { ...(JSON.parse(row.label) as Entry['label']), ...(file === null ? {} : { file }), ...recipeNamed(recipe) }, undone: row.kind === 'do' && undone.has(row.seq) }));
}

/** The recipe of an import by its name, which its source keeps: the journal itself only holds its id. */
function recipeNamed(recipe: string | null): Entry['label'] {
  const used = recipe === null ? null : (JSON.parse(recipe) as { readonly name?: unknown; readonly version?: unknown });
  return typeof used?.name === 'string' && typeof used.version === 'number' ? { recipe: used.name, version: used.version } : {};
}

/** The words of a note that stand beside its row: without the salt that keeps its hash from telling them. */
function wordsOf(beside: string | null): { text?: string } {
  if (beside === null) return {};
  const { text, reason, basis } = JSON.parse(beside) as Readonly<Record<string, string | undefined>>;
  const words = [text, reason, basis].filter((each) => each !== undefined && each !== '').join(' · ');
  return words === '' ? {} : { text: words };
}
