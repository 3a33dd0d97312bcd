/**
 * Runs the benchmarks, all or those named, one after another, and prints what they found. Nothing is asserted: a figure that
 * grew is for people to judge.
 *
 *   node test/bench/run.mjs [coldStart] [responsiveness] [pages] [import] [queries]
 */
import os from 'node:os';
import { recorded } from '../../electron/setup/runtime.mjs';

const benches = {
  coldStart: () => import('./coldStart.mjs'),
  responsiveness: () => import('./responsiveness.mjs'),
  pages: () => import('./pages.mjs'),
  import: () => import('./import.bench.mjs'),
  queries: () => import('./queries.bench.mjs'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
console.log(`${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.versions.node}, Electron ${recorded()?.electronVersion ?? 'not set up'}`);
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n${name}`);
  const { run } = await benches[name]();
  await run();
}
process.exit(0);
