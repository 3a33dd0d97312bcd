import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../shared/model/canonicalJson';
import type { Image } from '../../shared/model/patch';
import type { Actor } from './actor';

/** Counts and type ids that fill the sentence in the history panel; never case content, so that an erasure need not touch the chain. */
export type Label = Readonly<Record<string, string | number>>;
export type JournalKind = 'do' | 'undo' | 'redo' | 'note';

/** Tables whose rows a patch may retract, by their short key n: first and last of each unbroken run. */
export type Ranges = readonly (readonly [first: number, last: number])[];
export type RetractedRows = Readonly<Partial<Record<'source' | 'entity' | 'link' | 'statement' | 'judgement', Ranges>>>;

/**
 * What the journal keeps of a change beside its row. Added rows are not in it: they carry the row's number (`seq_added`).
 * An import's patch is therefore EMPTY_STORED_PATCH however many rows it brought.
 */
export interface StoredPatch {
  readonly retract: RetractedRows;
  /** Rows that were retracted and live again: those of a bundle that was taken back out and is taken in once more. */
  readonly revive?: RetractedRows;
  readonly images: readonly Image[];
  /** Words of the step that are content (why it was done), with a salt, since the row keeps a hash of them; `about` names what an erasure takes them with. */
  readonly beside?: { readonly salt: string; readonly reason: string; readonly about: string };
}
export const EMPTY_STORED_PATCH: StoredPatch = { retract: {}, images: [] };

export interface JournalDraft {
  readonly kind: JournalKind;
  readonly command: string;
  readonly label: Label;
  readonly actor: Actor;
  /** undo: the step that it takes back; redo: the undo that it takes back. */
  readonly refers: number | null;
  /** Null for a note. */
  readonly patch: StoredPatch | null;
  /**
   * Words of a note that are content (a reason, what was searched for): kept beside the row like a patch, so that an erasure may empty them. To be salted, since the row
   * keeps their hash.
   */
  readonly beside?: Readonly<Record<string, string>>;
  /** ISO time, UTC. */
  readonly at: string;
}

interface Hashed {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly workstation: string;
  readonly app_version: string;
  readonly kind: string;
  readonly command: string;
  readonly label: string;
  readonly refers: number | null;
  readonly patch_hash: string;
}
interface Chained extends Hashed {
  readonly previous: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const CHAIN_START = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 over 0x00, the 32 bytes of the previous hash, and the row in canonical JSON. */
function chainHash(previous: string, row: Hashed): string {
  const { seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash } = row;
  const text = canonicalJson({ seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash });
  return createHash('sha256').update(Buffer.of(0)).update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex');
}

/** Number and hash of the last entry; 0 and CHAIN_START in an empty journal. */
export function journalHead(db: Database): { seq: number; hash: string } {
  return db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() ?? { seq: 0, hash: CHAIN_START };
}

/** The number that the next entry will get; to be asked inside the transaction that writes it. */
export const nextSeq = (db: Database): number => journalHead(db).seq + 1;

/** Appends one entry and returns its number. Must run in the transaction that makes the change. */
export function appendJournal(db: Database, draft: JournalDraft): number {
  const head = journalHead(db);
  const beside = draft.patch ?? draft.beside ?? null;
  const content = beside === null ? null : canonicalJson(beside);
  const row: Hashed = {
    seq: head.seq + 1,
    at: draft.at,
    actor: draft.actor.service === '' ? draft.actor.name : `${draft.actor.name} (${draft.actor.service})`,
    workstation: draft.actor.workstation,
    app_version: draft.actor.version,
    kind: draft.kind,
    command: draft.command,
    label: canonicalJson(draft.label),
    refers: draft.refers,
    patch_hash: content === null ? '' : sha256(content),
  };
  const chained: Chained = { ...row, previous: head.hash, hash: chainHash(head.hash, row) };
  db.prepare(`INSERT INTO journal (seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash, previous, hash)
    VALUES (@seq, @at, @actor, @workstation, @app_version, @kind, @command, @label, @refers, @patch_hash, @previous, @hash)`).run(chained);
  if (content !== null) db.prepare('INSERT INTO patch (seq, content) VALUES (?, ?)').run(row.seq, content);
  return row.seq;
}

/** The stored patch of an entry, or what an erasure left of it; null for notes. */
export function patchOf(db: Database, seq: number): StoredPatch | null {
  const content = db.prepare<[number], string | null>('SELECT coalesce(content, remainder) FROM patch WHERE seq = ?').pluck().get(seq);
  return content ? (JSON.parse(content) as StoredPatch) : null;
}

export interface JournalProof {
  readonly ok: boolean;
  readonly entries: number;
  /** Number of the first entry that does not fit; null when all do. */
  readonly brokenAt: number | null;
  readonly head: string;
}

/**
 * Walks the whole chain: numbers without gaps, each hash over the row and the one before it, each kept patch as its hash says.
 * A patch that was emptied by an erasure passes, if what is left of it is as the last erasure says. A tail cut off, and a chain written anew from its beginning, are
 * seen only against a head that was noted elsewhere: see compareSeal.
 */
export function verifyJournal(db: Database): JournalProof {
  const rows = db.prepare<[], Chained & { content: string | null }>('SELECT journal.*, patch.content FROM journal LEFT JOIN patch USING (seq) ORDER BY seq');
  let previous = CHAIN_START;
  let entries = 0;
  for (const row of rows.iterate()) {
    entries += 1;
    const fits = row.seq === entries && row.previous === previous && row.hash === chainHash(previous, row) && (row.content === null || sha256(row.content) === row.patch_hash);
    if (!fits) return { ok: false, entries, brokenAt: row.seq, head: previous };
    previous = row.hash;
  }
  const altered = alteredRemains(db);
  return altered === null ? { ok: true, entries, brokenAt: null, head: previous } : { ok: false, entries, brokenAt: altered, head: previous };
}

/** One hash over what erasures left of patches: stands in the entry of each erasure, so that these cannot be altered unseen either. */
export function remainsHash(db: Database): string {
  const hash = createHash('sha256');
  for (const { seq, remainder } of db.prepare<[], { seq: number; remainder: string }>('SELECT seq, remainder FROM patch WHERE remainder IS NOT NULL ORDER BY seq').iterate()) hash.update(`${seq} ${remainder}\n`, 'utf8');
  return hash.digest('hex');
}

/** Number of the last erasure when what it left of patches is not as it says; null when it is, or where nothing was erased. */
function alteredRemains(db: Database): number | null {
  // A backup of a case of an older version has no such column.
  if (db.prepare("SELECT 1 FROM pragma_table_info('patch') WHERE name = 'remainder'").get() === undefined) return null;
  const last = db.prepare<[], { seq: number; remains: string | null }>("SELECT seq, json_extract(label, '$.remains') AS remains FROM journal WHERE command = 'case.erased' ORDER BY seq DESC LIMIT 1").get();
  const any = db.prepare<[], number>('SELECT min(seq) FROM patch WHERE remainder IS NOT NULL').pluck().get() ?? null;
  if (last === undefined) return any;
  return last.remains === remainsHash(db) ? null : last.seq;
}

/** The head of a journal as it was noted elsewhere: number of its last entry, and that entry's hash. */
export interface Seal {
  readonly entries: number;
  readonly head: string;
}

/**
 * How the journal stands to a head that was noted before. fits: that entry is there as it was, whatever came after. shorter: it is missing (a tail was cut off,
 * or an older copy of the case put back). different: another entry stands there (the chain was written anew).
 */
export function compareSeal(db: Database, seal: Seal): 'fits' | 'shorter' | 'different' {
  if (seal.entries === 0) return 'fits';
  const hash = db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck().get(seal.entries);
  if (hash === undefined) return 'shorter';
  return hash === seal.head ? 'fits' : 'different';
}
