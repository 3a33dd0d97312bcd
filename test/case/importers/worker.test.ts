import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { previewTableImport } from '../../../electron/case/importing';
import type { ImportRequest } from '../../../electron/case/importing';
import { Imports } from '../../../electron/case/importWorker';
import type { Progress } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

const root = join(import.meta.dirname, '..', '..', '..');
let built = '';

beforeAll(async () => {
  // Below the checkout, so that the worker finds better-sqlite3.
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'worker-'));
  await build({ configFile: join(root, 'electron', 'vite.config.ts'), mode: 'case', logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

async function request(store: CaseStore, rows: number): Promise<ImportRequest> {
  const path = join(temporaryFolder(), 'calls.csv');
  writeFileSync(path, ['A nummer;B nummer;Start', ...Array.from({ length: rows }, (_, at) => `+3247055${String(at % 10_000).padStart(4, '0')};+32470660000;01/02/2026 10:00`)].join('\n'));
  const document = { path, name: 'calls.csv' };
  return { document, mapping: (await previewTableImport(store.db, store.catalogue, document)).proposal, recipe: null, again: false, actor: ACTOR };
}

test('the worker imports while the case goes on answering and refuses changes', async () => {
  const { store } = await newCase(PASSPHRASE);
  const imports = new Imports(store, join(built, 'workers', 'import.cjs'));
  const seen: Progress[] = [];
  const running = imports.run('job', await request(store, 2000), (progress) => seen.push(progress));
  expect(() => store.execute({ command: 'chart.add', args: {} }, ACTOR)).toThrow();
  await expect(imports.run('other', await request(store, 1), () => undefined)).rejects.toMatchObject({ code: 'importRunning' });
  expect(await running).toMatchObject({ rows: 2000, linksAdded: 2000 });
  expect(seen.map((progress) => progress.phase)).toEqual(expect.arrayContaining(['hashing', 'reading', 'mapping', 'indexing']));
  expect(store.history().undo?.command).toBe('import.run');
  expect(store.importing).toBe(false);
}, 60_000);

test('a cancel reaches a busy worker and leaves nothing', async () => {
  const { store } = await newCase(PASSPHRASE);
  const imports = new Imports(store, join(built, 'workers', 'import.cjs'));
  const running = imports.run('job', await request(store, 60_000), (progress) => {
    if (progress.phase === 'mapping') imports.cancel('job');
  });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(store.db.prepare('SELECT count(*) FROM entity').pluck().get()).toBe(0);
  expect(store.history().undo).toBeNull();
}, 60_000);

test('a change by hand waits for a short import, and is made right after it', async () => {
  const { store } = await newCase(PASSPHRASE);
  const imports = new Imports(store, join(built, 'workers', 'import.cjs'));
  const order: string[] = [];
  const running = imports.run('job', await request(store, 500), () => undefined).then(() => order.push('import'));
  expect(() => store.note('too.early', {}, ACTOR)).toThrow();
  await imports.quiet(30_000);
  store.note('in.time', {}, ACTOR);
  order.push('change');
  await running;
  expect(store.history().undo?.command).toBe('import.run');
  expect(order).toContain('change');
  // Whoever will not wait that long gets the refusal that the store gives.
  const long = imports.run('long', await request(store, 60_000), () => undefined);
  await imports.quiet(1);
  expect(() => store.note('too.early', {}, ACTOR)).toThrow();
  imports.cancel('long');
  await expect(long).rejects.toMatchObject({ code: 'cancelled' });
  await imports.quiet(1);
}, 60_000);
