/**
 * One large file, read by its importer alone ("parsed") or into a new encrypted case ("whole"), in a process that stands for the case process.
 * Prints one line of JSON.
 *
 *   node test/bench/largeRun.mjs <folder of built modules> <parsed|whole> <file> <case folder>
 */
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as later } from 'node:timers/promises';
import { loaded } from './product.mjs';

const [modules, mode, file, place] = process.argv.slice(2);
const document = { path: file, name: basename(file) };
const actor = { name: 'Benchmark', service: '', workstation: '', version: '0' };

/** Runs it, and gives what it found with the seconds it took. */
async function timed(work) {
  const used = process.cpuUsage();
  const start = performance.now();
  const found = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { seconds, cpu: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1024, ...found };
}

/** Every record of the file, looked at and dropped. */
async function parsed(proposal, types) {
  const { bytes, incoming } = await loaded(modules, ['bytes', 'incoming']);
  const opened = bytes.openFileBytes(file);
  const stream = await incoming.openIncoming(opened, document.name, proposal, types);
  let [rows, rejected] = [0, 0];
  for await (const batch of stream.outcomes()) for (const outcome of batch) {
    if (outcome.kind === 'row') rows += 1;
    else if (outcome.kind === 'reject') rejected += 1;
  }
  opened.close();
  return { rows, rejected };
}

const { life, importing, importWorker } = await loaded(modules, ['life', 'importing', 'importWorker']);
const open = await life.createCase(place, { name: 'Bench', reference: '', secrets: { passphrase: 'kaaien en dokken' }, cost: { memoryKiB: 1024, iterations: 1, parallelism: 1 } }, actor);
const { store } = open;
const { proposal } = await importing.previewImport(store.db, store.catalogue, document);
const imports = new importWorker.Imports(store, join(modules, 'worker.mjs'));
const figures = await timed(async () => {
  if (mode === 'parsed') return parsed(proposal, store.catalogue);
  const { rows, rejected } = await imports.run('bench', { document, mapping: proposal, recipe: null, again: false, actor }, () => undefined);
  return { rows, rejected };
});
while (imports.settling > 0) await later(5);
const count = (table) => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const found = { ...figures, entities: count('entity'), links: count('link'), statements: count('statement') };
life.closeCase(open);
console.log(JSON.stringify({ ...found, stored: statSync(join(place, 'case.db')).size }));
