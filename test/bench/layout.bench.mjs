/**
 * Knoop's standard layout beside Graphviz sfdp, Cytoscape's cose and WebCola on the same graphs: time, stress, neighbours kept near, and pairs of items that overlap.
 *
 *   node test/bench/run.mjs layout [--size=20000] [--least=0] [--runs=3]
 *
 * Knoop gives every item the room of its name; of sfdp there are two ways, items as points (as it is usually timed) and with Knoop's room and overlaps taken away. Times are
 * processor time of the layout in its own thread or process, medians of several runs. Tools that would take minutes are left out of large graphs.
 */
import { cells, published, scaleFree } from './layoutGraphs.mjs';
import { overlapping, qualityOf } from './layoutQuality.mjs';
import { cola, cose, hasGraphviz, processorTime, sfdp } from './layoutTools.mjs';
import { product } from './product.mjs';

export const name = 'layout';

const LARGEST = { cose: 1000, cola: 200 };
const SIZES = [200, 1000, 5000, 20_000];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The graph as Knoop's layouts take it: nothing pinned, in one point. */
const knoopGraph = ({ n, from, to }) => ({ n, x: new Float64Array(n), y: new Float64Array(n), fixed: new Uint8Array(n), from, to, directed: new Uint8Array(from.length), order: Uint32Array.from({ length: n }, (_, v) => v) });

async function measured(graph, runs, lay) {
  const times = [];
  let places = null;
  for (let run = 0; run < runs; run += 1) {
    places = await lay();
    times.push(places.milliseconds);
  }
  return { milliseconds: median(times), ...qualityOf(graph, places), places };
}

/** How far old items are moved when 50 new ones with a line each come: 0 is the aim. */
function movedByAddition(graph, places, placeNew) {
  const placed = Array.from({ length: graph.n }, (_, v) => ({ id: `n${v}`, x: places.x[v], y: places.y[v] }));
  const added = Array.from({ length: 50 }, (_, i) => `new${i}`);
  const before = JSON.stringify(placed);
  const begin = processorTime();
  const items = placeNew({ placed, added, lines: added.map((to, i) => ({ from: `n${(i * 37) % graph.n}`, to })) });
  return { milliseconds: processorTime() - begin, moved: JSON.stringify(placed) !== before || items.some(({ id }) => !id.startsWith('new')) };
}

export async function run({ size = 20_000, least = 0, runs = 3 } = {}) {
  const { standard, graph: shared, placeNew } = await product({ standard: 'shared/analysis/layout/standard.ts', graph: 'shared/analysis/layout/graph.ts', placeNew: 'shared/analysis/layout/placeNew.ts' });
  const room = { width: shared.ITEM_WIDTH, height: shared.ITEM_HEIGHT };
  const graphviz = hasGraphviz();
  if (!graphviz) console.log('Graphviz is not installed (Debian: graphviz): sfdp is left out.');
  const networks = published(Math.max(100, least));
  if (networks.length === 0 && least === 0) console.log('../shared/data is absent: no published networks.');
  const graphs = [...SIZES.filter((n) => n >= least && n <= size).flatMap((n) => [cells(n), scaleFree(n)]), ...networks];
  for (const graph of graphs) {
    const times = graph.n > 5000 ? Math.min(runs, 2) : runs;
    const lay = () => {
      const begin = processorTime();
      const places = standard.standard(knoopGraph(graph));
      return { ...places, milliseconds: processorTime() - begin };
    };
    const points = () => {
      const begin = processorTime();
      const adjacency = shared.adjacencyOf(graph.n, graph.from, graph.to);
      const [x, y] = [new Float64Array(graph.n), new Float64Array(graph.n)];
      let right = 0;
      for (const members of shared.componentsOf(adjacency)) {
        const shape = standard.shapeOf(shared.partOf(adjacency, members));
        // One part beside the other.
        const left = shape.x.reduce((least, value) => Math.min(least, value), Infinity);
        members.forEach((v, i) => {
          x[v] = right + shape.x[i] - left;
          y[v] = shape.y[i];
        });
        right = members.reduce((most, v) => Math.max(most, x[v]), right) + 128;
      }
      return { x, y, milliseconds: processorTime() - begin };
    };
    // Some times before: a thread that has laid nothing out yet is not what is compared.
    if (graph.n <= 1000) for (let warm = 0; warm < 3; warm += 1) { lay(); points(); }
    const tools = [
      ['Knoop, points', points],
      ['Knoop, sized', lay],
      ...(graphviz ? [['sfdp, points', () => sfdp(graph)], ['sfdp, sized', () => sfdp(graph, room)]] : []),
      ...(graph.n <= LARGEST.cose ? [['cose', () => cose(graph)]] : []),
      ...(graph.n <= LARGEST.cola ? [['cola', () => cola(graph, room)]] : []),
    ];
    console.log(`  ${graph.name}: ${graph.n} items, ${graph.from.length} lines`);
    /** Knoop's drawings: of points, and with room for items. Each other tool is compared with the like. */
    const own = {};
    for (const [tool, work] of tools) {
      const found = await measured(graph, tool === 'cose' && graph.n > 500 ? 1 : times, work);
      const kind = tool.endsWith('sized') || tool === 'cola' ? 'sized' : 'points';
      const is = own[kind] === undefined;
      own[kind] ??= found;
      const { [kind]: mine } = own;
      const ratios = is ? '' : `  Knoop: ${(mine.milliseconds / found.milliseconds).toFixed(2)} × its time, ${(mine.stress / found.stress).toFixed(2)} × its stress, ${(mine.kept / found.kept).toFixed(2)} × its neighbours`;
      console.log(`    ${tool.padEnd(13)} ${found.milliseconds.toFixed(0).padStart(7)} ms  stress ${found.stress.toFixed(4)}  neighbours ${found.kept.toFixed(3)}  overlaps ${String(overlapping(found.places, room.width, room.height)).padStart(6)}${ratios}`);
    }
    const addition = movedByAddition(graph, own.sized.places, placeNew.placeNew);
    console.log(`    50 items added in ${addition.milliseconds.toFixed(0)} ms, ${addition.moved ? 'OLD ITEMS MOVED' : 'no old item moved'}`);
  }
}
