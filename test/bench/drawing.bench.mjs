/**
 * Drawing of 1,000, 5,000 and 20,000 items (entities and lines together): Knoop's canvas, Cytoscape with default settings and sigma, in one Electron window one after
 * another, on the same graphs at the same places. What is measured is the same for all: CPU time of the page's main thread over all of its tasks (Chrome's
 * TaskDuration in thread ticks), divided by the frames painted; so time that a GPU or its software takes is not in it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { build } from 'vite';
import { sandboxSwitches } from '../../electron/setup/display.mjs';
import { root } from '../../electron/setup/places.mjs';
import { electronEnvironment, recorded } from '../../electron/setup/runtime.mjs';
import { median } from './app.mjs';
import { cells, scaleFree } from './layoutGraphs.mjs';
import { product } from './product.mjs';

export const name = 'drawing';

const SIZES = [1_000, 5_000, 20_000];
const KINDS = ['knoop', 'cytoscape', 'sigma'];
const GENERATORS = ['cells', 'scaleFree'];
const FRAMES = 45;
/** Items and lines that come to a graph at once. */
const ADDED = 1_000;
const MAIN = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1600, height: 900, useContentSize: true }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());`;
const PAGE = '<!doctype html><meta charset=utf-8><style>html,body{margin:0}#box{width:1600px;height:900px;position:relative}</style><div id=box></div><script src=page.js></script>';

/** A graph of about so many entities and lines, laid out as Knoop does, and the same with some more at its rim. */
function graphsOf(kind, items, arrange) {
  const made = kind === 'cells' ? cells(Math.round(items * 0.285)) : scaleFree(Math.round(items / 3));
  const { n } = made;
  const { x, y } = arrange({ n, x: new Float64Array(n), y: new Float64Array(n), fixed: new Uint8Array(n), order: Uint32Array.from({ length: n }, (_, i) => i), from: made.from, to: made.to, directed: new Uint8Array(made.from.length) });
  const graph = { n, from: [...made.from], to: [...made.to], x: [...x], y: [...y] };
  const edge = Math.max(...x) + 200;
  const added = Array.from({ length: ADDED / 2 }, (_, i) => i);
  const grown = { n: n + added.length, from: [...graph.from, ...added.map((i) => n + i)], to: [...graph.to, ...added.map((i) => (i * 7919) % n)], x: [...graph.x, ...added.map((i) => edge + (i % 10) * 150)], y: [...graph.y, ...added.map((i) => Math.floor(i / 10) * 70)] };
  return { label: `${kind} ${items}`, items: n + graph.from.length, graph, grown };
}

async function makePage() {
  const folder = mkdtempSync(join(tmpdir(), 'knoop-drawing-'));
  await build({
    configFile: false, root, logLevel: 'error', publicDir: false,
    build: { outDir: folder, emptyOutDir: false, minify: true, lib: { entry: fileURLToPath(new URL('./drawingPage.mjs', import.meta.url)), formats: ['iife'], name: 'drawing', fileName: () => 'page.js' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'main.cjs'), MAIN);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'drawing', version: '1.0.0', main: 'main.cjs' }));
  return folder;
}

/** Measures one drawer on one graph; all in ms of main-thread CPU, memory in MB. */
async function measure(page, session, kind, { graph, grown }, glyphs, meter) {
  await page.reload();
  const taken = async (act) => {
    meter.value = null;
    await act();
    return meter.value;
  };
  await meter.start();
  const call = await page.evaluate(([k, g, icons]) => window.benchBuild(k, g, icons), [kind, graph, glyphs]);
  await meter.stop(1);
  const result = { build: meter.value, call };
  await page.evaluate(() => window.benchSettle(1500));
  for (const [name, gesture, closer] of [['pan', 'pan', 1], ['zoom', 'zoom', 1], ['pan near', 'pan', 8], ['zoom near', 'zoom', 8]]) {
    result[name] = await taken(() => page.evaluate(([g, f, c]) => window.benchFrames(g, f, c), [gesture, FRAMES, closer]));
    await page.evaluate(() => window.benchSettle(700));
  }
  const several = async (what, values) => {
    const all = [];
    for (const value of values) {
      all.push(await taken(() => page.evaluate(([w, v]) => window.benchChange(w, v), [what, value])));
      await page.evaluate(() => window.benchSettle(250));
    }
    return median(all);
  };
  result.select = await several('select', [0, 1, 2, 3, 4].map((i) => i * 37));
  result.restyle = await several('restyle', [1, 0, 1, 0, 1]);
  result.add = await several('add', [grown]);
  await session.send('HeapProfiler.collectGarbage');
  result.heap = (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  return result;
}

/**
 * Prints a table per graph with ratios to Cytoscape and sigma; gives all medians.
 * @param {{ runs?: number, size?: number, cells?: boolean }} [options] size: only graphs of so many items; cells: only those of covert cells
 */
export async function run({ runs = 3, size, cells: cellsOnly = false } = {}) {
  const { standard } = await product({ standard: 'shared/analysis/layout/standard.ts' }).then((modules) => modules.standard);
  const runtime = recorded();
  if (runtime === null) throw new Error('Nothing is set up: run node electron/setup/prepare.mjs first.');
  const folder = await makePage();
  const glyphs = JSON.parse(readFileSync(join(root, 'resources', 'icons', 'glyphs.json'), 'utf8'));
  const app = await _electron.launch({ executablePath: runtime.electronPath, args: [...sandboxSwitches(), `--user-data-dir=${join(folder, 'profile')}`, folder], env: electronEnvironment(runtime) });
  try {
    const page = await app.firstWindow();
    page.on('pageerror', (error) => console.error(error.message));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const cpu = async () => (await session.send('Performance.getMetrics')).metrics.find((each) => each.name === 'TaskDuration').value * 1000;
    const meter = { value: null, from: 0, start: async () => { meter.from = await cpu(); }, stop: async (frames) => { meter.value = ((await cpu()) - meter.from) / frames; } };
    await page.exposeFunction('benchStart', meter.start);
    await page.exposeFunction('benchStop', meter.stop);
    const found = [];
    for (const items of size ? [size] : SIZES) for (const generator of cellsOnly ? ['cells'] : GENERATORS) {
      const graphs = graphsOf(generator, items, standard);
      const all = Object.fromEntries(KINDS.map((kind) => [kind, []]));
      for (let i = 0; i < runs; i += 1) for (const kind of KINDS) all[kind].push(await measure(page, session, kind, graphs, glyphs, meter));
      const medians = Object.fromEntries(KINDS.map((kind) => [kind, Object.fromEntries(Object.keys(all[kind][0]).map((key) => [key, median(all[kind].map((each) => each[key]))]))]));
      print(graphs, medians, runs);
      found.push({ graph: graphs.label, medians });
    }
    return found;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function print({ label, items }, medians, runs) {
  console.log(`${label}: ${items} entities and lines, median of ${runs}, ms of main-thread CPU (pan and zoom: a frame)`);
  const cell = (text) => String(text).padStart(12);
  console.log(`  ${'work'.padEnd(22)}${KINDS.map(cell).join('')}${cell('/ cytoscape')}${cell('/ sigma')}`);
  for (const key of Object.keys(medians.knoop)) {
    const of = (kind) => medians[kind][key];
    const ratio = (other) => (of('knoop') / of(other)).toFixed(3);
    const work = { call: 'build, the call', build: 'build until painted', add: `add ${ADDED}`, heap: 'heap after, MB' }[key] ?? key;
    console.log(`  ${work.padEnd(22)}${KINDS.map((kind) => cell(of(kind).toFixed(2))).join('')}${cell(ratio('cytoscape'))}${cell(ratio('sigma'))}`);
  }
}
