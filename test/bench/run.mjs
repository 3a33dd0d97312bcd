/**
 * Runs the benchmarks, all or those named, one after another, and prints what they found. Nothing is asserted: a figure that
 * grew is for people to judge.
 *
 *   node test/bench/run.mjs [coldStart] [responsiveness] [pages] [import] [largeFiles] [queries] [matching] [blind] [candidates] [traffic] [network] [layout] [drawing] [--rows=1000000] [--runs=3] [--window] [--size=100] [--records=100000] [--parsed] [--names=1000000] [--queries=300] [--entries=100000] [--common=1000] [--entities=100000] [--batch=1000] [--cells]
 */
import os from 'node:os';
import { recorded } from '../../electron/setup/runtime.mjs';

const benches = {
  coldStart: () => import('./coldStart.mjs'),
  responsiveness: () => import('./responsiveness.mjs'),
  pages: () => import('./pages.mjs'),
  import: () => import('./import.bench.mjs'),
  largeFiles: () => import('./largeFiles.bench.mjs'),
  queries: () => import('./queries.bench.mjs'),
  matching: () => import('./matching.bench.mjs'),
  blind: () => import('./blind.bench.mjs'),
  candidates: () => import('./candidates.bench.mjs'),
  traffic: () => import('./traffic.bench.mjs'),
  network: () => import('./network.bench.mjs'),
  layout: () => import('./layout.bench.mjs'),
  drawing: () => import('./drawing.bench.mjs'),
};

const given = process.argv.slice(2);
const asked = given.filter((each) => !each.startsWith('--'));
/** "--rows=1000" is a number, "--window" is true. */
const options = Object.fromEntries(given.filter((each) => each.startsWith('--')).map((each) => {
  const [option = '', value] = each.slice(2).split('=');
  return [option, value === undefined ? true : Number(value)];
}));
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
console.log(`${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.versions.node}, Electron ${recorded()?.electronVersion ?? 'not set up'}`);
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n${name}`);
  const { run } = await benches[name]();
  // Those that count rows, runs or bytes themselves take them as one object; the others know one way only.
  await (['import', 'largeFiles', 'matching', 'blind', 'candidates', 'traffic', 'network', 'layout', 'drawing'].includes(name) ? run(options) : run());
}
process.exit(0);
