import { useEffect, useState } from 'react';
import type { TimeRange } from '../../../shared/analysis/time/range';
import { movedBy, type Stretch } from '../../../shared/analysis/time/scale';
import { changeTime, timeExtent, useTimeWindow } from '../../actions/timeWindow';

/** Steps in a second. */
export const SPEEDS = [0.5, 1, 2, 4, 8] as const;

export interface Player {
  readonly playing: boolean;
  readonly speed: number;
  readonly loops: boolean;
  readonly toggle: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setLoops: (loops: boolean) => void;
}

/** Whoever asks the system for less motion is shown one step in a second at most. */
const calm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** A window that begins with the range and is a tenth of it, in whole steps. */
function firstWindow({ from, until }: TimeRange, step: Stretch): TimeRange {
  const begin = movedBy(from, step, 0);
  let end = movedBy(begin, step, 1);
  while (end < begin + (until - from) / 10) end = movedBy(end, step, 1);
  return { from: begin, until: end };
}

/** Slides the window over the chart's time, step by step, until its end, or round and round. */
export function usePlayer(step: Stretch): Player {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  const [loops, setLoops] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    const pace = 1000 / (calm() ? Math.min(1, speed) : speed);
    const timer = setInterval(() => {
      const { window } = useTimeWindow.getState();
      const extent = timeExtent();
      if (extent === null) return setPlaying(false);
      if (window === null) return changeTime({ window: firstWindow(extent, step), on: true });
      if (window.from < extent.until && movedBy(window.from, step, 1) < extent.until) return changeTime({ window: { from: movedBy(window.from, step, 1), until: movedBy(window.until, step, 1) }, on: true });
      if (!loops) return setPlaying(false);
      const length = window.until - window.from;
      return changeTime({ window: { from: extent.from, until: extent.from + length }, on: true });
    }, pace);
    return () => clearInterval(timer);
  }, [playing, speed, loops, step]);
  return { playing, speed, loops, setSpeed, setLoops, toggle: () => setPlaying((now) => !now) };
}
