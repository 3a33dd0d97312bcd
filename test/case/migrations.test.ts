import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, KEPT_BACKUPS } from '../../electron/case/backup';
import { APPLICATION_ID, openDatabase } from '../../electron/case/db/database';
import { migrate, shapeOf } from '../../electron/case/db/migrate';
import { inOrder, MIGRATIONS } from '../../electron/case/migrations';
import type { Migration } from '../../electron/case/migrations/migration';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from './place';

const step = (number: number, sql: string, name = 'probe'): Migration => ({ number, name, up: (db) => db.exec(sql) });

describe('migrations', () => {
  it('rise without gaps and are named by their number', () => {
    const [first, second, third] = [step(1, ''), step(2, ''), step(3, '')];
    expect(inOrder({ './0002-probe.ts': second, './0001-probe.ts': first }).map((each) => each.number)).toEqual([1, 2]);
    expect(() => inOrder({ './0001-probe.ts': first, './0003-probe.ts': third })).toThrow('migration 2 is missing');
    expect(() => inOrder({ './0002-probe.ts': first })).toThrow('should be named 0001-probe.ts');
    expect(MIGRATIONS.length).toBe(readdirSync(join(import.meta.dirname, '../../electron/case/migrations')).filter((name) => /^\d/.test(name)).length);
  });

  it('bring a new file to the newest shape and mark it as a case', () => {
    const db = openDatabase(join(temporaryFolder(), 'case.db'), { key: null });
    migrate(db, MIGRATIONS);
    expect(shapeOf(db)).toBe(MIGRATIONS.length);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('0001 has every table of a case, strict wherever SQLite allows it', () => {
    const db = openDatabase(join(temporaryFolder(), 'case.db'), { key: null });
    migrate(db, MIGRATIONS.slice(0, 1));
    const tables = db.prepare<[], { name: string; strict: number; type: string }>("SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'").all();
    expect(tables.filter((table) => table.type === 'table').map((table) => table.name).sort()).toEqual([
      'annotation', 'briefing', 'chart', 'chart_group', 'chart_item', 'entity', 'identifier', 'journal', 'judgement', 'link', 'meta', 'name_key',
      'patch', 'recipe', 'recipient', 'reject', 'release', 'setting', 'snapshot', 'source', 'statement', 'user_type',
    ]);
    expect(tables.filter((table) => table.type === 'table' && table.strict === 0)).toEqual([]);
    expect(() => db.prepare("INSERT INTO statement (n, id, subject_kind, subject, source, \"values\", seq_added) VALUES (1, 'x', 'entity', 1, 99, '{}', 1)").run()).toThrow('FOREIGN KEY');
    db.close();
  });

  it('leave the old shape whole when one of them fails', () => {
    const db = openDatabase(join(temporaryFolder(), 'case.db'), { key: null });
    const sound = [step(1, 'CREATE TABLE a (x INTEGER) STRICT')];
    migrate(db, sound);
    expect(() => migrate(db, [...sound, step(2, 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)')])).toThrow('nowhere');
    expect(shapeOf(db)).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual(['a']);
    db.close();
  });

  it('are preceded by a backup where there is something to lose, and never touch a newer file', () => {
    const db = openDatabase(join(temporaryFolder(), 'case.db'), { key: null });
    let backups = 0;
    const count = (): void => void (backups += 1);
    migrate(db, [step(1, 'CREATE TABLE a (x INTEGER) STRICT')], count);
    expect(backups).toBe(0);
    migrate(db, [step(1, ''), step(2, 'CREATE TABLE b (x INTEGER) STRICT'), step(3, '')], count);
    expect(backups).toBe(1);
    expect(() => migrate(db, [step(1, '')], count)).toThrow('caseNewer');
    expect(backups).toBe(1);
    expect(shapeOf(db)).toBe(3);
    db.close();
  });
});

describe('backups', () => {
  it('are whole, encrypted as the case is, and only the newest are kept', async () => {
    const { store } = await newCase(PASSPHRASE);
    store.note('case.seen', {}, ACTOR);
    const paths = Array.from({ length: KEPT_BACKUPS + 2 }, (_, at) => backUp(store.db, store.folder, store.key, `2026-02-01T00:00:${String(at).padStart(2, '0')}Z`, 'test'));
    expect(readdirSync(join(store.folder, 'backups')).map((name) => join(store.folder, 'backups', name)).sort()).toEqual(paths.slice(2));
    const last = paths.at(-1)!;
    expect(() => openDatabase(last, { key: null })).toThrow('caseDamaged');
    const copy = openDatabase(last, { key: store.key });
    expect(copy.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(store.seq);
    copy.close();
  });
});
