import { brusselsOffset, daysIn } from '../../values/calendar';

const CANONICAL = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const MINUTE = 60_000;

/** From `from` on, and before `until`: milliseconds since 1970, UTC. */
export interface TimeRange {
  readonly from: number;
  readonly until: number;
}

/** The first moment of a day of the calendar in Brussels; months and days beyond the year's or month's end go on into the next. */
export function startOfDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return date.getTime() - brusselsOffset(y, m, d, 0) * MINUTE;
}

function offsetOf(zone: string | undefined, year: number, month: number, day: number, hour: number): number {
  if (zone === undefined) return brusselsOffset(year, month, day, hour);
  if (zone === 'Z') return 0;
  return (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
}

/**
 * All moments that a canonical date may stand for: a year is all of that year, "~2024" that and the years beside it, a time to the minute all of that minute. Nothing is guessed within it.
 * Dates without zone are those of Brussels. Null for what is no canonical date.
 */
export function rangeOf(canonical: string): TimeRange | null {
  const parts = CANONICAL.exec(canonical);
  if (parts === null) return null;
  const [, about, years = '', months, days, hours, minutes, seconds, zone] = parts;
  const around = about === '~' ? 1 : 0;
  const year = Number(years);
  if (months === undefined) return { from: startOfDay(year - around, 1, 1), until: startOfDay(year + 1 + around, 1, 1) };
  const month = Number(months);
  if (month < 1 || month > 12) return null;
  if (days === undefined) return { from: startOfDay(year, month - around, 1), until: startOfDay(year, month + 1 + around, 1) };
  const day = Number(days);
  if (day < 1 || day > daysIn(year, month)) return null;
  if (hours === undefined) return { from: startOfDay(year, month, day - around), until: startOfDay(year, month, day + 1 + around) };
  const unit = seconds === undefined ? MINUTE : 1000;
  const midnight = startOfDay(year, month, day) + brusselsOffset(year, month, day, 0) * MINUTE;
  const moment = midnight + Number(hours) * 60 * MINUTE + Number(minutes) * MINUTE + Number(seconds ?? '0') * 1000 - offsetOf(zone, year, month, day, Number(hours)) * MINUTE;
  return { from: moment - around * unit, until: moment + unit + around * unit };
}
