import { v7 as newId } from 'uuid';
import { expect, test, vi } from 'vitest';
import { appendJournal, EMPTY_STORED_PATCH, nextSeq } from '../../../electron/case/journal';
import { countedNames } from '../../../electron/case/matching/counted';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { buildThread, captions, matcherOf, queue, settled } from './running';

// Others may be at work on the machine.
vi.setConfig({ testTimeout: 90_000 });
buildThread();

/** Adds persons as an import does: in one entry of the journal. */
function bring(store: CaseStore, people: readonly { readonly name: string; readonly birth: string }[]): void {
  const { db } = store;
  db.transaction(() => {
    const seq = nextSeq(db);
    const first = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM entity').pluck().get() ?? 0;
    const source = (db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM source').pluck().get() ?? 0) + 1;
    db.prepare("INSERT INTO source (n, id, kind, title, supplier, bytes, media_type, handling, received_at, seq_added) VALUES (?, ?, 'file', 'lijst.csv', '', 0, 'text/csv', '', '', ?)").run(source, newId(), seq);
    const entity = db.prepare("INSERT INTO entity (n, id, type, seq_added, canonical, caption) VALUES (?, ?, 'person', ?, ?, ?)");
    const statement = db.prepare(`INSERT INTO statement (id, subject_kind, subject, source, "values", seq_added) VALUES (?, 'entity', ?, ?, ?, ?)`);
    people.forEach(({ name, birth }, at) => {
      const id = newId();
      entity.run(first + at + 1, id, seq, id, name);
      statement.run(newId(), first + at + 1, source, JSON.stringify({ name: [{ v: name }], birthDate: [{ v: birth }] }), seq);
    });
    appendJournal(db, { kind: 'do', command: 'import.run', label: {}, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: new Date().toISOString() });
  })();
  store.reload();
}

const SYLLABLES = ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'vo', 'zu', 'ga', 'fe', 'ni', 'po', 'du', 'ha'];
/** A family name for each number: no two alike. */
const family = (at: number): string => [at >> 12, at >> 8, at >> 4, at].map((part) => SYLLABLES[part & 15] ?? '').join('');
const many = (from: number, count: number): { name: string; birth: string }[] => Array.from({ length: count }, (_, at) => ({ name: `Jan ${family(from + at)}stra`, birth: `19${50 + ((from + at) % 49)}-0${1 + ((from + at) % 9)}-1${(from + at) % 10}` }));

test('very many at once are blocked together, and what comes later is held against all of them', async () => {
  const { store } = await newCase();
  const wanted = [{ name: 'Ibrahim El Bakraoui', birth: '1986-10-09' }, { name: 'Bakraui Ibrahim', birth: '1986-09-10' }];
  bring(store, [...many(0, 3000), ...wanted.slice(0, 1), ...many(3000, 2200), ...wanted.slice(1)]);
  const running = matcherOf(store);
  await settled(running);
  const bakraoui = (): string[] => {
    const ids = store.db.prepare<[], string>("SELECT id FROM entity WHERE caption LIKE '%bakr%'").pluck().all();
    return [...new Set(captions(ids.flatMap((entity) => queue(store, 'open', { entity }))))];
  };
  expect(running.faults).toEqual([]);
  expect(bakraoui()).toEqual(['Bakraui Ibrahim = Ibrahim El Bakraoui']);
  // How many are called Jan is known.
  const counted = countedNames(store.db)?.person;
  expect(counted?.names).toBe(5202);
  expect(Math.max(...(counted?.words ?? []).map(([, times]) => times))).toBeGreaterThanOrEqual(5200);

  bring(store, [{ name: 'Ibrahim Elbakraoui', birth: '1986-10-09' }]);
  await settled(running);
  expect(bakraoui()).toHaveLength(3);
  bring(store, [...many(6000, 5100), { name: 'Ibrahim al-Bakrawi', birth: '1986-10-09' }]);
  await settled(running);
  expect(bakraoui()).toHaveLength(6);
  expect(running.faults).toEqual([]);
});
