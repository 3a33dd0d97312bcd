/** A moment and where along an axis it is shown. */
export interface Dated {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly x: number;
}

/** A mark of a ruler: the moment, where it is, and how fine the ruler is there. */
export interface Mark extends Dated {
  readonly unit: RulerUnit;
}

export const RULER_UNITS = ['year', 'month', 'day', 'hour', 'minute'] as const;
export type RulerUnit = (typeof RULER_UNITS)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps of a ruler, finest first: so many of a unit. */
const STEPS: readonly (readonly [RulerUnit, number])[] = [
  ['minute', 1], ['minute', 5], ['minute', 15], ['hour', 1], ['hour', 3], ['hour', 6], ['hour', 12], ['day', 1], ['day', 2], ['day', 7], ['month', 1], ['month', 3], ['month', 6], ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 50], ['year', 100],
];

/** Rough length of a step, milliseconds. */
const lengthOf = ([unit, count]: readonly [RulerUnit, number]): number => count * { minute: MINUTE, hour: HOUR, day: DAY, month: 30 * DAY, year: 365 * DAY }[unit];

/** Round moments of a step between two moments, UTC. */
function* rounds([unit, count]: readonly [RulerUnit, number], from: number, to: number): Generator<number> {
  const start = new Date(from);
  if (unit === 'year' || unit === 'month') {
    const months = unit === 'year' ? 12 * count : count;
    const first = unit === 'year' ? Math.floor(start.getUTCFullYear() / count) * count * 12 : start.getUTCFullYear() * 12 + Math.floor(start.getUTCMonth() / count) * count;
    for (let month = first; ; month += months) {
      const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
      if (at > to) return;
      if (at >= from) yield at;
    }
  }
  const step = lengthOf([unit, count]);
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) yield at;
}

/**
 * Marks for an axis on which later never stands left of earlier, though not in proportion: round moments between the dated places, at least `least` apart, between two dates in
 * proportion. Where things of one moment stand beside one another the mark is at the first. `dated`: in the order of time.
 */
export function rulerMarks(dated: readonly Dated[], least: number): Mark[] {
  const places = dated.filter(({ time }, i) => i === 0 || time > dated[i - 1]!.time);
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = last.time - first.time;
  const width = Math.max(1, last.x - first.x);
  if (span === 0) return [{ ...first, unit: 'day' }];
  const most = Math.max(1, Math.floor(width / least));
  const step = STEPS.find((each) => span / lengthOf(each) <= most * 1.2) ?? STEPS.at(-1)!;
  const marks: Mark[] = [];
  let segment = 0;
  for (const time of rounds(step, first.time, last.time)) {
    while (segment + 2 < places.length && places[segment + 1]!.time < time) segment++;
    const [a, b] = [places[segment]!, places[segment + 1]!];
    const x = a.x + ((b.x - a.x) * (time - a.time)) / (b.time - a.time);
    if (marks.length === 0 || x - marks.at(-1)!.x >= least) marks.push({ time, x, unit: step[0] });
  }
  return marks;
}
