import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from '../../../renderer/canvas/gl/pace';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** Frames of a view that moves, so many ms apart; what each is drawn with. */
function moved(pace: Pace, frames: number, apart: number, from = 0): number[] {
  return Array.from({ length: frames }, (_, i) => pace.fineness({ zoom: 1, pan: { x: from + i, y: 0 } }, (from + i) * apart));
}

test('quick frames are drawn in full', () => {
  expect(moved(new Pace(() => undefined), 8, 17)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('slow ones are drawn coarser until the view stands still, then once in full', () => {
  const still = vi.fn();
  const pace = new Pace(still);
  expect(moved(pace, 6, 200)).toEqual([1, 1, 1, 0.5, 0.5, 0.5]);
  expect(still).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(still).toHaveBeenCalledOnce();
  expect(pace.fineness({ zoom: 1, pan: { x: 5, y: 0 } }, 1400)).toBe(1);
});

test('what does not move is drawn in full, however slowly', () => {
  const pace = new Pace(() => undefined);
  expect([0, 300, 600, 900, 1200].map((now) => pace.fineness({ zoom: 1, pan: { x: 0, y: 0 } }, now))).toEqual([1, 1, 1, 1, 1]);
});
