/** What turning means: zooming at the pointer, or moving the view. "auto": as whatever turns it shows itself to be. */
export type WheelMeaning = 'auto' | 'zoom' | 'pan';

/** What a wheel event says of how it came about. `wheelDeltaY` counts 120 for each notch of a mouse's wheel. */
export interface Turn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  /** Milliseconds of a clock that only goes forward. */
  readonly timeStamp: number;
  readonly wheelDeltaY?: number;
}

/** Turns that follow one another within this time come from one hand, ms. */
const RUN = 220;
const NOTCH = 120;

/**
 * Tells a touchpad from a mouse's wheel: a wheel turns by whole notches, straight up or down, or by lines; two fingers slide by any amount and aside as well. One turn can look like
 * the other's, so that a run of them that was once a touchpad's stays one.
 */
export class WheelSense {
  private touchpad = false;
  private last = -Infinity;

  isTouchpad(turn: Turn): boolean {
    const fresh = turn.timeStamp - this.last > RUN;
    this.last = turn.timeStamp;
    const slides = turn.deltaMode === 0 && ((turn.deltaX !== 0 && !turn.shiftKey) || (turn.wheelDeltaY ?? 0) % NOTCH !== 0);
    this.touchpad = slides || (!fresh && this.touchpad);
    return this.touchpad;
  }
}
