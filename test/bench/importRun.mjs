/**
 * One import into a new case, in a process that stands for the case process: the import in its thread, as in the program. Prints one line of JSON.
 *
 *   node test/bench/importRun.mjs <folder of built modules> <case folder> <csv> <passphrase or empty>
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as later } from 'node:timers/promises';
import { loaded } from './product.mjs';

const [modules, place, file, passphrase] = process.argv.slice(2);
const { life, importing, importWorker } = await loaded(modules, ['life', 'importing', 'importWorker']);
const actor = { name: 'Benchmark', service: '', workstation: '', version: '0' };
const open = await life.createCase(place, { name: 'Bench', reference: '', secrets: { passphrase: passphrase === '' ? null : passphrase }, cost: { memoryKiB: 1024, iterations: 1, parallelism: 1 } }, actor);
const { store } = open;
const document = { path: file, name: 'calls.csv' };
const { proposal } = await importing.previewImport(store.db, store.catalogue, document);

// How late the case process itself is while its thread imports.
const late = [];
let before = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  late.push(Math.max(0, now - before - 8));
  before = now;
}, 8);

const used = process.cpuUsage();
const start = performance.now();
const phases = [];
const imports = new importWorker.Imports(store, join(modules, 'worker.mjs'));
const report = await imports.run('bench', { document, mapping: proposal, recipe: null, again: false, actor }, ({ phase }) => {
  if (phases.at(-1)?.phase !== phase) phases.push({ phase, at: performance.now() });
});
const done = performance.now();
clearInterval(timer);
// The thread ends once the log's pages are in place.
while (imports.settling > 0) await later(5);
const settled = performance.now();
const { user, system } = process.cpuUsage(used);
late.sort((a, b) => a - b);
const count = (table) => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
console.log(JSON.stringify({
  done: (done - start) / 1000, settled: (settled - start) / 1000, cpu: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1024,
  phases: phases.map(({ phase, at }, index) => [phase, ((phases[index + 1]?.at ?? done) - at) / 1000]),
  rows: report.rows, entities: count('entity'), links: count('link'), statements: count('statement'), identifiers: count('identifier'),
  late: { p99: late[Math.floor(late.length * 0.99)] ?? 0, max: late.at(-1) ?? 0 },
}));
life.closeCase(open);
