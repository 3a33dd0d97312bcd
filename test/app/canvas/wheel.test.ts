import { describe, expect, it } from 'vitest';
import { WheelSense, type Turn } from '../../../renderer/canvas/gestures/wheel';

const turn = (given: Partial<Turn>): Turn => ({ deltaX: 0, deltaY: 0, deltaMode: 0, shiftKey: false, timeStamp: 0, ...given });
const kinds = (turns: readonly Partial<Turn>[]): boolean[] => {
  const sense = new WheelSense();
  return turns.map((each) => sense.isTouchpad(turn(each)));
};

describe('telling a touchpad from a wheel', () => {
  it('takes whole notches for a wheel, however fast, and lines too', () => {
    expect(kinds([{ deltaY: 100, wheelDeltaY: -120 }, { deltaY: 300, wheelDeltaY: -360, timeStamp: 20 }, { deltaY: -66.7, wheelDeltaY: 120, timeStamp: 900 }, { deltaY: 3, deltaMode: 1, wheelDeltaY: -120, timeStamp: 2000 }])).toEqual([false, false, false, false]);
  });

  it('takes parts of a notch, and what slides aside, for two fingers', () => {
    expect(kinds([{ deltaY: 4, wheelDeltaY: -12 }, { deltaX: -3, deltaY: 0, wheelDeltaY: 0, timeStamp: 500 }])).toEqual([true, true]);
    // Shift turns a wheel aside.
    expect(kinds([{ deltaX: 100, shiftKey: true, wheelDeltaY: 0 }])).toEqual([false]);
  });

  it('stays with what a run was, and begins anew after a pause', () => {
    expect(kinds([{ deltaY: 7, wheelDeltaY: -21 }, { deltaY: 40, wheelDeltaY: -120, timeStamp: 16 }, { deltaY: 40, wheelDeltaY: -120, timeStamp: 32 }, { deltaY: 100, wheelDeltaY: -120, timeStamp: 600 }])).toEqual([true, true, true, false]);
  });
});
