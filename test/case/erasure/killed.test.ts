import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { verifyJournal } from '../../../electron/case/journal';
import { closeCase } from '../../../electron/case/life';
import { newCase, openAgain, temporaryFolder } from '../place';
import { bringList, found, foundInDocuments } from './canaries';

let eraser = '';

beforeAll(async () => {
  const outDir = join(import.meta.dirname, '..', '..', '..', 'out', 'test', 'erasing');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'eraser.ts'), outDir, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { external: ['better-sqlite3'], output: { format: 'es', entryFileNames: 'eraser.mjs' } } },
  });
  eraser = join(outDir, 'eraser.mjs');
}, 60_000);

/** Erases in a process of its own and kills it `ms` after it has said `word`. Gives all that it said. */
function killed(folder: string, source: string, word: string, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [eraser, folder, source], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let waiting = true;
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString('latin1');
      if (!waiting || !said.split('\n').includes(word)) return;
      waiting = false;
      setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => (signal === 'SIGKILL' ? resolve(said.split('\n').slice(0, -1)) : reject(new Error(`the eraser ended by itself: ${code}`))));
  });
}

test('an erasure that is killed has not begun, or is finished by the next opening', async () => {
  const made = await newCase();
  const rows = ['Naam;GSM;Opmerking', ...Array.from({ length: 800 }, (_, at) => `Zwaardvischbek${at} Jan;+3247${String(1_000_000 + at)};kanarievogel`)];
  const source = await bringList(made.store, 'Onderzeeboot.csv', rows);
  closeCase(made);
  const ends = { before: 0, after: 0 };
  const moments: readonly (readonly [word: string, ms: number])[] = [['0', 0], ['0', 20], ['0', 60], ['1', 0], ['1', 10], ['2', 0], ['3', 5], ['done', 0]];
  for (const [word, ms] of moments) {
    const folder = join(temporaryFolder(), 'Proef.knoop');
    cpSync(made.store.folder, folder, { recursive: true });
    const said = await killed(folder, source, word, ms);
    const { store } = await openAgain(folder);
    const journalled = store.db.prepare("SELECT count(*) FROM journal WHERE command = 'case.erased'").pluck().get() === 1;
    if (said.includes('1')) expect(journalled).toBe(true);
    ends[journalled ? 'after' : 'before'] += 1;
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    if (journalled) {
      expect(found(folder)).toEqual([]);
      expect(foundInDocuments(store)).toEqual([]);
    } else {
      expect(found(folder).length).toBeGreaterThan(0);
      expect(foundInDocuments(store)).toHaveLength(1);
      expect(store.db.prepare('SELECT count(*) FROM statement WHERE seq_retracted IS NULL').pluck().get()).toBeGreaterThanOrEqual(800);
    }
    expect(verifyJournal(store.db)).toMatchObject({ ok: true });
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  }
  expect(ends.before).toBeGreaterThan(0);
  expect(ends.after).toBeGreaterThan(3);
}, 60_000);
