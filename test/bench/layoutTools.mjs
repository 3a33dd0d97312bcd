/**
 * Other programs that lay graphs out, each as a function from a graph to { x, y, milliseconds }. Graphviz is the Debian package; it is left out where it is absent.
 */
import { spawnSync } from 'node:child_process';
import cytoscape from 'cytoscape';
import { seeded } from './bigCase.mjs';

/** Milliseconds of processor time that this process has taken, all its threads. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const GRAPHVIZ = 'sfdp';

export const hasGraphviz = () => spawnSync(GRAPHVIZ, ['-V']).error === undefined;

/** Where those start that do not choose a start themselves. */
function scattered(n) {
  const random = seeded(4);
  const side = Math.sqrt(n) * 50;
  return { x: Float64Array.from({ length: n }, () => random() * side), y: Float64Array.from({ length: n }, () => random() * side) };
}

/** Graphviz sfdp as a process of its own, its reading and writing included. With `sized`, items have Knoop's room and it takes overlaps away (prism). */
export function sfdp({ n, from, to }, sized) {
  const nodes = sized ? `node[shape=box,fixedsize=true,width=${sized.width / 72},height=${sized.height / 72}]` : 'node[shape=point]';
  const lines = Array.from(from, (one, line) => `${one}--${to[line]}`);
  const text = `graph{overlap=${sized ? 'prism' : 'true'};splines=false;K=1.8;${nodes};\n${Array.from({ length: n }, (_, v) => v).join(';')};\n${lines.join(';')}}`;
  // The shell says what the program took; the last line it writes to stderr.
  const ran = spawnSync('bash', ['-c', `TIMEFORMAT="%U %S"; time ${GRAPHVIZ} -Tplain 2>/dev/null`], { input: text, maxBuffer: 1 << 30, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (ran.status !== 0) throw new Error(`sfdp failed: ${ran.stderr}`);
  const milliseconds = (ran.stderr.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
  const [x, y] = [new Float64Array(n), new Float64Array(n)];
  for (const line of ran.stdout.split('\n')) {
    if (!line.startsWith('node ')) continue;
    const [, v, left, top] = line.split(' ');
    x[Number(v)] = Number(left) * 72;
    y[Number(v)] = Number(top) * 72;
  }
  return { x, y, milliseconds };
}

/** Cytoscape's own force layout, without a window. */
export async function cose({ n, from, to }) {
  const start = scattered(n);
  const cy = cytoscape({
    headless: true, styleEnabled: true, style: [{ selector: 'node', style: { width: 36, height: 36 } }],
    elements: [
      ...Array.from({ length: n }, (_, v) => ({ data: { id: `n${v}` }, position: { x: start.x[v], y: start.y[v] } })),
      ...Array.from(from, (one, line) => ({ data: { id: `e${line}`, source: `n${one}`, target: `n${to[line]}` } })),
    ],
  });
  const begin = processorTime();
  const layout = cy.layout({ name: 'cose', animate: false, randomize: false, fit: false });
  const stopped = new Promise((resolve) => { layout.one('layoutstop', resolve); });
  layout.run();
  await stopped;
  const milliseconds = processorTime() - begin;
  const places = { x: Float64Array.from({ length: n }, (_, v) => cy.getElementById(`n${v}`).position().x), y: Float64Array.from({ length: n }, (_, v) => cy.getElementById(`n${v}`).position().y), milliseconds };
  cy.destroy();
  return places;
}

/** WebCola with its usual steps, no overlap, without a clock. */
export async function cola({ n, from, to }, { width, height }) {
  const { Layout } = await import('webcola');
  const start = scattered(n);
  const nodes = Array.from({ length: n }, (_, v) => ({ x: start.x[v], y: start.y[v], width, height }));
  const links = Array.from(from, (source, line) => ({ source, target: to[line] })).filter(({ source, target }) => source !== target);
  const begin = processorTime();
  new Layout().nodes(nodes).links(links).linkDistance(165).avoidOverlaps(true).handleDisconnected(false).start(30, 0, 20, 0, false);
  return { x: Float64Array.from(nodes, (node) => node.x), y: Float64Array.from(nodes, (node) => node.y), milliseconds: processorTime() - begin };
}
