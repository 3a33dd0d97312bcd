/**
 * A million call records into a case: hashed, kept, mapped, written, indexed and searchable; beside it, in turns, the sqlite3 CLI's `.import` of
 * the same file into one bare, plain table. Each import in a process of its own, as the case process runs it.
 *
 *   node test/bench/run.mjs import [--rows=1000000] [--runs=3] [--window]
 *
 * Medians. "done" is when everything is durable, indexed and found; "settled" when the log's pages have also been moved into the database, which
 * holds nobody up. --window imports the same number of rows through the window, and tells how late the page is meanwhile.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { writeCalls } from './calls.mjs';
import { built } from './product.mjs';

export const name = 'import';

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const of = (list, key) => median(list.map((each) => each[key]));

/** Wall and processor seconds of the CLI's import; null where it is not installed. */
function competitor(folder, file) {
  if (spawnSync('sqlite3', ['-version']).status !== 0) return null;
  const database = join(folder, 'cli.db');
  const script = ['PRAGMA journal_mode=WAL;', 'CREATE TABLE calls (a, b, start, duration, cell);', '.mode csv', `.import --skip 1 "${file}" calls`].join('\n');
  const start = performance.now();
  const ran = spawnSync('sh', ['-c', 'sqlite3 "$0" > /dev/null; times', database], { input: script, encoding: 'utf8' });
  const wall = (performance.now() - start) / 1000;
  for (const ending of ['', '-wal', '-shm']) rmSync(database + ending, { force: true });
  const children = ran.stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  return { wall, cpu };
}

function ours(modules, folder, file, passphrase) {
  const place = join(folder, 'Bench.knoop');
  const ran = spawnSync(process.execPath, [fileURLToPath(new URL('importRun.mjs', import.meta.url)), modules, place, file, passphrase], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (ran.status !== 0) throw new Error('the import failed');
  const figures = { ...JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? ''), bytes: statSync(join(place, 'case.db')).size };
  rmSync(place, { recursive: true, force: true });
  return figures;
}

/** The phases that the import tells of, in seconds; one that comes twice is added up. */
function phasesOf(runs) {
  const [first] = runs;
  const names = [...new Set(first.phases.map(([phase]) => phase))];
  return names.map((phase) => `${phase} ${median(runs.map((each) => each.phases.filter(([other]) => other === phase).reduce((sum, [, seconds]) => sum + seconds, 0))).toFixed(2)}`).join(', ');
}

/** Runs the benchmark and prints it; gives the figures. */
export async function run({ rows = 1_000_000, runs = 3, window = false } = {}) {
  const modules = built({ life: 'electron/case/life.ts', importing: 'electron/case/importing.ts', importWorker: 'electron/case/importWorker.ts', worker: 'electron/case/workers/import.ts' });
  const folder = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  try {
    const file = join(folder, 'calls.csv');
    writeCalls(file, rows);
    const cli = [];
    const kinds = [{ name: 'plain', passphrase: '', runs: [] }, { name: 'encrypted', passphrase: 'kaaien en dokken', runs: [] }];
    for (let at = 0; at < runs; at += 1) {
      const other = competitor(folder, file);
      if (other !== null) cli.push(other);
      for (const kind of kinds) kind.runs.push(ours(modules.folder, folder, file, kind.passphrase));
    }
    console.log(`${rows} calls, ${(statSync(file).size / 1e6).toFixed(0)} MB, median of ${runs}`);
    if (cli.length > 0) console.log(`  sqlite3 .import, bare table: ${of(cli, 'wall').toFixed(2)} s wall, ${of(cli, 'cpu').toFixed(2)} s processor`);
    for (const { name: kind, runs: all } of kinds) {
      const [one] = all;
      const ratio = (key, against) => (cli.length === 0 ? '' : ` (${(of(all, key) / of(cli, against)).toFixed(1)} ×)`);
      console.log(`  ${kind}: done ${of(all, 'done').toFixed(2)} s${ratio('done', 'wall')}, settled ${of(all, 'settled').toFixed(2)} s${ratio('settled', 'wall')}, ${of(all, 'cpu').toFixed(2)} s processor${ratio('cpu', 'cpu')}; 6 × is aimed for`);
      console.log(`    at most ${Math.max(...all.map((each) => each.rss)).toFixed(0)} MB in the case process (600 allowed), which was late by ${median(all.map((each) => each.late.p99)).toFixed(0)} ms (99 in 100), ${Math.max(...all.map((each) => each.late.max)).toFixed(0)} ms at most`);
      console.log(`    ${phasesOf(all)}`);
      console.log(`    ${one.rows} rows: ${one.entities} entities, ${one.links} links, ${one.statements} statements, ${one.identifiers} identifiers; case.db ${(one.bytes / 1e6).toFixed(0)} MB`);
    }
    if (window) await (await import('./responsiveness.mjs')).run(rows);
    return { rows, cli, plain: kinds[0].runs, encrypted: kinds[1].runs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    modules.remove();
  }
}
