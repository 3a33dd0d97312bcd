import { beginOf, wallClock, type Stretch } from '../../shared/analysis/time/scale';
import { rangeOf, type TimeRange } from '../../shared/analysis/time/range';
import { formatValue, parseValue } from '../../shared/values';
import { BELGIAN_CONTEXT, type Language } from '../../shared/values/kind';
import { LOCALES } from '../../shared/values/locale';

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a canonical date in Brussels: the day alone where that says it all. */
export function canonicalOf(moment: number): string {
  const { year, month, day, hour, minute, second } = wallClock(moment);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (hour + minute + second === 0) return date;
  return `${date}T${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/** The begin of a window as people write it. */
export const beginText = ({ from }: TimeRange, language: Language): string => formatValue('date', canonicalOf(from), language);

/** The last day, or moment, of a window: a window until midnight ends with the day before. */
export function endText({ until }: TimeRange, language: Language): string {
  const { hour, minute, second } = wallClock(until);
  return formatValue('date', hour + minute + second === 0 ? canonicalOf(beginOf(until - 1, { unit: 'day', count: 1 })) : canonicalOf(until), language);
}

/** All moments that a typed date may stand for; null for what is none. */
export function typedRange(text: string): TimeRange | null {
  const read = text.trim() === '' ? null : parseValue('date', text, BELGIAN_CONTEXT);
  return read === null || (read.doubt !== undefined && read.doubt !== 'ambiguousDate') ? null : rangeOf(read.v);
}

const FORMATS: Readonly<Record<Stretch['unit'], Intl.DateTimeFormatOptions>> = {
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' }, minute: { hour: '2-digit', minute: '2-digit' }, hour: { hour: '2-digit', minute: '2-digit' }, shift: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric' }, week: { day: 'numeric', month: 'short' }, month: { month: 'short' }, year: { year: 'numeric' },
};

const ABOVE: Readonly<Record<Stretch['unit'], Intl.DateTimeFormatOptions>> = {
  ...FORMATS, hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, month: { month: 'long', year: 'numeric' },
};

/** What stands under the begin of a stretch; `above`: in the row that says what the others leave out. */
export const tickText = (moment: number, { unit }: Stretch, language: Language, above = false): string => new Intl.DateTimeFormat(LOCALES[language], { ...(above ? ABOVE : FORMATS)[unit], timeZone: 'Europe/Brussels' }).format(moment);
