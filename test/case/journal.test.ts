import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../electron/case/journal';
import type { CaseStore } from '../../electron/case/store';
import { ACTOR, newCase } from './place';
import { SAID, values } from './sample';

async function filled(steps: number): Promise<CaseStore> {
  const { store } = await newCase();
  for (let step = 0; step < steps; step += 1) store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: `Geheime Naam ${step}` }), ...SAID } }, ACTOR);
  return store;
}

/** Changes a row behind the journal's back, as someone with the file and the key could. */
function tamper(store: CaseStore, sql: string): void {
  store.db.exec('DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; PRAGMA foreign_keys = OFF');
  store.db.exec(sql);
}

describe('journal', () => {
  it('verifies as it was written, undo and redo included', async () => {
    const store = await filled(3);
    store.undo(ACTOR);
    store.redo(ACTOR);
    expect(verifyJournal(store.db)).toMatchObject({ ok: true, entries: 6, brokenAt: null });
  });

  it.each([
    ['an altered name', "UPDATE journal SET actor = 'Iemand anders' WHERE seq = 3", 3],
    ['an altered time', "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 2", 2],
    ['an altered label', `UPDATE journal SET label = '{"type":"phone"}' WHERE seq = 4`, 4],
    ['an entry taken out', 'DELETE FROM patch WHERE seq = 3; DELETE FROM journal WHERE seq = 3', 4],
    ['a hash rewritten', "UPDATE journal SET hash = previous WHERE seq = 2", 2],
    ['an altered patch', `UPDATE patch SET content = '{"images":[],"retract":{"entity":[[1,1]]}}' WHERE seq = 3`, 3],
  ])('shows where it is broken: %s', async (_name, sql, brokenAt) => {
    const store = await filled(4);
    expect(verifyJournal(store.db).ok).toBe(true);
    tamper(store, sql);
    expect(verifyJournal(store.db)).toMatchObject({ ok: false, brokenAt });
  });

  it('refuses to be rewritten through the database', async () => {
    const { db } = await filled(1);
    expect(() => db.exec("UPDATE journal SET actor = 'x'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM journal')).toThrow('append-only');
  });

  it('holds no case content, and still verifies when the patches were emptied by an erasure', async () => {
    const store = await filled(2);
    expect(JSON.stringify(store.db.prepare('SELECT * FROM journal').all())).not.toContain('Geheime');
    store.db.exec('UPDATE patch SET content = NULL');
    expect(verifyJournal(store.db)).toMatchObject({ ok: true, brokenAt: null });
  });

  it('leaves no trace of a command that changes nothing', async () => {
    const store = await filled(1);
    const { seq } = store;
    const chart = newId();
    store.execute({ command: 'chart.create', args: { id: chart, name: 'Kaart' } }, ACTOR);
    store.execute({ command: 'chart.pinItems', args: { chart, subjects: [newId()], pinned: true } }, ACTOR);
    expect(store.seq).toBe(seq + 1);
  });
});
