import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Contents } from '../../../electron/case/db/contents';
import type { Arrival } from '../../../electron/case/shares/arrivals';
import { bytesOfName } from '../../../electron/case/shares/fileNames';
import { Looker } from '../../../electron/case/shares/looker';
import type { LookWord } from '../../../electron/case/shares/looker';
import { newCase, PASSPHRASE, smallDisk, temporaryFolder } from '../place';

const PATIENCE = { still: 1000, endless: 60_000, again: 5000, largest: 1024 ** 3 };
const open: Contents[] = [];
afterEach(() => { for (const each of open.splice(0)) each.close(); });

interface Looked {
  readonly root: string;
  readonly contents: Contents;
  readonly looker: Looker;
  readonly words: LookWord[];
  /** Goes on by so many milliseconds, and looks. */
  readonly pass: (milliseconds: number) => void;
  readonly state: (path: string) => string | undefined;
  readonly file: (path: string) => Arrival | undefined;
}

async function looking(folder?: string, watched = true): Promise<Looked> {
  const made = await newCase(PASSPHRASE, folder);
  const contents = Contents.open(made.store.folder, made.store.key);
  open.push(contents);
  const root = temporaryFolder();
  const words: LookWord[] = [];
  const files = new Map<string, Arrival>();
  let now = Date.parse('2026-03-01T10:00:00Z');
  const looker = new Looker({ folder: made.store.folder, root, watched, known: [], every: 3000, patience: PATIENCE }, contents, (word) => {
    words.push(word);
    if (word.kind === 'files') for (const each of word.files) files.set(each.path, each);
  }, () => false, () => now);
  return { root, contents, looker, words, pass: (milliseconds) => { now += milliseconds; looker.round(); }, state: (path) => files.get(path)?.state, file: (path) => files.get(path) };
}

/** Long enough for anything that stands still to be kept. */
const settle = ({ pass }: Looked): void => { for (let at = 0; at < 4; at += 1) pass(1100); };
const textOf = ({ contents, file }: Looked, path: string): string => {
  const { sha256, bytes } = file(path) ?? {};
  return contents.bytes(sha256 ?? '', bytes ?? 0).read(0, bytes ?? 0).toString();
};

test('a file that is written slowly is kept when it is whole, not before', async () => {
  const share = await looking();
  const path = join(share.root, 'lijst.csv');
  writeFileSync(path, 'naam\n');
  for (let at = 0; at < 10; at += 1) {
    share.pass(900);
    appendFileSync(path, `rij ${at}\n`);
    expect(share.state('lijst.csv')).toBe('arriving');
  }
  settle(share);
  expect(share.state('lijst.csv')).toBe('kept');
  expect(textOf(share, 'lijst.csv')).toMatch(/rij 9\n$/);
});

test('replaced in place, cut short, renamed over: the new bytes are kept, the old ones are told to be loose', async () => {
  const share = await looking();
  const path = join(share.root, 'lijst.csv');
  writeFileSync(path, 'eerste versie\n');
  settle(share);
  const first = share.file('lijst.csv')?.sha256;
  writeFileSync(path, 'tweede versie!\n');
  settle(share);
  expect(textOf(share, 'lijst.csv')).toBe('tweede versie!\n');
  expect(share.words.flatMap((word) => (word.kind === 'files' ? word.loose : []))).toContain(first);
  truncateSync(path, 6);
  settle(share);
  expect(textOf(share, 'lijst.csv')).toBe('tweede');
  writeFileSync(join(share.root, 'nieuw.tmp'), 'derde versie\n');
  share.pass(1100);
  expect(share.state('nieuw.tmp')).toBeUndefined();
  renameSync(join(share.root, 'nieuw.tmp'), path);
  settle(share);
  expect(textOf(share, 'lijst.csv')).toBe('derde versie\n');
});

test('other bytes under the same size and time are seen between the two readings', async () => {
  const share = await looking();
  const path = join(share.root, 'lijst.csv');
  const put = (text: string): void => { writeFileSync(path, text); utimesSync(path, 1_700_000_000, 1_700_000_000); };
  put('aaaa');
  share.pass(0);
  share.pass(1100);
  expect(share.state('lijst.csv')).toBe('checking');
  put('bbbb');
  share.pass(1100);
  expect(share.state('lijst.csv')).toBe('arriving');
  settle(share);
  expect(textOf(share, 'lijst.csv')).toBe('bbbb');
});

test('a file that goes before it is kept leaves nothing; one that goes afterwards stays kept', async () => {
  const share = await looking();
  const path = join(share.root, 'weg.csv');
  writeFileSync(path, 'half');
  share.pass(0);
  share.pass(1100);
  expect(share.state('weg.csv')).toBe('checking');
  const copied = share.file('weg.csv')?.copied;
  rmSync(path);
  share.pass(1100);
  expect(share.file('weg.csv')).toMatchObject({ state: 'gone', sha256: null });
  expect(share.words.flatMap((word) => (word.kind === 'files' ? word.loose : []))).toContain(copied);
  writeFileSync(path, 'heel');
  settle(share);
  rmSync(path);
  share.pass(1100);
  expect(share.state('weg.csv')).toBe('gone');
  expect(textOf(share, 'weg.csv')).toBe('heel');
});

test('a share that goes away is said to be away, its files stay as they were, and all goes on when it is back', async () => {
  const share = await looking();
  writeFileSync(join(share.root, 'a.csv'), 'a');
  settle(share);
  renameSync(share.root, `${share.root}.away`);
  share.pass(1100);
  expect(share.words.at(-1)).toMatchObject({ kind: 'looked', reached: false });
  expect(share.state('a.csv')).toBe('kept');
  renameSync(`${share.root}.away`, share.root);
  writeFileSync(join(share.root, 'b.csv'), 'b');
  settle(share);
  expect([share.state('a.csv'), share.state('b.csv')]).toEqual(['kept', 'kept']);
});

test('links, pipes and devices are passed over and counted; folders below are looked into', async () => {
  const share = await looking();
  writeFileSync(join(temporaryFolder(), 'x'), '');
  symlinkSync('/etc', join(share.root, 'etc'));
  symlinkSync('/etc/hostname', join(share.root, 'naam.csv'));
  symlinkSync(share.root, join(share.root, 'rond'));
  if (process.platform === 'linux') execFileSync('mkfifo', [join(share.root, 'pijp.csv')]);
  mkdirSync(join(share.root, 'diep', 'dieper'), { recursive: true });
  writeFileSync(join(share.root, 'diep', 'dieper', 'lijst.csv'), 'x');
  settle(share);
  expect(share.state('diep/dieper/lijst.csv')).toBe('kept');
  expect(share.state('naam.csv')).toBeUndefined();
  expect(share.words.findLast((word) => word.kind === 'looked')).toMatchObject({ passed: process.platform === 'linux' ? 4 : 3 });
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder and a file that may not be read are said, and read once they may be', async () => {
  const share = await looking();
  mkdirSync(join(share.root, 'dicht'));
  writeFileSync(join(share.root, 'dicht', 'a.csv'), 'a');
  writeFileSync(join(share.root, 'b.csv'), 'b');
  settle(share);
  chmodSync(join(share.root, 'dicht'), 0);
  chmodSync(join(share.root, 'b.csv'), 0);
  writeFileSync(join(share.root, 'c.csv'), 'c', { mode: 0 });
  settle(share);
  expect(share.state('dicht/a.csv')).toBe('kept');
  expect(share.state('c.csv')).toBe('unreadable');
  expect(share.words.findLast((word) => word.kind === 'looked')).toMatchObject({ closed: 1 });
  chmodSync(join(share.root, 'dicht'), 0o700);
  chmodSync(join(share.root, 'c.csv'), 0o600);
  share.pass(5000);
  settle(share);
  expect(share.state('c.csv')).toBe('kept');
});

test.skipIf(process.platform !== 'linux')('names of any bytes and any length are read and kept', async () => {
  const share = await looking();
  const names = [Buffer.from([0x6c, 0xff, 0xfe, 0x2e, 0x63, 0x73, 0x76]), Buffer.from('Liste d\u2019e\u0301te\u0301.csv'), Buffer.from('Liste d\u2019été.csv'), Buffer.from('تقرير \u202E.csv'), Buffer.from('🚢'.repeat(63)), Buffer.from('n'.repeat(255)), Buffer.from('naam. . .'), Buffer.from('twee\nregels'), Buffer.from('a\\b:c*?.csv')];
  names.forEach((name, at) => writeFileSync(Buffer.concat([Buffer.from(`${share.root}/`), name]), `inhoud ${at}`));
  settle(share);
  const files = share.words.flatMap((word) => (word.kind === 'files' ? word.files : []));
  for (const [at, name] of names.entries()) {
    const path = files.find((file) => bytesOfName(file.path).equals(name))?.path ?? 'missing';
    expect(share.state(path), name.toString()).toBe('kept');
    expect(textOf(share, path)).toBe(`inhoud ${at}`);
  }
});

test('five thousand files arrive in a few looks', async () => {
  const share = await looking();
  for (let at = 0; at < 5000; at += 1) writeFileSync(join(share.root, `bestand ${at}.csv`), `inhoud ${at}`);
  const started = Date.now();
  for (let at = 0; at < 6; at += 1) share.pass(1100);
  expect(share.words.flatMap((word) => (word.kind === 'files' ? word.files.filter((file) => file.state === 'kept') : []))).toHaveLength(5000);
  expect(Date.now() - started).toBeLessThan(60_000);
}, 120_000);

test('a share that is only browsed is listed, and copies what is asked for', async () => {
  const share = await looking(undefined, false);
  writeFileSync(join(share.root, 'a.csv'), 'a');
  writeFileSync(join(share.root, 'b.csv'), 'b');
  settle(share);
  share.looker.take({ kind: 'look' });
  settle(share);
  expect([share.state('a.csv'), share.state('b.csv')]).toEqual(['arriving', 'arriving']);
  share.looker.take({ kind: 'want', path: 'b.csv' });
  settle(share);
  expect([share.state('a.csv'), share.state('b.csv')]).toEqual(['arriving', 'kept']);
  expect(share.looker.round()).toBe(Infinity);
});

test('a full disk is said, harms nothing, and the copy is made when there is room', async () => {
  const disk = smallDisk('300m');
  if (disk === null) return;
  const share = await looking(join(disk, 'Proef.knoop'));
  writeFileSync(join(share.root, 'groot.bin'), Buffer.alloc(80 * 1024 * 1024, 'x'));
  settle(share);
  expect(share.state('groot.bin')).toBe('noRoom');
  expect(share.contents.hashes()).toEqual([]);
  writeFileSync(join(share.root, 'groot.bin'), 'klein');
  settle(share);
  expect(share.state('groot.bin')).toBe('kept');
});

test('what a stop in the middle of a copy left does not count as kept, and is written anew', async () => {
  const share = await looking();
  const bytes = Buffer.alloc(20 * 1024 * 1024, 'abcdefg');
  const held = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length), close: () => undefined };
  const sha256 = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex');
  expect(() => share.contents.keep(sha256, held, (done) => { if (done > 15 * 1024 * 1024) throw new Error('stopped'); })).toThrow('stopped');
  expect(share.contents.has(sha256)).toBe(false);
  share.contents.keep(sha256, held, () => undefined);
  expect(share.contents.has(sha256)).toBe(true);
  expect(share.contents.bytes(sha256, bytes.length).read(0, bytes.length).equals(bytes)).toBe(true);
  while (share.contents.removeSome(sha256)) expect(share.contents.has(sha256)).toBe(false);
  expect(share.contents.hashes()).toEqual([]);
});
