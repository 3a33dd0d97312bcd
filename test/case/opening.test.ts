import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/case/db/database';
import { shapeOf } from '../../electron/case/db/migrate';
import { isOnNetwork } from '../../electron/case/folder';
import { verifyJournal } from '../../electron/case/journal';
import { closeCase, createCase } from '../../electron/case/life';
import { inspectFolder } from '../../electron/main/caseFolder';
import { SHAPE } from '../../electron/case/migrations';
import { ACTOR, CHEAP, newCase, openAgain, PASSPHRASE, smallDisk, temporaryFolder } from './place';
import { SAID, values } from './sample';

const binding = process.env['KNOOP_SQLITE_BINDING'];
const plain = (file: string): InstanceType<typeof Sqlite> => new Sqlite(file, binding ? { nativeBinding: binding } : {});

async function closedCase(passphrase: string | null = null): Promise<string> {
  const made = await newCase(passphrase);
  for (let step = 0; step < 20; step += 1) made.store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: `Naam ${step}` }), ...SAID } }, ACTOR);
  closeCase(made);
  return made.store.folder;
}

describe('opening', () => {
  it('keeps what was committed over a restart, encrypted or not', async () => {
    for (const passphrase of [null, PASSPHRASE]) {
      const { store } = await openAgain(await closedCase(passphrase), passphrase);
      expect(store.db.prepare('SELECT count(*) FROM entity').pluck().get()).toBe(20);
      expect(store.history().undo).toMatchObject({ command: 'entity.create', label: { type: 'person' } });
    }
  });

  it('holds every connection to durable settings', async () => {
    const { store } = await newCase(PASSPHRASE);
    const second = openDatabase(join(store.folder, 'case.db'), { key: store.key });
    for (const db of [store.db, second]) {
      expect(Object.fromEntries(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'secure_delete', 'temp_store'].map((pragma) => [pragma, db.pragma(pragma, { simple: true })])))
        .toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, secure_delete: 1, temp_store: 2 });
    }
    second.close();
  });

  it('refuses what is no case, each with its own reason', async () => {
    const place = temporaryFolder();
    await expect(openAgain(join(place, 'Weg.knoop'))).rejects.toThrow('caseNotFound');
    await expect(openAgain(place)).rejects.toThrow('notACase');
    writeFileSync(join(place, 'bestand'), 'x');
    await expect(openAgain(join(place, 'bestand'))).rejects.toThrow('notACase');
    const other = plain(join(place, 'case.db'));
    other.exec('CREATE TABLE t (a)');
    other.close();
    await expect(openAgain(place)).rejects.toThrow('notACase');
    expect(readdirSync(place).sort()).toEqual(['bestand', 'case.db']);
  });

  it.each([['an empty file', 0], ['half a file', 0.5], ['all but the last page', 0.95]])('says that a case is damaged: %s', async (_name, part) => {
    for (const passphrase of [null, PASSPHRASE]) {
      const folder = await closedCase(passphrase);
      const file = join(folder, 'case.db');
      truncateSync(file, Math.floor((statSync(file).size * part) / 4096) * 4096);
      const bytes = readFileSync(file);
      await expect(openAgain(folder, passphrase)).rejects.toMatchObject({ code: 'caseDamaged', details: { file: 'case.db' } });
      expect(readFileSync(file).equals(bytes)).toBe(true);
      expect(existsSync(join(folder, 'lock.json'))).toBe(false);
    }
  });

  it('says that a case is damaged when its file is gone from beside its keys', async () => {
    const folder = await closedCase();
    execFileSync('rm', [join(folder, 'case.db')]);
    await expect(openAgain(folder)).rejects.toThrow('caseDamaged');
  });

  it('finds a page that was overwritten, after an unclean stop', async () => {
    const folder = await closedCase();
    const file = join(folder, 'case.db');
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length - 3 * 4096, bytes.length - 2 * 4096);
    writeFileSync(file, bytes);
    writeFileSync(join(folder, 'lock.json'), '{"pid":');
    await expect(openAgain(folder)).rejects.toThrow('caseDamaged');
  });

  it('refuses a case of a newer version and leaves it as it is', async () => {
    const folder = await closedCase();
    const db = openDatabase(join(folder, 'case.db'), { key: null });
    db.pragma(`user_version = ${SHAPE + 1}`);
    db.close();
    await expect(openAgain(folder)).rejects.toMatchObject({ code: 'caseNewer', details: { found: SHAPE + 1, known: SHAPE } });
    const again = openDatabase(join(folder, 'case.db'), { key: null });
    expect(shapeOf(again)).toBe(SHAPE + 1);
    again.close();
  });

  it('is refused while the case is open, and names who has it', async () => {
    const { store } = await newCase();
    await expect(openAgain(store.folder)).rejects.toMatchObject({ code: 'caseLocked', details: { owner: ACTOR.name, host: hostname() } });
  });

  it('never takes a lock from another machine, but takes over one whose process is gone', async () => {
    const folder = await closedCase();
    const lock = { pid: 2 ** 22 - 1, host: 'WS-KAAI-7', user: 'S. Haddad', at: '2026-02-01T00:00:00Z', started: '' };
    writeFileSync(join(folder, 'lock.json'), JSON.stringify(lock));
    await expect(openAgain(folder)).rejects.toMatchObject({ code: 'caseLocked', details: { owner: 'S. Haddad', host: 'WS-KAAI-7' } });
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ ...lock, host: hostname() }));
    const open = await openAgain(folder);
    expect(open.recovered).toBe(true);
    closeCase(open);
    const next = await openAgain(folder);
    expect(next.recovered).toBe(false);
  });

  it('does not take a new process for the one that held the lock', async ({ skip }) => {
    if (process.platform !== 'linux') skip('only Linux tells when a process was started');
    const folder = await closedCase();
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, host: hostname(), user: 'X', at: '', started: '1' }));
    expect((await openAgain(folder)).recovered).toBe(true);
  });

  it('refuses a share', () => {
    expect(isOnNetwork('/case', () => 0x6969, 'linux')).toBe(true);
    expect(isOnNetwork('/case', () => -11317950, 'linux')).toBe(true);
    expect(isOnNetwork('/case', () => 0xef53, 'linux')).toBe(false);
    expect(isOnNetwork('\\\\server\\zaak', () => 0, 'win32')).toBe(true);
    expect(isOnNetwork('C:\\zaak', () => 0, 'win32')).toBe(false);
  });

  it('says that a folder is read-only, and can be repeated once it is not', async ({ skip }) => {
    const place = smallDisk('8m');
    if (place === null) return skip('a disk cannot be mounted here');
    const made = await newCase(PASSPHRASE, join(place, 'Proef.knoop'));
    closeCase(made);
    execFileSync('mount', ['-o', 'remount,ro', place]);
    await expect(openAgain(made.store.folder, PASSPHRASE)).rejects.toThrow('folderReadOnly');
    await expect(newCase(null, join(place, 'Ander.knoop'))).rejects.toThrow('folderReadOnly');
    execFileSync('mount', ['-o', 'remount,rw', place]);
    expect((await openAgain(made.store.folder, PASSPHRASE)).recovered).toBe(false);
  });

  it('says that the disk is full, loses nothing that was acknowledged, and goes on when there is room', async ({ skip }) => {
    const place = smallDisk('3m');
    if (place === null) return skip('a disk cannot be mounted here');
    const made = await newCase(PASSPHRASE, join(place, 'Proef.knoop'));
    let acknowledged = 0;
    let failure: unknown = null;
    const add = (): void => {
      made.store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: `Naam ${acknowledged}`.padEnd(2000, 'x') }), ...SAID } }, ACTOR);
      acknowledged += 1;
    };
    try {
      while (acknowledged < 2000) add();
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ code: 'diskFull' });
    expect(acknowledged).toBeGreaterThan(5);
    const count = 'SELECT count(*) FROM entity WHERE seq_retracted IS NULL';
    expect(made.store.db.prepare(count).pluck().get()).toBe(acknowledged);
    execFileSync('mount', ['-o', 'remount,size=24m', place]);
    add();
    closeCase(made);
    const { store } = await openAgain(made.store.folder, PASSPHRASE);
    expect(store.db.prepare(count).pluck().get()).toBe(acknowledged);
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyJournal(store.db).ok).toBe(true);
  });
});

describe('creating', () => {
  it('leaves nothing behind where it cannot be done', async ({ skip }) => {
    const place = smallDisk('128k');
    if (place === null) return skip('a disk cannot be mounted here');
    await expect(newCase(PASSPHRASE, join(place, 'Proef.knoop'))).rejects.toThrow('diskFull');
    expect(readdirSync(place)).toEqual([]);
  });

  it('does not touch a folder that has something in it', async () => {
    const folder = join(temporaryFolder(), 'Vol.knoop');
    mkdirSync(folder);
    closeSync(openSync(join(folder, 'notities.txt'), 'w'));
    await expect(newCase(null, folder)).rejects.toMatchObject({ code: 'caseExists', details: { name: 'Vol.knoop' } });
    expect(readdirSync(folder)).toEqual(['notities.txt']);
    const made = await createCase(join(folder, '..', 'Leeg.knoop'), { name: 'Leeg', reference: '', secrets: { passphrase: PASSPHRASE }, cost: CHEAP }, ACTOR);
    closeCase(made);
    expect(await inspectFolder(made.store.folder)).toEqual({ name: 'Leeg', encrypted: true });
  });
});
