import cytoscape, { type Core } from 'cytoscape';
import { beforeEach, describe, expect, test } from 'vitest';
import { contrast } from '../../../renderer/canvas/colours';
import { lineWidth } from '../../../renderer/canvas/edges';
import { drawingOf, type DrawingContext } from '../../../renderer/canvas/elements';
import { emphasise } from '../../../renderer/canvas/emphasis';
import { glyphPainter } from '../../../renderer/canvas/glyph';
import { Holding } from '../../../renderer/canvas/holding';
import { looksOf } from '../../../renderer/canvas/looks';
import { styleOf } from '../../../renderer/canvas/style';
import { sync } from '../../../renderer/canvas/sync';
import { THEMES } from '../../../renderer/canvas/theme';
import type { DrawnChart } from '../../../renderer/case/drawn/drawnChart';
import { chart, entity, item, line, TYPES } from './chart';

const context: DrawingContext = { looks: looksOf(TYPES, 'nl'), theme: THEMES.light, language: 'nl', paint: glyphPainter({ account: 'M0 0h24v24z' }) };
const draw = (view: DrawnChart) => drawingOf(view, context);

let cy: Core;
beforeEach(() => {
  cy = cytoscape({ headless: true, styleEnabled: true, style: styleOf({ theme: THEMES.light, cheap: false }) });
});

describe('synchronisation', () => {
  test('puts everything at exactly the stored place', () => {
    expect(sync(cy, draw(chart()))).toEqual({ added: 5, removed: 0, changed: 0, moved: 0 });
    expect(cy.getElementById('a').position()).toEqual({ x: 0.125, y: 0 });
    expect(cy.getElementById('ab').source().id()).toBe('a');
  });

  test('touches nothing when nothing changed', () => {
    sync(cy, draw(chart()));
    const touched: string[] = [];
    cy.on('add remove data position', (event) => touched.push(event.type));
    expect(sync(cy, draw(chart({ seq: 2 })))).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
    expect(touched).toEqual([]);
  });

  test('adds, removes, moves and changes what differs, and keeps the same elements', () => {
    sync(cy, draw(chart()));
    const kept = cy.getElementById('a');
    const next = chart({ items: [item('a', 5, 6), item('c', 400, 0), item('d', 1, 1)], entities: [entity('a', { caption: 'Anna', grading: 'A1' }), entity('c'), entity('d')], lines: [line('ac', 'a', 'c')] });
    expect(sync(cy, draw(next))).toEqual({ added: 2, removed: 3, changed: 1, moved: 1 });
    expect(cy.elements().map((element) => element.id()).sort()).toEqual(['a', 'ac', 'c', 'd']);
    expect(kept.data('caption')).toBe('Anna');
    expect(kept.removed()).toBe(false);
  });

  test('a pill that is gone goes from the line, and a line with other ends is made anew', () => {
    sync(cy, draw(chart({ lines: [line('ab', 'a', 'b', { count: 31 })] })));
    expect(cy.getElementById('ab').data('pill')).toBe('31');
    sync(cy, draw(chart({ lines: [line('ab', 'a', 'b')] })));
    expect(cy.getElementById('ab').data('pill')).toBeUndefined();
    sync(cy, draw(chart({ lines: [line('ab', 'b', 'c')] })));
    expect(cy.getElementById('ab').target().id()).toBe('c');
  });

  test('puts back what a refused gesture moved, and leaves alone what a hand holds', () => {
    sync(cy, draw(chart()));
    cy.getElementById('a').position({ x: 99, y: 99 });
    cy.getElementById('b').position({ x: 77, y: 77 });
    expect(sync(cy, draw(chart()), new Set(['b'])).moved).toBe(1);
    expect(cy.getElementById('a').position()).toEqual({ x: 0.125, y: 0 });
    expect(cy.getElementById('b').position()).toEqual({ x: 77, y: 77 });
  });

  test('2,000 items come in one batch and go again', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `n${i}`);
    sync(cy, draw(chart({ items: many.map((id, i) => item(id, i, i)), entities: many.map((id) => entity(id)), lines: many.slice(1).map((id, i) => line(`l${i}`, 'n0', id)) })));
    expect(cy.elements()).toHaveLength(3999);
    sync(cy, draw(chart({ items: [], entities: [], lines: [] })));
    expect(cy.elements()).toHaveLength(0);
  });
});

describe('the drawing of a chart', () => {
  test('leaves out hidden items and lines, and lines that lack an end', () => {
    const view = chart({ items: [item('a', 0, 0), item('b', 1, 0), item('c', 2, 0, { hidden: true }), item('ab', 0, 0, { kind: 'link', hidden: true })] });
    const { nodes, edges } = draw(view);
    expect([...nodes.keys()]).toEqual(['a', 'b']);
    expect([...edges.keys()]).toEqual([]);
  });

  test('lines grow with the logarithm of their count and say it; sums are written for the reader', () => {
    expect(lineWidth(1)).toBe(1.5);
    expect(lineWidth(8)).toBeCloseTo(3.75);
    expect(lineWidth(1e9)).toBe(8);
    const { edges } = draw(chart({ lines: [line('ab', 'a', 'b', { count: 1204 }), line('bc', 'b', 'c', { type: 'paid', count: 7, amount: '184300.00 EUR' })] }));
    expect(edges.get('ab')?.pill).toBe('1.204');
    expect(edges.get('bc')?.pill?.replaceAll(/\s/g, ' ')).toBe('€ 184.300');
    expect(edges.get('bc')?.directed).toBe(true);
    expect(edges.get('ab')?.directed).toBe(false);
  });

  test('a type that is not known is drawn all the same', () => {
    const { nodes, edges } = draw(chart({ entities: [entity('a', { type: 'unheardOf' }), entity('b')], lines: [line('ab', 'a', 'b', { type: 'unheardOf' })] }));
    expect(nodes.get('a')?.data.family).toBe('documents');
    expect(edges.get('ab')?.label).toBe('unheardOf');
  });

  test('glyphs are pictures with a size, made once', () => {
    const paint = glyphPainter({ account: 'M0 0h24v24z' });
    const uri = paint('account', '#123456');
    expect(decodeURIComponent(uri)).toContain('width="96" height="96"');
    expect(decodeURIComponent(uri)).toContain('fill="#123456"');
    expect(paint('account', '#123456')).toBe(uri);
    expect(paint('constructor', '#123456')).toBe('');
  });
});

describe('items with a look of their own', () => {
  const drawn = chart({
    items: [item('a', 0, 0, { style: { colour: '#ffdd00', size: 2, icon: 'bank' } }), item('b', 200, 0), item('c', 400, 0), item('knows|a|b', 0, 0, { kind: 'link', style: { colour: '#ff0000', width: 6, line: 'dotted' } }), item('bc', 0, 0, { kind: 'link', style: { line: 'solid', colour: '#fbfcfd' } })],
    lines: [line('ab', 'a', 'b'), line('bc', 'b', 'c', { strength: 'tentative' })],
  });
  const own: DrawingContext = { ...context, paint: glyphPainter({ account: 'M0 0h24v24z', bank: 'M1 1h2v2z' }) };

  test('are filled, sized and lined as their item says, others as their family', () => {
    sync(cy, drawingOf(drawn, own));
    const [a, b, ab, bc] = ['a', 'b', 'ab', 'bc'].map((id) => cy.getElementById(id));
    expect([a?.style('background-color'), a?.width(), a?.style('background-width')]).toEqual(['rgb(255,221,0)', 72, '42px']);
    expect(decodeURIComponent(a?.data('glyph') as string)).toContain('fill="#1c2127" d="M1 1h2v2z"');
    expect([b?.style('background-color'), b?.width()]).toEqual(['rgb(225,238,250)', 36]);
    expect([ab?.style('line-color'), ab?.style('width'), ab?.style('line-style')]).toEqual(['rgb(255,0,0)', '6px', 'dashed']);
    // Drawn in the colour of the paper, it is moved until it can be seen; whole, though its own evidence is weak: so it was drawn.
    expect(contrast(bc?.data('colour') as string, THEMES.light.background)).toBeGreaterThan(1.8);
    expect(bc?.style('line-style')).toBe('solid');
  });

  test('still show that they are selected, and lose their look with it', () => {
    sync(cy, drawingOf(drawn, own));
    emphasise(cy, { entities: [], lines: ['ab'] }, new Set(), true);
    expect(cy.getElementById('ab').style('line-color')).toBe('rgb(45,114,210)');
    expect(sync(cy, drawingOf(chart(), own)).changed).toBe(3);
    expect(cy.getElementById('a').style('background-color')).toBe('rgb(225,238,250)');
    expect(cy.getElementById('a').width()).toBe(36);
  });
});

describe('emphasis', () => {
  test('keeps the selection and its neighbours, fades the rest, and clears again', () => {
    sync(cy, draw(chart()));
    emphasise(cy, { entities: ['a'], lines: [] }, new Set(), true);
    expect(cy.elements('.chosen').map((element) => element.id())).toEqual(['a']);
    expect(cy.elements('.near').map((element) => element.id())).toEqual(['ab']);
    expect(cy.elements('.faded').map((element) => element.id()).sort()).toEqual(['bc', 'c']);
    emphasise(cy, { entities: [], lines: [] }, new Set(['c']), true);
    expect(cy.elements('.chosen, .near, .faded')).toHaveLength(0);
    expect(cy.elements('.marked').map((element) => element.id())).toEqual(['c']);
  });
});

describe('what a hand holds', () => {
  test('stays until a later view answers the move', () => {
    const holding = new Holding();
    holding.hold(['a']);
    expect([...holding.heldAt(4)]).toEqual(['a']);
    holding.sent(['a'], 4);
    expect([...holding.heldAt(4)]).toEqual(['a']);
    expect([...holding.heldAt(5)]).toEqual([]);
  });

  test('goes back when the move is refused', () => {
    const holding = new Holding();
    holding.refused(holding.sent(['a'], 4));
    expect([...holding.heldAt(4)]).toEqual([]);
  });
});
