import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { openAcross, type Across } from '../../../electron/case/across/store';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { WatchList } from '../../../shared/model/identity';
import { temporaryFolder } from '../place';

const newKeys = (): WorkstationKeys => ({ signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' });
const ID = '0190aaaa-0000-7000-8000-00000000000';
const list = (number: number, name: string): WatchList => ({
  id: `${ID}${number}`, name, owner: 'Douane', instruction: '', file: 'lijst.csv', sha256: 'a'.repeat(64), loadedAt: '2026-05-01T08:00:00.000Z', expires: null,
  entries: [{ kind: 'person', names: ['Jan Zwaardvis'], births: [], genders: [], places: [], identifiers: [], addresses: [], note: '', row: 2, number: 1 }],
});

const opened: Across[] = [];
const open = (folder: string, keys: WorkstationKeys): Across => {
  const across = openAcross(folder, keys);
  opened.push(across);
  return across;
};
afterEach(() => {
  for (const across of opened.splice(0)) across.close();
});

const damaged = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.damaged.db'));

test('what one process keeps, another with the same keys reads', () => {
  const folder = join(temporaryFolder(), 'across');
  const keys = newKeys();
  const one = open(folder, keys);
  const other = open(folder, keys);
  const before = other.version;
  one.putWatchList(list(1, 'Zaventem'));
  one.putWatchList(list(2, 'Antwerpen'));
  expect(other.version).not.toBe(before);
  expect(other.watchLists().map(({ name }) => name)).toEqual(['Antwerpen', 'Zaventem']);
  other.putWatchList(list(1, 'Brussel'));
  expect(other.removeWatchList(`${ID}2`)).toBe(true);
  expect(other.removeWatchList(`${ID}2`)).toBe(false);
  expect(one.watchLists().map(({ name }) => name)).toEqual(['Brussel']);
  expect(damaged(folder)).toEqual([]);
  expect(readdirSync(folder).filter((name) => !/^across\.db(-wal|-shm)?$/.test(name))).toEqual([]);
});

test('nothing of it stands in clear in its files', () => {
  const folder = join(temporaryFolder(), 'across');
  const across = open(folder, newKeys());
  across.putWatchList(list(1, 'Zaventem'));
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  for (const word of ['Zwaardvis', 'Zaventem', 'watch_list', 'SQLite format']) expect(bytes.includes(word), word).toBe(false);
});

test('hashes depend on kind, value and keys', () => {
  const keys = newKeys();
  const folder = temporaryFolder();
  const [one, same, other] = [open(join(folder, 'a'), keys), open(join(folder, 'b'), keys), open(join(folder, 'c'), newKeys())];
  const hash = one.hash('phone', '+32470000001');
  expect(same.hash('phone', '+32470000001')).toEqual(hash);
  for (const another of [one.hash('phone', '+32470000002'), one.hash('iban', '+32470000001'), other.hash('phone', '+32470000001')]) expect(another).not.toEqual(hash);
  expect(one.mark(`${ID}1`, 7)).not.toEqual(one.mark(`${ID}2`, 7));
});

test('a damaged store is put aside with what it held and made anew, and that is told once', () => {
  const folder = temporaryFolder();
  const keys = newKeys();
  const first = openAcross(folder, keys);
  first.putWatchList(list(1, 'Zaventem'));
  first.close();
  const bytes = readFileSync(join(folder, 'across.db'));
  bytes.fill(0x5a, 4096, 4200);
  writeFileSync(join(folder, 'across.db'), bytes);
  const second = open(folder, keys);
  const aside = damaged(folder);
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(folder, aside[0] ?? ''))).toEqual(bytes);
  expect(second.takeAside()).toBe(aside[0]);
  expect(second.takeAside()).toBeNull();
  expect(second.watchLists()).toEqual([]);
  expect(open(folder, keys).takeAside()).toBeNull();
});

test.each([['empty', Buffer.alloc(0)], ['cut', Buffer.alloc(700, 1)], ['foreign', Buffer.from('SQLite format 3\u0000 and then nothing that it should be')]])('an %s file is put aside', (_kind, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'across.db'), content);
  const across = open(folder, newKeys());
  expect(damaged(folder)).toHaveLength(1);
  across.putWatchList(list(1, 'Zaventem'));
  expect(across.watchLists()).toHaveLength(1);
});

test('other keys do not open it: it is put aside, and opens again with its own', () => {
  const folder = temporaryFolder();
  const keys = newKeys();
  const first = openAcross(folder, keys);
  first.putWatchList(list(1, 'Zaventem'));
  first.close();
  const other = open(folder, newKeys());
  const [aside = ''] = damaged(folder);
  expect(other.watchLists()).toEqual([]);
  other.close();
  rmSync(join(folder, 'across.db'));
  writeFileSync(join(folder, 'across.db'), readFileSync(join(folder, aside)));
  expect(open(folder, keys).watchLists()).toHaveLength(1);
});

test('damage that shows while it is used fails what was asked, and the next request finds a new store', () => {
  const folder = temporaryFolder();
  const keys = newKeys();
  const across = open(folder, keys);
  for (let number = 1; number < 9; number += 1) across.putWatchList(list(number, `Lijst ${'x'.repeat(150)}`));
  across.run((db) => db.pragma('wal_checkpoint(TRUNCATE)'));
  const bytes = readFileSync(join(folder, 'across.db'));
  bytes.fill(0x5a, 4096);
  writeFileSync(join(folder, 'across.db'), bytes);
  across.run((db) => db.pragma('shrink_memory'));
  expect(() => across.watchLists()).toThrow(expect.objectContaining({ code: 'workstationStoreDamaged' }));
  expect(damaged(folder)).toHaveLength(1);
  expect(across.watchLists()).toEqual([]);
});

test('a process whose store another one put aside goes on in the new one', () => {
  const folder = temporaryFolder();
  const keys = newKeys();
  const one = open(folder, keys);
  one.putWatchList(list(1, 'Zaventem'));
  const other = open(folder, newKeys());
  other.close();
  rmSync(join(folder, 'across.db'));
  const again = open(folder, keys);
  again.putWatchList(list(2, 'Brussel'));
  expect(one.watchLists().map(({ name }) => name)).toEqual(['Brussel']);
});

test('a mark is read again by the same keys, and one entity’s is never another’s', () => {
  const across = open(temporaryFolder(), newKeys());
  const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(fc.property(number, number, fc.constantFrom(`${ID}1`, `${ID}2`), (one, other, place) => {
    expect(across.entityOf(across.mark(place, one))).toBe(one);
    expect(across.mark(place, one).equals(across.mark(place, other))).toBe(one === other);
    expect(across.mark(`${ID}1`, one).equals(across.mark(`${ID}2`, one))).toBe(false);
  }), { numRuns: 200 });
});
