import { brusselsOffset } from './calendar';

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/** A stretch of time in milliseconds since 1970, UTC: `from` is its first and `to` the begin of its last second. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

/** When a canonical date with a time of day was: a second, or the minute where no seconds are told. A time without zone is Brussels time. Null for a day, a year, an approximate date. */
export function momentOf(v: string): Moment | null {
  const parts = MOMENT.exec(v);
  if (parts === null) return null;
  const [year, month, day, hour, minute] = [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5])];
  const zone = parts[7];
  const offset = zone === undefined ? brusselsOffset(year, month, day, hour) : zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const from = Date.UTC(year, month - 1, day, hour, minute, Number(parts[6] ?? 0)) - offset * 60_000;
  return { from, to: parts[6] === undefined ? from + 59_000 : from };
}
