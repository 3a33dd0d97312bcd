import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { appendJournal, compareSeal, journalHead, verifyJournal, type Seal } from '../../../electron/case/journal';
import type { JournalRow } from '../../../shared/contract/erasing';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const LOGS = 1000;
const STEPS = 30;

/** Draws numbers that look like chance and are the same in every run. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
}

const nativeBinding = process.env['KNOOP_SQLITE_BINDING'];
/** A copy in memory, where there is no write-ahead log: two bytes of the file's head say so. */
function openCopy(bytes: Buffer): Database {
  const plain = Buffer.from(bytes);
  plain.fill(1, 18, 20);
  const db = new Sqlite(plain, nativeBinding === undefined ? {} : { nativeBinding });
  db.pragma('foreign_keys = OFF');
  return db;
}

const rowsOf = (db: Database): JournalRow[] => db.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY seq').all();

/** Chains rows anew from the first on, as whoever knows how the chain is made could. */
function chained(rows: readonly JournalRow[]): JournalRow[] {
  let previous = '0'.repeat(64);
  return rows.map((row, index) => {
    const { at, actor, workstation, app_version, kind, command, label, refers, patch_hash } = row;
    const seq = index + 1;
    const text = canonicalJson({ seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash });
    const hash = createHash('sha256').update(Buffer.of(0)).update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex');
    const made = { ...row, seq, previous, hash };
    previous = hash;
    return made;
  });
}

function put(db: Database, rows: readonly JournalRow[]): void {
  db.exec('DROP TRIGGER IF EXISTS journal_no_update; DROP TRIGGER IF EXISTS journal_no_delete; DELETE FROM journal');
  const insert = db.prepare('INSERT OR REPLACE INTO journal (seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash, previous, hash) VALUES (@seq, @at, @actor, @workstation, @app_version, @kind, @command, @label, @refers, @patch_hash, @previous, @hash)');
  for (const row of rows) insert.run(row);
}

type Tampering = (rows: readonly JournalRow[], draw: (most: number) => number) => readonly JournalRow[];
const FIELDS = ['at', 'actor', 'workstation', 'app_version', 'command', 'label', 'patch_hash'] as const;
const altered = (row: JournalRow, draw: (most: number) => number): JournalRow => {
  const field = FIELDS[draw(FIELDS.length)] ?? 'actor';
  return { ...row, [field]: `${String(row[field])}x` };
};
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit: (rows, draw) => rows.with(draw(rows.length - 1), altered(rows[draw(rows.length - 1)] as JournalRow, draw)).map((row, index) => ({ ...row, seq: index + 1 })),
  drop: (rows, draw) => rows.toSpliced(draw(rows.length - 1), 1),
  reorder: (rows, draw) => {
    const at = draw(rows.length - 1);
    const [a, b] = [rows[at] as JournalRow, rows[at + 1] as JournalRow];
    return rows.with(at, { ...b, seq: a.seq }).with(at + 1, { ...a, seq: b.seq });
  },
  insert: (rows, draw) => {
    const at = 1 + draw(rows.length - 1);
    return rows.toSpliced(at, 0, { ...(rows[at - 1] as JournalRow), command: 'statement.add' }).map((row, index) => ({ ...row, seq: index + 1 }));
  },
  cutTail: (rows, draw) => rows.slice(0, rows.length - 1 - draw(rows.length - 2)),
  rewrite: (rows, draw) => {
    const at = draw(rows.length);
    return chained(rows.with(at, altered(rows[at] as JournalRow, draw)));
  },
  rewriteShorter: (rows, draw) => chained(rows.toSpliced(draw(rows.length), 1 + draw(3))),
};

test(`${LOGS} tampered logs are all found, and the chain alone would have missed those that were cut, written anew or put back`, async () => {
  const { store } = await newCase();
  const early: Buffer[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: `Naam ${step}` }), ...SAID } }, ACTOR);
    if (step % 6 === 0) early.push(store.db.serialize());
  }
  const whole = store.db.serialize();
  const head = journalHead(store.db);
  const seal: Seal = { entries: head.seq, head: head.hash };
  const sound = openCopy(whole);
  expect(verifyJournal(sound)).toMatchObject({ ok: true });
  expect(compareSeal(sound, seal)).toBe('fits');
  const rows = rowsOf(sound);
  // What came after a seal does not disturb it.
  appendJournal(sound, { kind: 'note', command: 'case.opened', label: {}, actor: ACTOR, refers: null, patch: null, at: new Date().toISOString() });
  expect(compareSeal(sound, seal)).toBe('fits');
  sound.close();

  const names = [...Object.keys(TAMPERINGS), 'rollback'];
  const found: Record<string, { logs: number; found: number; chain: number }> = Object.fromEntries(names.map((name) => [name, { logs: 0, found: 0, chain: 0 }]));
  const copy = openCopy(whole);
  for (let log = 0; log < LOGS; log += 1) {
    const name = names[log % names.length] ?? 'edit';
    const draw = chance(log * 7919 + 17);
    for (let warm = 0; warm < 5; warm += 1) draw(2);
    const db = name === 'rollback' ? openCopy(early[draw(early.length)] as Buffer) : copy;
    if (name !== 'rollback') db.transaction(() => put(db, (TAMPERINGS[name] as Tampering)(rows, draw)))();
    const chain = verifyJournal(db).ok;
    const result = found[name] as { logs: number; found: number; chain: number };
    result.logs += 1;
    if (!chain) result.chain += 1;
    if (!chain || compareSeal(db, seal) !== 'fits') result.found += 1;
    if (name === 'rollback') db.close();
  }
  copy.close();
  for (const [name, result] of Object.entries(found)) expect({ name, found: result.found }).toEqual({ name, found: result.logs });
  expect(Object.values(found).reduce((sum, { logs }) => sum + logs, 0)).toBe(LOGS);
  for (const name of ['cutTail', 'rollback']) expect(found[name]?.chain).toBe(0);
  // Found by the chain are only those that forgot the patches beside it.
  expect(found['rewrite']?.chain).toBeLessThan((found['rewrite']?.logs ?? 0) / 2);
});
