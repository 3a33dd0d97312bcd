import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { encryptionKeyOf, signed } from '../../../electron/case/bundles/identity';
import { openBundle } from '../../../electron/case/bundles/opened';
import { CASE, MANIFEST, openPayload, packed, SIGNATURE } from '../../../electron/case/bundles/payload';
import type { Member } from '../../../electron/case/bundles/payload';
import { sealed, unsealed } from '../../../electron/case/bundles/sealing';
import { BundleRows } from '../../../electron/case/bundles/rows';
import { openFileBytes } from '../../../electron/case/importers/bytes';
import { MIGRATIONS } from '../../../electron/case/migrations';
import type { BundleManifest } from '../../../shared/model/bundle';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { LIGHT, newKeys, Party } from './party';

let folder: string;
let a: Party;
let b: Party;
let good: { manifest: BundleManifest; db: Buffer; file: Buffer };

const open = (path: string, passphrase: string | null = null): Promise<{ close(): void }> => openBundle(path, { keys: b.keys, passphrase }, () => undefined);
const into = (bytes: Uint8Array): string => {
  const path = join(folder, `${randomBytes(6).toString('hex')}.knoopx`);
  writeFileSync(path, bytes);
  return path;
};
async function collected(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
const seal = async (payload: ReadableStream<Uint8Array>): Promise<string> => into(await collected(await sealed(payload, { kind: 'keys', keys: [b.key] }, a.key)));
const member = (name: string, bytes: Uint8Array): Member => ({ name, pieces: () => [bytes] });
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A bundle of what a forger with keys of their own chooses: rightly signed, hashed and sealed. */
async function forged(db: Buffer, change: (manifest: BundleManifest) => unknown = (manifest) => manifest, more: readonly Member[] = []): Promise<string> {
  const manifest = Buffer.from(JSON.stringify(change({ ...good.manifest, files: [{ name: CASE, bytes: db.length, sha256: hashOf(db) }] })));
  return seal(packed([member(MANIFEST, manifest), member(SIGNATURE, signed(a.keys, manifest)), member(CASE, db), ...more]));
}

/** The good case after somebody worked on it with a tool of their own. */
function altered(work: (db: Sqlite.Database) => void): Buffer {
  const db = new Sqlite(good.db, process.env['KNOOP_SQLITE_BINDING'] === undefined ? {} : { nativeBinding: process.env['KNOOP_SQLITE_BINDING'] });
  db.unsafeMode(true);
  work(db);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'knoop-bundle-'));
  a = await Party.make('A', folder);
  b = await Party.make('B', folder);
  const [one, other] = [a.person('Een'), a.person('Ander')];
  a.tie(one, other);
  const path = await a.send(b);
  const bytes = openFileBytes(path);
  const { payload } = await unsealed(bytes, 'x', { keys: b.keys, passphrase: null }, () => undefined);
  bytes.close();
  const opened = await openPayload(payload, 'x', () => undefined);
  good = { manifest: opened.manifest, db: await opened.file(CASE), file: readFileSync(path) };
});
afterAll(() => {
  a.close();
  b.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a bundle that is opened', () => {
  test('is whole when nobody touched it, also when rebuilt', async () => {
    (await open(into(good.file))).close();
    (await open(await forged(good.db))).close();
  });

  test('shows each of 1,000 changes of one byte', async () => {
    const path = join(folder, 'flipped.knoopx');
    const step = good.file.length / 1000;
    let found = 0;
    for (let count = 0; count < 1000; count += 1) {
      const at = Math.floor(count * step);
      const bytes = Buffer.from(good.file);
      bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << (count % 8)), at);
      writeFileSync(path, bytes);
      await open(path).then((bundle) => bundle.close(), (error: unknown) => {
        if (['bundleDamaged', 'bundleNotForUs', 'wrongPassphrase'].includes((error as { code?: string }).code ?? '')) found += 1;
      });
    }
    expect(found).toBe(1000);
  }, 120_000);

  test.each([0.001, 0.1, 0.5, 0.9, 0.999])('is refused when only %s of it came', async (part) => {
    await expect(open(into(good.file.subarray(0, Math.max(1, Math.floor(good.file.length * part)))))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('is refused with something after its end, when it is another kind of file, and when it is empty', async () => {
    await expect(open(into(Buffer.concat([good.file, Buffer.from('more')])))).rejects.toMatchObject({ code: 'bundleDamaged' });
    await expect(open(into(Buffer.from('PK\u0003\u0004 not this')))).rejects.toMatchObject({ code: 'bundleDamaged' });
    await expect(open(into(Buffer.alloc(0)))).rejects.toMatchObject({ code: 'fileEmpty' });
  });

  test('is refused for whom it is not, and under another passphrase', async () => {
    const stranger = await newKeys();
    await expect(openBundle(into(good.file), { keys: stranger, passphrase: null }, () => undefined)).rejects.toMatchObject({ code: 'bundleNotForUs' });
    const closed = into(await collected(await sealed(new Blob(['x']).stream(), { kind: 'passphrase', passphrase: 'kaaien en dokken' }, await encryptionKeyOf(a.keys), LIGHT)));
    await expect(open(closed, 'dokken en kaaien')).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await expect(open(closed, 'kaaien en dokken')).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('is refused when signed by another than it says', async () => {
    const other = await newKeys();
    const manifest = Buffer.from(JSON.stringify({ ...good.manifest, files: [{ name: CASE, bytes: good.db.length, sha256: hashOf(good.db) }] }));
    const path = await seal(packed([member(MANIFEST, manifest), member(SIGNATURE, signed(other, manifest)), member(CASE, good.db)]));
    await expect(open(path)).rejects.toMatchObject({ code: 'bundleSignature' });
    // One sign of the manifest changed, and the old signature kept.
    const changed = Buffer.from(manifest.toString('utf8').replace('operational', 'operationaL'));
    await expect(open(await seal(packed([member(MANIFEST, changed), member(SIGNATURE, signed(a.keys, manifest)), member(CASE, good.db)])))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('is refused when a file is not what its hash says', async () => {
    await expect(open(await forged(good.db, (manifest) => ({ ...manifest, files: [{ name: CASE, bytes: good.db.length, sha256: hashOf(Buffer.from('other')) }] })))).rejects.toMatchObject({ code: 'bundleDamaged' });
    await expect(open(await forged(good.db, (manifest) => ({ ...manifest, files: [{ name: CASE, bytes: good.db.length - 1, sha256: hashOf(good.db) }] })))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test.each([
    ['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON statement BEGIN DELETE FROM entity; END'],
    ['a view', 'CREATE VIEW evil AS SELECT * FROM entity'],
    ['a virtual table', "CREATE VIRTUAL TABLE evil USING fts5 (body)"],
    ['an index on an expression', 'CREATE INDEX evil ON entity (lower(caption))'],
    ['a table more', 'CREATE TABLE evil (a TEXT)'],
    ['a table less', 'DROP TABLE annotation'],
    ['one trigger of ours less', 'DROP TRIGGER journal_no_delete'],
    ['a column more', 'ALTER TABLE chart ADD COLUMN evil TEXT'],
  ])('is refused with %s', async (_what, sql) => {
    await expect(open(await forged(altered((db) => db.exec(sql))))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('is refused with one of our tables under another definition', async () => {
    const db = altered((each) => {
      each.pragma('writable_schema = ON');
      each.prepare("UPDATE sqlite_schema SET sql = replace(sql, 'key TEXT PRIMARY KEY', 'key ANY PRIMARY KEY') WHERE name = 'meta'").run();
    });
    await expect(open(await forged(db))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('of a newer Knoop says so, and one that is no case is refused', async () => {
    await expect(open(await forged(altered((db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`))))).rejects.toMatchObject({ code: 'bundleNewer' });
    await expect(open(await forged(good.db, (manifest) => ({ ...manifest, version: 2 })))).rejects.toMatchObject({ code: 'bundleNewer' });
    await expect(open(await forged(altered((db) => db.pragma('application_id = 1'))))).rejects.toMatchObject({ code: 'bundleDamaged' });
    await expect(open(await forged(Buffer.from('SQLite format 3\u0000 and nothing more')))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test.each(['../case.db', '/etc/passwd', 'documents/../../x', 'documents\\..\\x', `documents/${'a'.repeat(64)}`])('is refused with a member called %s', async (name) => {
    const zip = new ZipFile();
    const manifest = Buffer.from(JSON.stringify({ ...good.manifest, files: [{ name: CASE, bytes: good.db.length, sha256: hashOf(good.db) }] }));
    const neutral = 'x'.repeat(name.length);
    for (const [each, bytes] of [[MANIFEST, manifest], [SIGNATURE, signed(a.keys, manifest)], [CASE, good.db], [neutral, Buffer.from('x')]] as const) zip.addBuffer(bytes, each);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    const payload = Buffer.from(Buffer.concat(pieces).toString('latin1').replaceAll(neutral, name), 'latin1');
    await expect(open(await seal(new Blob([new Uint8Array(payload)]).stream()))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test('is refused when its manifest names what is no hash, and when it holds more than it names', async () => {
    const evil = Buffer.from('x');
    const names = (name: string) => (manifest: BundleManifest): unknown => ({ ...manifest, files: [...manifest.files, { name, bytes: 1, sha256: hashOf(evil) }] });
    for (const name of ['documents/passwd', '../x', 'CASE.DB']) await expect(open(await forged(good.db, names(name), [member(name === '../x' ? 'y' : name, evil)]))).rejects.toMatchObject({ code: 'bundleDamaged' });
    await expect(open(await forged(good.db, (manifest) => manifest, [member('extra', evil)]))).rejects.toMatchObject({ code: 'bundleDamaged' });
  });

  test.each([
    ['a statement whose values are none', `UPDATE statement SET "values" = '{"name":"x"}'`],
    ['a statement that is no JSON', `UPDATE statement SET "values" = '{'`],
    ['an id that is none', "UPDATE entity SET id = 'x' WHERE n = 1"],
    ['a grading that is none', "UPDATE source SET grading = '[]'"],
    ['a statement about nothing', 'UPDATE statement SET subject = 999'],
  ])('is refused at %s, and nothing of it comes in', async (_what, sql) => {
    const path = await forged(altered((db) => db.exec(sql)));
    const opened = await openBundle(path, { keys: b.keys, passphrase: null }, () => undefined);
    expect(() => {
      const rows = new BundleRows(opened.db as Sqlite.Database, 'x');
      for (const each of [rows.sources(), rows.entities(), rows.links(), rows.statements(), rows.judgements()]) for (const _row of each);
    }).toThrow('bundleDamaged');
    opened.close();
    await expect(b.take(path)).rejects.toMatchObject({ code: 'bundleDamaged' });
    expect(b.live('entity')).toEqual([]);
    expect(b.store.db.prepare('SELECT count(*) FROM taken_bundle').pluck().get()).toBe(0);
  });
});
