import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { fillFromBundle } from '../../../electron/case/bundles/readCase';
import { Contents } from '../../../electron/case/db/contents';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { closeCase, createCase, openCase } from '../../../electron/case/life';
import type { OpenCase } from '../../../electron/case/life';
import { readSettings } from '../../../electron/case/settings';
import { ACTOR, CHEAP, PASSPHRASE, temporaryFolder } from '../place';
import { values } from '../sample';
import { Party, SECRET } from './party';
import { createHash } from 'node:crypto';

const parties: Party[] = [];
const cases: OpenCase[] = [];
afterEach(() => {
  for (const party of parties.splice(0)) party.close();
  for (const open of cases.splice(0)) if (open.store.db.open) closeCase(open);
});

async function two(): Promise<[Party, Party, string]> {
  const folder = temporaryFolder();
  const [a, b] = [await Party.make('A', folder), await Party.make('B', folder)];
  parties.push(a, b);
  return [a, b, folder];
}

async function readCase(b: Party, path: string, folder: string): Promise<OpenCase> {
  const fill = (db: OpenCase['store']['db'], place: string, key: Buffer | null): Promise<void> => fillFromBundle(db, place, key, path, { keys: b.keys, passphrase: null }, ACTOR);
  const open = await createCase(join(folder, 'Lezen.knoop'), { name: 'x', reference: '', secrets: { passphrase: PASSPHRASE }, cost: CHEAP, fill }, ACTOR);
  cases.push(open);
  return open;
}

/** A kept document of a case that says each of the names, under the codes given with it. */
function documentOf(party: Party, name: string, said: readonly (readonly [name: string, handling: readonly unknown[]])[], own: readonly unknown[] = []): string {
  const { db, folder, key } = party.store;
  const bytes = Buffer.from(`${name}\n${said.map(([each]) => each).join('\n')}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const contents = Contents.open(folder, key);
  contents.store(sha256, heldBytes(bytes), () => undefined);
  contents.close();
  const id = newId();
  db.prepare("INSERT INTO source (id, kind, title, supplier, sha256, bytes, media_type, handling, received_at, reading, seq_added) VALUES (?, 'file', ?, 'Dienst A', ?, ?, 'text/csv', ?, '2026-05-03T00:00:00.000Z', ?, 1)").run(id, name, sha256, bytes.length, own.length === 0 ? '' : JSON.stringify(own), JSON.stringify({ format: 'csv', headings: ['Naam'] }));
  for (const [each, handling] of said) party.do('entity.create', { id: newId(), type: 'person', values: values({ name: each }), source: id, grading: null, handling, basis: 'fact' });
  return sha256;
}

describe('a case made of a bundle', () => {
  test('is encrypted, called and marked as the sender calls it, and refuses changes but not releases', async () => {
    const [a, b, folder] = await two();
    const one = a.person('Ahmed Benali');
    a.do('chart.create', { id: newId(), name: 'Kade', items: [{ subject: one, x: 1, y: 2 }] });
    const open = await readCase(b, await a.send(b), folder);
    const { store } = open;
    expect(readSettings(store.db)).toMatchObject({ name: 'Zaak A' });
    expect(store.db.prepare('SELECT name FROM chart').pluck().all()).toEqual(['Kade']);
    expect(store.readOnly).toBe(true);
    expect(readFileSync(join(store.folder, 'case.db')).includes('Ahmed')).toBe(false);
    const execute = (command: string, args: unknown): unknown => store.execute({ command, args }, ACTOR);
    expect(() => execute('entity.create', { id: newId(), type: 'person', values: values({ name: 'X' }), grading: null, handling: [], basis: 'fact' })).toThrow('caseReadOnly');
    expect(() => store.undo(ACTOR)).toThrow('caseReadOnly');
    const seq = store.seq;
    store.note('subject.opened', {}, ACTOR);
    execute('release.record', { id: newId(), briefing: null, recipient: '', at: '2026-11-22T00:00:00.000Z', sha256: 'a'.repeat(64), pages: 1, seq });
    expect(store.seq).toBe(seq + 2);
    closeCase(open);
    const again = await openCase(store.folder, PASSPHRASE, ACTOR);
    cases.push(again);
    expect(again.store.readOnly).toBe(true);
  });

  test('is not there at all when the bundle turns out bad', async () => {
    const [a, b, folder] = await two();
    a.person('Een');
    const path = await a.send(b);
    await expect(readCase(a, path, folder).then(() => readCase(b, `${path}.gone`, folder))).rejects.toMatchObject({ code: 'caseExists' });
    await expect(readCase(b, `${path}.gone`, join(folder, 'elders'))).rejects.toMatchObject({ code: 'fileNotFound' });
    expect(existsSync(join(folder, 'elders', 'Lezen.knoop'))).toBe(false);
    expect(readdirSync(join(folder, 'elders'))).toEqual([]);
  });
});

describe('documents', () => {
  test('go along when asked for and nothing of them is held back, with how they are read', async () => {
    const [a, b] = await two();
    const open = documentOf(a, 'open.csv', [['Jan', []], ['Piet', []]]);
    const mixed = documentOf(a, 'gemengd.csv', [['Kees', []], ['Verborgen', SECRET]]);
    // What is said of it may go, it may not itself; and one of which something was taken back still says it.
    const strict = documentOf(a, 'streng.csv', [['Wim', [{ scheme: 'europolHandling', code: 'H0' }]]], SECRET);
    const emptied = documentOf(a, 'ontdaan.csv', [['Bart', []], ['Verzwegen', SECRET]]);
    a.do('subject.delete', { entities: [a.store.db.prepare<[], string>("SELECT id FROM entity WHERE caption = 'Verzwegen'").pluck().get()], links: [] });
    await b.take(await a.send(b));
    const contents = (): Contents => Contents.open(b.store.folder, b.store.key);
    const kept = (sha256: string): boolean => {
      const held = contents();
      try {
        return held.has(sha256);
      } finally {
        held.close();
      }
    };
    expect([open, mixed, strict, emptied].map(kept)).toEqual([false, false, false, false]);
    b.store.undo(b.actor);
    const file = await a.send(b, { documents: true });
    expect((await b.preview(file)).manifest.counts).toMatchObject({ documents: 1 });
    await b.take(file);
    expect([open, mixed, strict, emptied].map(kept)).toEqual([true, false, false, false]);
    expect(b.live('source')).toHaveLength(4);
  });
});
