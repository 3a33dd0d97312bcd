import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { build } from 'vite';
import type { ShareFileView } from '../../../shared/contract/sharing';
import { Contents } from '../../../electron/case/db/contents';
import { previewImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { shareFiles } from '../../../electron/case/queries/shareFiles';
import { Shares } from '../../../electron/case/shares/shares';
import type { Rhythm, ShareChanged } from '../../../electron/case/shares/shares';
import type { CaseStore } from '../../../electron/case/store';
import { importPlanSchema } from '../../../shared/mapping/recordPlan';
import { ACTOR, newCase, openAgain, PASSPHRASE, temporaryFolder } from '../place';
import { closeCase } from '../../../electron/case/life';

const root = join(import.meta.dirname, '..', '..', '..');
const QUICK: Rhythm = { every: 60, patience: { still: 150, endless: 60_000, again: 300, largest: 1024 ** 3 } };
let built = '';
let hanging = '';
const running: Shares[] = [];

beforeAll(async () => {
  // Below the checkout, so that the worker finds better-sqlite3.
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'shares-'));
  await build({ configFile: join(root, 'electron', 'vite.config.ts'), mode: 'case', logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
  hanging = join(built, 'hanging.cjs');
  writeFileSync(hanging, "require('node:worker_threads').parentPort.postMessage({ kind: 'beat' }); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);");
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));
afterEach(async () => { for (const each of running.splice(0)) await each.stop(); });

function sharesOf(store: CaseStore, rhythm = QUICK, worker = join(built, 'workers', 'share.cjs')): { shares: Shares; changes: ShareChanged[] } {
  const changes: ShareChanged[] = [];
  const shares = new Shares(store, (change) => changes.push(change), rhythm, worker);
  shares.start();
  running.push(shares);
  return { shares, changes };
}

const filesOf = (store: CaseStore, show: 'all' | 'new' | 'dismissed' = 'all'): readonly ShareFileView[] => shareFiles(store.db, { show, limit: 20_000 }).files;
const until = (holds: () => unknown): Promise<unknown> => vi.waitUntil(holds, { timeout: 15_000, interval: 30 });
const isKept = (store: CaseStore, name: string): boolean => filesOf(store).some((file) => file.name === name && file.state === 'kept');
function hashesOf(store: CaseStore): string[] {
  const contents = Contents.open(store.folder, store.key);
  try {
    return contents.hashes();
  } finally {
    contents.close();
  }
}

/** Imports what a share brought, as the page does. */
async function take(store: CaseStore, shares: Shares, id: string, path: string): Promise<string> {
  const { token } = shares.take(id, path);
  const document = shares.document(token);
  if (document === null) throw new Error('no document');
  const preview = await previewImport(store.db, store.catalogue, document, {}, {}, store);
  store.importing = true;
  const report = await runImport(store, { document, mapping: importPlanSchema.parse(preview.proposal), recipe: null, again: preview.alreadyImported !== null, actor: ACTOR }, UNWATCHED);
  store.importing = false;
  store.reload();
  return report.source;
}

test('a file of a share is kept encrypted, announced once, and imported from what is kept even when it has gone', async () => {
  const { store } = await newCase(PASSPHRASE);
  const { shares, changes } = sharesOf(store);
  const folder = temporaryFolder();
  const id = await shares.add(folder, 'Douane', true);
  writeFileSync(join(folder, 'lijst.csv'), 'Kenteken;Merk\n1-ABC-001;Volvo\n');
  await until(() => isKept(store, 'lijst.csv'));
  expect(changes.filter((change) => change.arrived.includes('lijst.csv'))).toHaveLength(1);
  expect(shares.list()).toMatchObject([{ id, name: 'Douane', watched: true, reach: 'reached', files: 1, fresh: 1 }]);
  rmSync(join(folder, 'lijst.csv'));
  await until(() => filesOf(store)[0]?.state === 'gone');
  expect(filesOf(store, 'new')).toMatchObject([{ name: 'lijst.csv', kept: true, importedAs: null }]);
  const source = await take(store, shares, id, 'lijst.csv');
  expect(filesOf(store)).toMatchObject([{ importedAs: { id: source, title: 'lijst.csv' } }]);
  expect(filesOf(store, 'new')).toEqual([]);
  expect(shares.list()).toMatchObject([{ fresh: 0 }]);
}, 60_000);

test('the same bytes elsewhere are known, and later versions point at the source that they follow', async () => {
  const { store } = await newCase(null);
  const { shares } = sharesOf(store);
  const folder = temporaryFolder();
  const id = await shares.add(folder, 'Douane', true);
  writeFileSync(join(folder, 'lijst 1 mei.csv'), 'Kenteken;Merk\n1-ABC-001;Volvo\n');
  await until(() => isKept(store, 'lijst 1 mei.csv'));
  const source = await take(store, shares, id, 'lijst 1 mei.csv');
  mkdirSync(join(folder, 'kopie'));
  writeFileSync(join(folder, 'kopie', 'andere naam.csv'), 'Kenteken;Merk\n1-ABC-001;Volvo\n');
  writeFileSync(join(folder, 'lijst 8 mei.csv'), 'Kenteken;Merk\n1-ABC-002;Volvo\n');
  writeFileSync(join(folder, 'lijst 1 mei.csv'), 'Kenteken;Merk\n1-ABC-003;Volvo\n');
  await until(() => ['andere naam.csv', 'lijst 8 mei.csv'].every((name) => isKept(store, name)) && filesOf(store).find((file) => file.name === 'lijst 1 mei.csv' && file.state === 'kept')?.importedAs === null);
  const of = (name: string) => filesOf(store).find((file) => file.name === name);
  expect(of('andere naam.csv')).toMatchObject({ folder: 'kopie', importedAs: { id: source } });
  expect(of('lijst 8 mei.csv')).toMatchObject({ importedAs: null, earlier: { id: source, why: 'series' } });
  expect(of('lijst 1 mei.csv')).toMatchObject({ importedAs: null, earlier: { id: source, why: 'path' } });
}, 60_000);

test('what is dismissed or goes with its share leaves the case, unless a source rests on it', async () => {
  const { store } = await newCase(PASSPHRASE);
  const { shares } = sharesOf(store);
  const folder = temporaryFolder();
  const id = await shares.add(folder, 'Douane', true);
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.csv`), `Kenteken\n1-ABC-00${name.charCodeAt(0) % 10}\n`);
  await until(() => ['a.csv', 'b.csv', 'c.csv'].every((name) => isKept(store, name)));
  expect(hashesOf(store)).toHaveLength(3);
  const source = await take(store, shares, id, 'a.csv');
  shares.dismiss(id, 'b.csv');
  await until(() => hashesOf(store).length === 2);
  expect(filesOf(store, 'dismissed')).toMatchObject([{ name: 'b.csv', kept: false }]);
  expect(() => shares.take(id, 'b.csv')).toThrow(expect.objectContaining({ code: 'fileNotKept' }));
  // Wanted after all.
  shares.fetch(id, 'b.csv');
  await until(() => hashesOf(store).length === 3 && isKept(store, 'b.csv'));
  shares.remove(id);
  await until(() => hashesOf(store).length === 1);
  expect(store.db.prepare('SELECT sha256 FROM source WHERE id = ?').pluck().get(source)).toBe(hashesOf(store)[0]);
  expect(shares.list()).toEqual([]);
  expect(filesOf(store)).toEqual([]);
}, 60_000);

test('a share that goes away in the middle is said to be away, and goes on when it is back; so does the next session', async () => {
  const made = await newCase(PASSPHRASE);
  const { store } = made;
  const { shares } = sharesOf(store);
  const folder = temporaryFolder();
  await shares.add(folder, 'Douane', true);
  writeFileSync(join(folder, 'a.csv'), 'x;y\n1;2\n');
  await until(() => isKept(store, 'a.csv'));
  renameSync(folder, `${folder}.away`);
  await until(() => shares.list()[0]?.reach === 'away');
  expect(filesOf(store)).toMatchObject([{ state: 'kept' }]);
  renameSync(`${folder}.away`, folder);
  await until(() => shares.list()[0]?.reach === 'reached');
  expect(await shares.stop()).toBe(true);
  running.length = 0;
  closeCase(made);
  writeFileSync(join(folder, 'b.csv'), 'x;y\n3;4\n');
  const again = (await openAgain(store.folder, PASSPHRASE)).store;
  const next = sharesOf(again);
  await until(() => isKept(again, 'b.csv'));
  expect(next.changes.flatMap((change) => change.arrived)).toEqual(['b.csv']);
  expect(filesOf(again)).toHaveLength(2);
}, 60_000);

test('while an import writes nothing is noted, and all of it afterwards', async () => {
  const { store } = await newCase(null);
  const { shares } = sharesOf(store);
  const folder = temporaryFolder();
  await shares.add(folder, 'Douane', true);
  store.importing = true;
  writeFileSync(join(folder, 'a.csv'), 'x;y\n1;2\n');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(filesOf(store)).toEqual([]);
  expect(() => shares.change(shares.list()[0]?.id ?? '', { watched: false })).toThrow(expect.objectContaining({ code: 'importRunning' }));
  store.importing = false;
  await until(() => isKept(store, 'a.csv'));
}, 60_000);

test('a share that hangs is said to be silent, the case goes on, and closing does not wait for it', async () => {
  const { store } = await newCase(null);
  const { shares } = sharesOf(store, { ...QUICK, silence: 300 }, hanging);
  await shares.add(temporaryFolder(), 'Douane', true);
  await until(() => shares.list()[0]?.reach === 'silent');
  expect(store.note('case.opened', {}, ACTOR)).toBeGreaterThan(1);
  const started = Date.now();
  const ended = await shares.stop();
  running.length = 0;
  expect(ended).toBe(false);
  expect(Date.now() - started).toBeLessThan(2400);
}, 60_000);

test('folders inside the case, around it, twice, through a link, or gone are refused', async () => {
  const { store } = await newCase(null);
  const { shares } = sharesOf(store);
  await expect(shares.add(join(store.folder, 'backups'), 'x', true)).rejects.toMatchObject({ code: 'shareInsideCase' });
  await expect(shares.add(dirname(store.folder), 'x', true)).rejects.toMatchObject({ code: 'shareInsideCase' });
  const folder = temporaryFolder();
  symlinkSync(store.folder, join(folder, 'link'));
  await expect(shares.add(join(folder, 'link'), 'x', true)).rejects.toMatchObject({ code: 'shareInsideCase' });
  await shares.add(folder, 'x', true);
  await expect(shares.add(folder, 'x', true)).rejects.toMatchObject({ code: 'shareTwice' });
  await expect(shares.add(join(folder, 'nergens'), 'x', true)).rejects.toMatchObject({ code: 'fileNotFound' });
  expect(() => shares.remove('0190a000-0000-7000-8000-00000000ffff')).toThrow(expect.objectContaining({ code: 'shareNotFound' }));
}, 60_000);
