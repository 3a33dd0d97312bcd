/**
 * 100,000 call records into an encrypted case: hashed, kept, mapped, written, indexed and searchable. Beside it the sqlite3 CLI's `.import` of
 * the same file into a bare, plain table, where the CLI is installed.
 *
 *   node test/bench/import.bench.mjs [rows] [runs]
 *
 * Wall seconds and processor seconds, medians; the ratio is of processor time, since a shared machine's wall clock says little.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { product } from './product.mjs';

export const name = 'import';

const ACTOR = { name: 'Benchmark', service: '', workstation: '', version: '0' };
const CHEAP = { memoryKiB: 1024, iterations: 1, parallelism: 1 };

/** Xorshift: the same calls on every machine. */
function seeded(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function calls(rows) {
  const random = seeded(12345);
  const two = (value) => String(value).padStart(2, '0');
  const lines = ['A_NUMBER,B_NUMBER,START,DURATION_S,CELL_NAME'];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`+3247${1000000 + random(8000)},+3248${1000000 + random(12000)},2026-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:${two(random(60))}:${two(random(60))},${random(600)},CELL ${random(300)}`);
  }
  return `${lines.join('\n')}\n`;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Wall and processor seconds of the CLI's import; null where it is not installed. */
function competitor(folder, file) {
  if (spawnSync('sqlite3', ['-version']).status !== 0) return null;
  const start = performance.now();
  const script = ['PRAGMA journal_mode=WAL;', 'CREATE TABLE calls (a, b, start, duration, cell);', '.mode csv', `.import --skip 1 "${file}" calls`].join('\n');
  const ran = spawnSync('sh', ['-c', 'times; sqlite3 "$0" > /dev/null; times', join(folder, `cli-${start}.db`)], { input: script, encoding: 'utf8' });
  const wall = (performance.now() - start) / 1000;
  const children = ran.stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  return { wall, cpu };
}

/** Runs the benchmark and prints it; gives the figures. */
export async function run(rows = 100_000, runs = 3) {
  const { life, importing } = await product({ life: 'electron/case/life.ts', importing: 'electron/case/importing.ts' });
  const folder = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  try {
    const file = join(folder, 'calls.csv');
    writeFileSync(file, calls(rows));
    const ours = [];
    const cli = [];
    for (let at = 0; at < runs; at += 1) {
      const open = await life.createCase(join(folder, `Case ${at}.knoop`), { name: 'Bench', reference: '', secrets: { passphrase: 'kaaien en dokken' }, cost: CHEAP }, ACTOR);
      const document = { path: file, name: 'calls.csv' };
      const { proposal } = await importing.previewTableImport(open.store.db, open.store.catalogue, document);
      const before = process.cpuUsage();
      const start = performance.now();
      const phases = [];
      const report = await importing.runImport({ folder: open.store.folder, key: open.store.key }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, {
        progress: ({ phase }) => phases.at(-1)?.phase === phase || phases.push({ phase, at: performance.now() }),
        cancelled: () => false,
      });
      const end = performance.now();
      const { user, system } = process.cpuUsage(before);
      ours.push({ wall: (end - start) / 1000, cpu: (user + system) / 1e6 });
      console.log(`  ${report.statements} statements: ${phases.map(({ phase, at: from }, index) => `${phase} ${(((phases[index + 1]?.at ?? end) - from) / 1000).toFixed(2)}`).join(', ')}`);
      life.closeCase(open);
      const other = competitor(folder, file);
      if (other !== null) cli.push(other);
    }
    const of = (list, key) => median(list.map((each) => each[key]));
    const rss = process.resourceUsage().maxRSS / 1024;
    console.log(`import of ${rows} calls: ${of(ours, 'wall').toFixed(2)} s wall, ${of(ours, 'cpu').toFixed(2)} s processor, at most ${rss.toFixed(0)} MB`);
    if (cli.length > 0) console.log(`  sqlite3 .import, bare table: ${of(cli, 'wall').toFixed(2)} s wall, ${of(cli, 'cpu').toFixed(2)} s processor; ratio ${(of(ours, 'cpu') / of(cli, 'cpu')).toFixed(1)}`);
    return { rows, wall: of(ours, 'wall'), cpu: of(ours, 'cpu'), cli: cli.length > 0 ? of(cli, 'cpu') : null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 3));
