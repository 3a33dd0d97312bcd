/**
 * The page of the drawing benchmark: one graph, drawn by Knoop's canvas, by Cytoscape with default settings or by sigma, each behind the same few verbs.
 * All three show the same items at the same places in the same colours with their names; Knoop also shows glyphs, ring shapes and badges.
 */
import cytoscape from 'cytoscape';
import Graph from 'graphology';
import Sigma from 'sigma';
import { createCanvas } from '../../renderer/canvas';
import { keepingObjects } from '../../renderer/case/keptObjects';

const words = (text) => ({ nl: text, fr: text, de: text, en: text });
const FAMILIES = ['people', 'organisations', 'places', 'transport', 'communication'];
const ICONS = ['account', 'domain', 'map-marker', 'car', 'phone'];
const COLOURS = ['#1a64ab', '#6f43b0', '#217a46', '#b9540b', '#0b7b7b'];
const catalogue = {
  entityTypes: FAMILIES.map((family, index) => ({ id: family, label: words(family), plural: words(family), family, icon: ICONS[index], properties: [], caption: [], keyLine: [] })),
  linkTypes: [{ id: 'knows', label: words('knows'), reverse: words('knows'), directed: false, from: ['*'], to: ['*'], occurrence: false, properties: [] }],
};
const GREY = '#a3acb8';
const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** The graph in the words of a chart. */
function viewOf({ n, from, to, x, y }, seq) {
  return {
    chart: { id: 'chart', name: 'Chart', position: 0 },
    items: Array.from({ length: n }, (_, i) => ({ chart: 'chart', subject: `n${i}`, kind: 'entity', x: x[i], y: y[i], pinned: false, hidden: false })),
    entities: Array.from({ length: n }, (_, i) => ({ id: `n${i}`, type: FAMILIES[i % 5], caption: `Person ${i}`, key: '', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false })),
    lines: Array.from({ length: from.length }, (_, i) => ({ id: `e${i}`, type: 'knows', from: `n${from[i]}`, to: `n${to[i]}`, count: 1, start: null, end: null, amount: null, strength: 'confirmed', grading: '', handling: '' })),
    groups: [], annotations: [], closed: [], frames: [], seq,
  };
}

const drawers = {
  knoop: (box, graph, glyphs) => {
    let seq = 1;
    let painted = 0;
    const view = viewOf(graph, seq);
    const canvas = createCanvas(box, { catalogue, glyphs, language: 'en', theme: 'light', callbacks: { onSelect: () => undefined, onMoveCommit: () => undefined } });
    const { cy } = box._cyreg;
    cy.on('render', () => { painted += 1; });
    canvas.sync(view);
    const restyled = ['#303030', '#c04020'].map((colour) => ({ ...view, items: view.items.map((item) => ({ ...item, style: { colour } })) }));
    return {
      painted: () => painted,
      zoom: () => cy.zoom(),
      pan: (dx, dy) => cy.panBy({ x: dx, y: dy }),
      zoomTo: (level) => cy.zoom({ level, renderedPosition: { x: 800, y: 450 } }),
      select: (i) => canvas.setSelection({ entities: [`n${i}`], lines: [] }),
      restyle: (odd) => canvas.sync({ ...restyled[odd], seq: ++seq }),
      // As the page's mirror does with each answer of the case process.
      add: (grown) => canvas.sync(keepingObjects(view, viewOf(grown, ++seq))),
    };
  },
  cytoscape: (box, { n, from, to, x, y }) => {
    let painted = 0;
    const node = (i, places = { x, y }) => ({ data: { id: `n${i}`, label: `Person ${i}`, colour: COLOURS[i % 5] }, position: { x: places.x[i], y: places.y[i] } });
    const edge = (i, ends = { from, to }) => ({ data: { id: `e${i}`, source: `n${ends.from[i]}`, target: `n${ends.to[i]}` } });
    const cy = cytoscape({
      container: box, layout: { name: 'preset', fit: true },
      elements: [...Array.from({ length: n }, (_, i) => node(i)), ...Array.from({ length: from.length }, (_, i) => edge(i))],
      style: [
        { selector: 'node', style: { width: 36, height: 36, 'background-color': 'data(colour)', label: 'data(label)', 'font-size': 11 } },
        { selector: 'edge', style: { width: 1.5, 'line-color': GREY } },
        { selector: '.odd', style: { 'background-color': '#303030' } },
        { selector: '.even', style: { 'background-color': '#c04020' } },
        { selector: '.chosen', style: { 'border-width': 3, 'border-color': '#2d72d2' } },
        { selector: '.faded', style: { opacity: 0.35 } },
      ],
    });
    cy.on('render', () => { painted += 1; });
    return {
      painted: () => painted,
      zoom: () => cy.zoom(),
      pan: (dx, dy) => cy.panBy({ x: dx, y: dy }),
      zoomTo: (level) => cy.zoom({ level, renderedPosition: { x: 800, y: 450 } }),
      select: (i) => cy.batch(() => {
        const chosen = cy.getElementById(`n${i}`);
        cy.elements('.chosen').removeClass('chosen');
        cy.elements('.faded').removeClass('faded');
        chosen.addClass('chosen');
        cy.elements().difference(chosen.closedNeighborhood()).addClass('faded');
      }),
      restyle: (odd) => cy.batch(() => { cy.nodes().removeClass(odd ? 'even' : 'odd').addClass(odd ? 'odd' : 'even'); }),
      add: (grown) => {
        cy.add([...Array.from({ length: grown.n - n }, (_, i) => node(n + i, grown)), ...Array.from({ length: grown.from.length - from.length }, (_, i) => edge(from.length + i, grown))]);
      },
    };
  },
  sigma: (box, { n, from, to, x, y }) => {
    let painted = 0;
    const graph = new Graph({ multi: true });
    const put = (i, places) => graph.addNode(`n${i}`, { x: places.x[i], y: -places.y[i], size: 5, color: COLOURS[i % 5], label: `Person ${i}` });
    for (let i = 0; i < n; i += 1) put(i, { x, y });
    for (let i = 0; i < from.length; i += 1) graph.addEdge(`n${from[i]}`, `n${to[i]}`, { size: 1.5, color: GREY });
    let chosen = null;
    let kept = new Set();
    const sigma = new Sigma(graph, box, {
      allowInvalidContainer: true,
      nodeReducer: (id, data) => (chosen === null || kept.has(id) ? { ...data, highlighted: id === chosen } : { ...data, color: '#dde1e6', label: null }),
      edgeReducer: (id, data) => (chosen === null || graph.hasExtremity(id, chosen) ? data : { ...data, color: '#eceff2' }),
    });
    sigma.on('afterRender', () => { painted += 1; });
    const camera = sigma.getCamera();
    const first = camera.getState();
    return {
      paintsAtOnce: true,
      painted: () => painted,
      zoom: () => 1 / camera.getState().ratio,
      pan: (dx, dy) => { const now = camera.getState(); camera.setState({ x: now.x - dx / 1600, y: now.y + dy / 1600 }); },
      zoomTo: (level) => camera.setState({ ratio: first.ratio / level }),
      select: (i) => { chosen = `n${i}`; kept = new Set([chosen, ...graph.neighbors(chosen)]); sigma.refresh({ skipIndexation: true }); },
      restyle: (odd) => graph.updateEachNodeAttributes((_, attributes) => { attributes.color = odd ? '#303030' : '#c04020'; return attributes; }, { attributes: ['color'] }),
      add: (grown) => {
        for (let i = n; i < grown.n; i += 1) put(i, grown);
        for (let i = from.length; i < grown.from.length; i += 1) graph.addEdge(`n${grown.from[i]}`, `n${grown.to[i]}`, { size: 1.5, color: GREY });
      },
    };
  },
};

let drawer = null;

/** Puts the graph on the page; the moment it has been painted is the moment this resolves. Gives the ms of the call itself. */
window.benchBuild = async (kind, graph, glyphs) => {
  const box = document.getElementById('box');
  const began = performance.now();
  drawer = drawers[kind](box, graph, glyphs);
  const call = performance.now() - began;
  // One that paints when it is made paints no second time.
  while (drawer.painted() === 0 && !drawer.paintsAtOnce) await frame();
  await frame();
  await frame();
  return call;
};

/** Lets what was started finish: caches fill, labels settle. */
window.benchSettle = async (ms) => { await frame(); await pause(ms); await frame(); };

/** One gesture over so many frames; gives how many were painted and what the slowest waited for (ms). */
window.benchFrames = async (gesture, frames, closer) => {
  // What takes a second for a frame is known well enough after some of them.
  const limit = performance.now() + 4_000;
  const level = drawer.zoom() * closer;
  if (closer !== 1) { drawer.zoomTo(level); await window.benchSettle(600); }
  await window.benchStart();
  const before = drawer.painted();
  for (let i = 0; i < frames && (i < 4 || performance.now() < limit); i += 1) {
    if (gesture === 'pan') drawer.pan(Math.cos(i / 9) * 9, Math.sin(i / 9) * 6);
    else drawer.zoomTo(level * (1 + 0.3 * Math.sin(i / 10)));
    await frame();
  }
  await window.benchStop(Math.max(1, drawer.painted() - before));
  drawer.zoomTo(level / closer);
};

/** One change; gives the ms of the call and until it has been painted. */
window.benchChange = async (what, argument) => {
  await window.benchStart();
  const before = drawer.painted();
  drawer[what](argument);
  const limit = performance.now() + 20_000;
  while (drawer.painted() === before && performance.now() < limit) await frame();
  await window.benchStop(1);
};
