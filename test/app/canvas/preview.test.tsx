import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import cytoscape, { type Core } from 'cytoscape';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { useArranging } from '../../../renderer/actions/arranging';
import { changeSession, type CanvasControls } from '../../../renderer/actions/session';
import type { Hands, Move } from '../../../renderer/canvas/gestures/gesture';
import { startLayout } from '../../../renderer/canvas/layoutRun';
import type { LayoutAnswer } from '../../../renderer/canvas/layouts/message';
import { looksOf } from '../../../renderer/canvas/looks';
import { ArrangeBar } from '../../../renderer/features/arranging/ArrangeBar';
import type { LayoutGraph } from '../../../shared/analysis/layout/graph';
import { chart, TYPES } from './chart';
import { show } from '../show';

const ended = vi.fn();
let answers = true;

/** A worker that puts all that is free 1,000 to the right, or never answers. */
class ToTheRight {
  onmessage: ((event: { data: LayoutAnswer }) => void) | null = null;

  postMessage({ graph }: { readonly graph: LayoutGraph }): void {
    const places = { x: graph.x.map((x, v) => (graph.fixed[v] ? x : x + 1000)), y: graph.y.slice() };
    if (answers) queueMicrotask(() => this.onmessage?.({ data: { kind: 'arrange', places } }));
  }

  terminate(): void {
    ended();
  }
}

vi.stubGlobal('Worker', ToTheRight);
afterAll(() => { vi.unstubAllGlobals(); });

let cy: Core;
let moves: Move[][];
let hands: Hands;
const shown = vi.fn();
const wishes = { looks: looksOf(TYPES, 'en'), view: chart(), scope: null, still: true, shown };
const at = (id: string): number => cy.getElementById(id).position().x;

beforeEach(() => {
  vi.resetAllMocks();
  answers = true;
  moves = [];
  const data = (id: string): object => ({ id, type: 'person', family: 'people', caption: id, pinned: id === 'c' });
  cy = cytoscape({ headless: true, layout: { name: 'preset' }, elements: [{ data: data('a'), position: { x: 0.125, y: 0 } }, { data: data('b'), position: { x: 200, y: 0 } }, { data: data('c'), position: { x: 400, y: 0 } }] });
  hands = {
    cy, selection: () => ({ entities: [], lines: [] }), select: vi.fn(), hold: vi.fn(), letGo: vi.fn(), redraw: vi.fn(), drawLink: vi.fn(), createAt: vi.fn(), carry: () => false, inFrame: () => [], frameAt: () => null, aimAt: vi.fn(), aimAtItem: vi.fn(),
    commitMoves: (items) => { moves.push([...items]); },
  };
});

describe('a layout that is tried', () => {
  test('is on show without a change of the case, and kept as one move', async () => {
    const run = startLayout(hands, 'grid', wishes);
    await vi.waitFor(() => expect(shown).toHaveBeenCalledWith(2));
    expect([at('a'), at('b'), at('c')]).toEqual([1000.13, 1200, 400]);
    expect(moves).toEqual([]);
    expect(hands.hold).toHaveBeenCalledWith(['a', 'b']);
    run.keep();
    expect(await run.outcome).toBe('done');
    expect(moves).toEqual([[{ subject: 'a', x: 1000.13, y: 0 }, { subject: 'b', x: 1200, y: 0 }]]);
  });

  test('leaves all where it was when it is cancelled, on show or while it is worked out', async () => {
    const run = startLayout(hands, 'grid', wishes);
    await vi.waitFor(() => expect(shown).toHaveBeenCalled());
    run.cancel();
    expect(await run.outcome).toBe('cancelled');
    expect(at('a')).toBeCloseTo(0.13, 5);
    expect(at('b')).toBe(200);
    expect(moves).toEqual([]);
    expect(hands.letGo).toHaveBeenCalledOnce();
    answers = false;
    const slow = startLayout(hands, 'grid', wishes);
    ended.mockClear();
    slow.cancel();
    expect(ended).toHaveBeenCalledOnce();
    expect(await slow.outcome).toBe('cancelled');
    expect(moves).toEqual([]);
  });

  test('moves only what is in its scope', async () => {
    const run = startLayout(hands, 'grid', { ...wishes, scope: new Set(['b', 'c']) });
    await vi.waitFor(() => expect(shown).toHaveBeenCalledWith(1));
    run.keep();
    await run.outcome;
    expect(moves).toEqual([[{ subject: 'b', x: 1200, y: 0 }]]);
  });
});

describe('the bar under it', () => {
  const controls = { keepLayout: vi.fn(), cancelLayout: vi.fn() };

  test('keeps with Enter or its button, cancels with its button, and says what is worked out for long', async () => {
    changeSession({ canvas: controls as unknown as CanvasControls });
    useArranging.setState({ now: { layout: 'grid', phase: 'running', items: 0 } });
    await show(<ArrangeBar />);
    expect(screen.queryByRole('button')).toBeNull();
    await screen.findByText('wordt geschikt…');
    useArranging.setState({ now: { layout: 'grid', phase: 'shown', items: 2 } });
    await screen.findByText('2 items op een andere plaats');
    await userEvent.keyboard('{Enter}');
    expect(controls.keepLayout).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: /^Behouden/ }));
    expect(controls.keepLayout).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByRole('button', { name: /^Annuleren/ }));
    expect(controls.cancelLayout).toHaveBeenCalledOnce();
    useArranging.setState({ now: null });
  });
});
