import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { parseValue } from '../../values';
import type { ParseContext } from '../../values/kind';
import { NO_PHONE, PHONE } from './labels';
import type { Span } from './mention';

/** Runs of digits as numbers are written, on one line; there may be several in one run. */
const ON_A_LINE = /(?<![\p{L}\p{N}+]|\p{N}[.,\-/])\+?\(?\d(?:[ \u00a0()./\-\u2010-\u2013]{0,3}\d){6,40}(?![\p{L}\p{N}%€$£]|[.,\-/]\p{N})/gu;
/** One number that a line end broke. */
const BROKEN = /(?<![\p{L}\p{N}+]|\p{N}[.,\-/])\+?\(?\d(?:[ \u00a0()./\-\u2010-\u2013]{0,2}\d){2,12}[ \u00a0./\-\u2010-\u2013]{0,2}\r?\n[ \t]{0,8}\d(?:[ \u00a0()./\-\u2010-\u2013]{0,2}\d){1,12}(?![\p{L}\p{N}%€$£]|[.,\-/]\p{N})/gu;
/** How far a label may stand before its number. */
const BEFORE = 160;
/** Dates with or without a time, which telephone plans may allow as numbers. */
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}[./-]\d{2}[./-]\d{2})(?:[ -]+\d{1,2}[.:]?\d{2})?$/;
const COMMON: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A date, an amount or a number of something else that a telephone plan happens to allow. */
function accepted(written: string, before: string, context: ParseContext): boolean {
  const line = onOneLine(written);
  if (NO_PHONE.test(before)) return false;
  const labelled = PHONE.test(before);
  if (DATE.test(line) || (!labelled && !/^[+0(]/.test(line))) return false;
  const value = parseValue('phone', line, context);
  if (value === null || value.doubt !== undefined) return false;
  if (labelled || /^(?:\+|00)/.test(line)) return true;
  // Without a word that says so, a number of the country itself is believed when it is a mobile one or is grouped as people group them.
  const grouped = /^\(?0\d{1,3}\)?[ /.-]\d[\d .]{4,}$/u.test(line);
  return grouped || COMMON.has(parsePhoneNumberFromString(value.v)?.getType());
}

const isPhone = (text: string, context: ParseContext): boolean => {
  const value = parseValue('phone', onOneLine(text), context);
  return value !== null && value.doubt === undefined;
};

/** Numbers in one run of digits: it may hold several, or one and a remark. */
function within(run: string, context: ParseContext): readonly Span[] {
  if (isPhone(run, context)) return [{ start: 0, end: run.length }];
  const parts = [...run.matchAll(/\S.*?(?=\s+[/\-\u2013]\s+|\s{2,}|$)/gu)].map((part) => ({ start: part.index + (/^[/\-\u2013]\s+/u.exec(part[0])?.[0].length ?? 0), end: part.index + part[0].length }));
  if (parts.length > 1) return parts.filter(({ start, end }) => isPhone(run.slice(start, end), context));
  return findPhoneNumbersInText(run, { defaultCountry: context.country as CountryCode }).map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
}

/** Where telephone numbers stand in a text. Numbers of the context's own country need no prefix. */
export function findPhones(text: string, context: ParseContext): readonly Span[] {
  const spans: Span[] = [];
  const take = (span: Span): void => {
    if (accepted(text.slice(span.start, span.end), text.slice(Math.max(0, span.start - BEFORE), span.start), context)) spans.push(span);
  };
  for (const found of text.matchAll(ON_A_LINE)) for (const part of within(found[0], context)) take({ start: found.index + part.start, end: found.index + part.end });
  const whole = [...spans];
  for (const found of text.matchAll(BROKEN)) {
    const span = { start: found.index, end: found.index + found[0].length };
    if (isPhone(found[0], context) && !whole.some((other) => span.start < other.end && other.start < span.end)) take(span);
  }
  return spans;
}
