const WRITTEN = /^(~?)(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/;
/** Before this the program knows no dates. */
const EARLIEST = 100;

/** A date as a chart holds it: whole days and times; a time with a zone in universal time. Null when it is less precise than a day, or none. */
export interface ChartMoment {
  /** "2026-02-01T14:05:11". */
  readonly text: string;
  readonly timed: boolean;
  /** True when `text` is universal time; else it is what a clock on the spot said. */
  readonly universal: boolean;
  readonly approximate: boolean;
}

/** `v`: a canonical date. */
export function chartMoment(v: string): ChartMoment | null {
  const parts = WRITTEN.exec(v);
  if (parts === null || Number(parts[2]) < EARLIEST) return null;
  const [, approximate, year = '', month = '', day = '', clock, seconds = ':00', zone] = parts;
  const local = `${year}-${month}-${day}T${clock ?? '00:00'}${clock === undefined ? ':00' : seconds}`;
  const known = new Date(`${local}${zone ?? 'Z'}`);
  if (Number.isNaN(known.getTime())) return null;
  return { text: zone === undefined ? local : known.toISOString().slice(0, 19), timed: clock !== undefined, universal: zone !== undefined, approximate: approximate === '~' };
}
