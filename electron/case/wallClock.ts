/** Seconds that the wall clock may go apart from the steady one before it counts as set: corrections over a network are smaller. */
const SLACK = 5;

/** Tells whether the machine's clock was set since the last time it was asked, against a clock that nobody can set. */
export class WallClock {
  private wall: number;
  private steady: number;

  constructor(private readonly now: () => number = Date.now, private readonly steadyNow: () => number = () => performance.now()) {
    this.wall = now();
    this.steady = steadyNow();
  }

  /** Whole seconds by which the clock was set, ahead (positive) or back; 0 when it was not. A machine that slept counts as set ahead only where its steady clock stood still. */
  drift(): number {
    const [wall, steady] = [this.now(), this.steadyNow()];
    const seconds = Math.round((wall - this.wall - (steady - this.steady)) / 1000);
    this.wall = wall;
    this.steady = steady;
    return Math.abs(seconds) < SLACK ? 0 : seconds;
  }
}
