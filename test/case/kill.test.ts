import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../electron/case/journal';
import { closeCase } from '../../electron/case/life';
import { newCase, openAgain, PASSPHRASE, temporaryFolder } from './place';

const KILLS = 20;
let writer = '';

/** The writer as one file that plain Node runs, since the case's code is TypeScript. */
beforeAll(async () => {
  const outDir = join(import.meta.dirname, '..', '..', 'out', 'test', 'killed');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'killed', 'writer.ts'), outDir, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { external: ['better-sqlite3'], output: { format: 'es', entryFileNames: 'writer.mjs' } } },
  });
  writer = join(outDir, 'writer.mjs');
}, 60_000);

/** Lets the writer run until `ms` after its first acknowledged command, then kills it. Gives what it acknowledged. */
function killedAfter(folder: string, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let waiting = true;
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString('latin1');
      if (waiting) setTimeout(() => child.kill('SIGKILL'), ms);
      waiting = false;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => (signal === 'SIGKILL' ? resolve(said.split('\n').slice(0, -1)) : reject(new Error(`the writer ended by itself: ${code}`))));
  });
}

describe('a process that is killed', () => {
  it(`loses nothing that it acknowledged, ${KILLS} times over`, async () => {
    const made = await newCase(PASSPHRASE, join(temporaryFolder(), 'Proef.knoop'));
    const { folder } = made.store;
    closeCase(made);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      acknowledged.push(...(await killedAfter(folder, (kill * 37) % 190)));
      const open = await openAgain(folder, PASSPHRASE);
      const { db } = open.store;
      expect(open.recovered).toBe(true);
      const present = new Set(db.prepare<[], string>('SELECT id FROM entity WHERE seq_retracted IS NULL').pluck().all());
      const lost = acknowledged.filter((id) => !present.has(id));
      // The one thing that may be missing is a step caught between undo and redo.
      expect(lost.length).toBeLessThanOrEqual(open.store.history().redo === null ? 0 : 1);
      if (open.store.history().redo !== null) open.store.redo({ name: 'K. Peeters', service: '', workstation: '', version: '' });
      expect(verifyJournal(db)).toMatchObject({ ok: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.prepare("SELECT count(*) FROM entity e WHERE seq_retracted IS NULL AND (caption = '' OR NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = 'entity' AND s.subject = e.n))").pluck().get()).toBe(0);
      closeCase(open);
      expect(readdirSync(folder).sort()).toEqual(['backups', 'case.db', 'keys.json', 'sources.db']);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS);
  }, 180_000);
});
