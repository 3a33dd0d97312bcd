import cytoscape, { type Core } from 'cytoscape';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { beginBoxSelect } from '../../../renderer/canvas/gestures/boxSelect';
import { clickedSelection } from '../../../renderer/canvas/gestures/clickSelect';
import { beginDragItems } from '../../../renderer/canvas/gestures/dragItems';
import { drawEntity } from '../../../renderer/canvas/gestures/drawEntity';
import { beginDrawLink } from '../../../renderer/canvas/gestures/drawLink';
import type { Hands, Move, Pointer } from '../../../renderer/canvas/gestures/gesture';
import { createNudge } from '../../../renderer/canvas/gestures/nudge';
import { inReadingOrder, neighbourTowards } from '../../../renderer/canvas/gestures/walk';
import type { Selection } from '../../../renderer/case/selection';

let cy: Core;
let selection: Selection;
let moves: Move[][];
let hands: Hands;
const drawLink = vi.fn();
const createAt = vi.fn();

const at = (x: number, y: number, target: string | null = null, more: Partial<Pointer> = {}): Pointer => ({ chart: { x, y }, view: { x, y }, target, kind: target === null ? 'empty' : 'entity', toggles: false, alt: false, ...more });
const placeOf = (id: string) => ({ ...cy.getElementById(id).position() });

beforeEach(() => {
  cy = cytoscape({
    headless: true, layout: { name: 'preset' },
    elements: [
      { data: { id: 'a' }, position: { x: 0, y: 0 } }, { data: { id: 'b' }, position: { x: 200, y: 0 } }, { data: { id: 'c' }, position: { x: 0, y: 300 } },
      { data: { id: 'ab', source: 'a', target: 'b' } }, { data: { id: 'ac', source: 'a', target: 'c' } },
    ],
  });
  selection = { entities: [], lines: [] };
  moves = [];
  vi.resetAllMocks();
  hands = {
    cy, selection: () => selection, select: (next) => { selection = next; }, hold: vi.fn(), letGo: vi.fn(), redraw: vi.fn(), drawLink, createAt, carry: () => false, inFrame: () => [], frameAt: () => null, aimAt: vi.fn(), aimAtItem: vi.fn(),
    commitMoves: (items) => { moves.push([...items]); },
  };
});

describe('dragging items', () => {
  test('ends where all was when they are carried off to another chart', () => {
    selection = { entities: ['a'], lines: [] };
    const carry = vi.fn(() => true);
    const gesture = beginDragItems({ ...hands, carry }, at(1, 1, 'a'))!;
    gesture.move({ ...at(5, -40), view: { x: 5, y: -40 } });
    expect(carry).toHaveBeenCalledWith(['a'], { x: 1, y: 1 }, { x: 5, y: -40 });
    expect(placeOf('a')).toEqual({ x: 0, y: 0 });
    gesture.commit(at(5, 5));
    expect(moves).toEqual([]);
  });


  test('moves the whole selection and commits once, on release', () => {
    selection = { entities: ['a', 'b'], lines: [] };
    const gesture = beginDragItems(hands, at(1, 1, 'a'))!;
    gesture.move(at(5, 5));
    gesture.move(at(11, 21));
    expect(placeOf('b')).toEqual({ x: 210, y: 20 });
    expect(moves).toEqual([]);
    gesture.commit(at(11, 21));
    expect(moves).toEqual([[{ subject: 'a', x: 10, y: 20 }, { subject: 'b', x: 210, y: 20 }]]);
  });

  test('an item outside the selection moves alone and becomes the selection', () => {
    selection = { entities: ['b'], lines: ['ab'] };
    const gesture = beginDragItems(hands, at(0, 0, 'c'))!;
    expect(selection).toEqual({ entities: ['c'], lines: [] });
    gesture.move(at(50, 50));
    gesture.cancel();
    expect(placeOf('c')).toEqual({ x: 0, y: 300 });
    expect(selection).toEqual({ entities: ['b'], lines: ['ab'] });
    expect(moves).toEqual([]);
    expect(hands.letGo).toHaveBeenCalledOnce();
  });

  test('does not begin on a line or on nothing', () => {
    expect(beginDragItems(hands, at(0, 0))).toBeNull();
    expect(beginDragItems(hands, at(0, 0, 'ab', { kind: 'line' }))).toBeNull();
  });
});

describe('selecting', () => {
  test('a box takes what lies inside, drawn in any direction; with Ctrl it adds', () => {
    beginBoxSelect(hands, at(250, 50)).commit(at(-10, -10));
    expect(selection.entities).toEqual(['a', 'b']);
    beginBoxSelect(hands, at(-10, 250, null, { toggles: true })).commit(at(10, 350));
    expect(selection.entities).toEqual(['a', 'b', 'c']);
  });

  test('a cancelled box leaves the selection', () => {
    selection = { entities: ['b'], lines: [] };
    const gesture = beginBoxSelect(hands, at(-10, -10));
    gesture.move(at(500, 500));
    gesture.cancel();
    expect(selection.entities).toEqual(['b']);
  });

  test('a click selects alone, Ctrl toggles, empty space clears', () => {
    const two: Selection = { entities: ['a', 'b'], lines: [] };
    expect(clickedSelection(two, at(0, 0, 'c'))).toEqual({ entities: ['c'], lines: [] });
    expect(clickedSelection(two, at(0, 0, 'a', { toggles: true }))).toEqual({ entities: ['b'], lines: [] });
    expect(clickedSelection(two, at(0, 0, 'ab', { kind: 'line', toggles: true }))).toEqual({ entities: ['a', 'b'], lines: ['ab'] });
    expect(clickedSelection(two, at(0, 0))).toEqual({ entities: [], lines: [] });
    expect(clickedSelection(two, at(0, 0, null, { toggles: true }))).toBe(two);
  });
});

describe('drawing', () => {
  test('a rubber line let go over another item asks for a link', () => {
    const gesture = beginDrawLink(hands, at(0, 0, 'a'))!;
    gesture.move(at(200, 0, 'b'));
    expect(cy.getElementById('b').hasClass('target')).toBe(true);
    gesture.commit(at(200, 0, 'b'));
    expect(drawLink).toHaveBeenCalledExactlyOnceWith('a', 'b');
    expect(cy.nodes('.target')).toHaveLength(0);
  });

  test('none over itself, over nothing or after Escape', () => {
    beginDrawLink(hands, at(0, 0, 'a'))!.commit(at(0, 0, 'a'));
    beginDrawLink(hands, at(0, 0, 'a'))!.commit(at(90, 90));
    beginDrawLink(hands, at(0, 0, 'a'))!.cancel();
    expect(drawLink).not.toHaveBeenCalled();
  });

  test('a click in free space asks for an item there, on an item it does not', () => {
    expect(drawEntity(hands, at(7, 8))).toBe(true);
    expect(createAt).toHaveBeenCalledExactlyOnceWith({ x: 7, y: 8 });
    expect(drawEntity(hands, at(0, 0, 'a'))).toBe(false);
  });
});

describe('the keys', () => {
  test('a run of arrow presses is one change', () => {
    vi.useFakeTimers();
    selection = { entities: ['a'], lines: [] };
    const nudge = createNudge(hands);
    nudge.press([1, 0], false);
    nudge.press([1, 0], false);
    nudge.press([0, 1], true);
    expect(moves).toEqual([]);
    vi.runAllTimers();
    expect(moves).toEqual([[{ subject: 'a', x: 16, y: 1 }]]);
    vi.useRealTimers();
  });

  test('Escape takes a nudge back; without a selection there is none', () => {
    const nudge = createNudge(hands);
    expect(nudge.press([1, 0], false)).toBe(false);
    selection = { entities: ['b'], lines: [] };
    nudge.press([1, 0], false);
    expect(nudge.cancel()).toBe(true);
    expect(placeOf('b')).toEqual({ x: 200, y: 0 });
    expect(nudge.cancel()).toBe(false);
  });

  test('walking goes to the neighbour on that side, and through all in reading order', () => {
    expect(neighbourTowards(cy, 'a', [1, 0])).toBe('b');
    expect(neighbourTowards(cy, 'a', [0, 1])).toBe('c');
    expect(neighbourTowards(cy, 'a', [-1, 0])).toBeNull();
    expect(inReadingOrder(cy, null, false)).toBe('a');
    expect(inReadingOrder(cy, 'b', false)).toBe('c');
    expect(inReadingOrder(cy, 'c', false)).toBeNull();
    expect(inReadingOrder(cy, 'b', true)).toBe('a');
  });
});
