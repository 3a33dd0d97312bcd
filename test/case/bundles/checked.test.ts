import { Buffer } from 'node:buffer';
import { afterEach, expect, test } from 'vitest';
import type { Database } from 'better-sqlite3';
import { ZipFile } from 'yazl';
import { requireNothingWithheldIn } from '../../../electron/case/bundles/checked';
import { openInMemory } from '../../../electron/case/db/database';

const opened: Database[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

/** A database with an index of words, as a case has one, and the archive that holds it. */
async function payload(names: readonly string[]): Promise<{ db: Database; zip: Buffer }> {
  const db = openInMemory(null);
  opened.push(db);
  db.exec("CREATE TABLE said (name TEXT); CREATE VIRTUAL TABLE fulltext USING fts5 (body, content = '', contentless_delete = 1, prefix = '1 2 3 4')");
  for (const [at, name] of names.entries()) {
    db.prepare('INSERT INTO said VALUES (?)').run(name);
    db.prepare('INSERT INTO fulltext (rowid, body) VALUES (?, ?)').run(at + 1, name);
  }
  const zip = new ZipFile();
  zip.addBuffer(db.serialize(), 'case.db');
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return { db, zip: Buffer.concat(pieces) };
}

const search = async (names: readonly string[], withheld: readonly string[]): Promise<number> => {
  const { db, zip } = await payload(names);
  return requireNothingWithheldIn(zip, db, withheld, () => undefined);
};

test('the beginning of a word that may be read is no withheld word', async () => {
  expect(await search(['Roeland Van den Bossche', 'AMELAL Idris', 'AMELAL Driss'], ['Roel', 'Zwarte Zwaan', 'Bloemenveld'])).toBe(3);
});

test('a withheld word is found in what rows say, however short, and longer ones in any byte', async () => {
  for (const [names, withheld] of [[['gezien met Roel', 'x'], 'Roel'], [['Zwarte Zwaan'], 'zwarte  zwaan'], [['bloemenveld'], 'Bloemenveld']] as const) await expect(search(names, [withheld])).rejects.toMatchObject({ code: 'withheldFound' });
});
