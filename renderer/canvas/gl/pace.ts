/** Frames that come slower than this while the view moves (ms) are drawn coarser until it stands still. */
const SLOW = 70;
/** So many slow frames in a row are no accident. */
const SEVERAL = 3;
/** A longer pause than this (ms) is no movement. */
const PAUSE = 1200;
const COARSE = 0.5;
/** Standing still for so long (ms) the picture is drawn in full again. */
const STILL = 160;

interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/**
 * How finely a moving chart is drawn: as finely as the screen shows it, unless frames come so slowly (a machine without a graphics card) that coarser ones are better.
 */
export class Pace {
  private last: { zoom: number; x: number; y: number; at: number } | null = null;
  private slowFrames = 0;
  private due: ReturnType<typeof setTimeout> | undefined;

  /** `still` is called when the picture must be drawn in full again. */
  constructor(private readonly still: () => void) {}

  /** Part of the screen's pixels, each way, that this frame is drawn with. Must be asked once for each frame; `now` in ms. */
  fineness({ zoom, pan }: View, now: number): number {
    const { last } = this;
    this.last = { zoom, x: pan.x, y: pan.y, at: now };
    const moved = last !== null && (last.zoom !== zoom || last.x !== pan.x || last.y !== pan.y);
    if (!moved) {
      clearTimeout(this.due);
      return 1;
    }
    const took = now - last.at;
    this.slowFrames = took > PAUSE ? Math.min(this.slowFrames, SEVERAL) : took > SLOW ? this.slowFrames + 1 : this.slowFrames >= SEVERAL ? this.slowFrames : 0;
    if (this.slowFrames < SEVERAL) return 1;
    clearTimeout(this.due);
    this.due = setTimeout(() => {
      // Perhaps it was something else that made it slow: the next way begins in full after a quick one.
      this.slowFrames = SEVERAL - 1;
      this.still();
    }, STILL);
    return COARSE;
  }

  end(): void {
    clearTimeout(this.due);
  }
}
