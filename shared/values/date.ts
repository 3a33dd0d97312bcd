import { brusselsOffset, daysIn } from './calendar';
import { readClockTime } from './clockTime';
import { readDateParts } from './dateNotation';
import type { DoubtCode, Language, ParseContext, ValueKind } from './kind';
import { LOCALES } from './locale';
import { isReadable, oneLine, plainOrder, readShort } from './written';

const APPROXIMATE = /^(?:~|±|ca?\.|ca\b|circa\b|rond\b|omstreeks\b|ongeveer\b|vers\b|env\.|environ\b|um\b|etwa\b|about\b) ?/i;
const WEEKDAY = /^(?:ma|maandag|di|dinsdag|wo|woensdag|do|donderdag|vr|vrijdag|za|zaterdag|zo|zondag|lun|lundi|mardi|mer|mercredi|jeu|jeudi|ven|vendredi|sam|samedi|dim|dimanche|mo|montag|dienstag|mi|mittwoch|donnerstag|fr|freitag|sa|samstag|so|sonntag|mon|monday|tue|tuesday|wed|wednesday|thu|thursday|fri|friday|sat|saturday|sun|sunday)[.,]* (?:le |den |the )?/i;
const CANONICAL = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads a line as a date: its canonical form, a doubt, or null when it does not look like a date at all. */
export function parsedDate(line: string, context: ParseContext): string | { readonly doubt: DoubtCode } | null {
  const approximate = APPROXIMATE.test(line) ? '~' : '';
  const bare = line.replace(APPROXIMATE, '').replace(WEEKDAY, '');
  const parts = readDateParts(bare, context.dateOrder);
  if (parts === null || 'doubt' in parts) return parts;
  const year = `${approximate}${String(parts.year).padStart(4, '0')}`;
  const date = parts.month === 0 ? year : parts.day === 0 ? `${year}-${two(parts.month)}` : `${year}-${two(parts.month)}-${two(parts.day)}`;
  if (parts.rest.trim() === '') return date;
  const clock = parts.day === 0 ? null : readClockTime(parts.rest);
  return clock === null ? { doubt: 'format' } : `${date}T${clock.time}${clock.zone}`;
}

/** Two digits at a place of a text as a number; -1 where they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** True for "2026-02-01T14:05:11" and nothing else: what machines write by the million need not be searched for other notations. */
function isMoment(text: string): boolean {
  if (text.length !== 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  const [century, years, month, day, hour, minute, second] = [pair(text, 0), pair(text, 2), pair(text, 5), pair(text, 8), pair(text, 11), pair(text, 14), pair(text, 17)];
  if (century < 10 || years < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  return day <= daysIn(century * 100 + years, month);
}

/** Milliseconds of a canonical date, for order only; a time without zone is Brussels time, a missing part the earliest. */
function instant(v: string): number | null {
  const parts = CANONICAL.exec(v);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[2]), Number(parts[3] ?? '1'), Number(parts[4] ?? '1')];
  const [hour = 0, minute = 0, second = 0] = (parts[5] ?? '0:0').split(':').map(Number);
  const zone = parts[6];
  const offset = zone === undefined ? brusselsOffset(year, month, day, hour) : zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
}

/** Month names from the locale, January first. */
function monthsOf(language: Language, width: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month: width, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2000, at, 15)));
}

const LONG_MONTHS: Readonly<Record<Language, readonly string[]>> = { nl: monthsOf('nl', 'long'), fr: monthsOf('fr', 'long'), de: monthsOf('de', 'long'), en: monthsOf('en', 'long') };
const SHORT_ENGLISH_MONTHS = monthsOf('en', 'short');

function showDay(year: string, month: string, day: string, language: Language): string {
  if (language === 'en') return `${Number(day)} ${SHORT_ENGLISH_MONTHS[Number(month) - 1] ?? month} ${year}`;
  const mark = { nl: '-', fr: '/', de: '.' }[language];
  return [day, month, year].join(mark);
}

/**
 * A moment as precise as is known: "1984", "1984-03", "1984-03-14", "2026-02-01T14:05", "2026-02-01T14:05:11Z", "~1984".
 * A time without zone is Brussels time. Two-digit years follow the fixed century rule of calendar.ts.
 */
export const date: ValueKind = {
  id: 'date',
  parse: (text, context) => (isMoment(text) ? { v: text } : readShort(text, (line) => parsedDate(line, context) ?? { doubt: 'format' })),
  format(v, language) {
    const parts = CANONICAL.exec(v);
    if (parts === null) return v;
    const [, approximate, year = '', month, day, time, zone] = parts;
    const head = approximate === '~' ? '± ' : '';
    if (month === undefined) return head + year;
    if (day === undefined) return `${head}${LONG_MONTHS[language][Number(month) - 1] ?? month} ${year}`;
    const shown = head + showDay(year, month, day, language);
    if (time === undefined) return shown;
    return `${shown} ${time}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` ${zone}`}`;
  },
  compare(a, b) {
    const left = instant(a);
    const right = instant(b);
    if (left === null || right === null) return left === right ? plainOrder(a, b) : left === null ? 1 : -1;
    return left - right || a.length - b.length || plainOrder(a, b);
  },
  looksLike(text, context) {
    if (!isReadable(text)) return false;
    const line = oneLine(text);
    // A bare year may be any number, and "4.2012" or "2012.5" any measure.
    if (!/\d/.test(line) || (/^\d+(?:[.,]\d+)?$/.test(line) && !/^(?:\d{8}|\d{14})$/.test(line))) return false;
    return typeof parsedDate(line, context) === 'string';
  },
};
