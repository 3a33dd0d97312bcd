import { valueKinds } from '../values';
import type { Language } from '../values/kind';

/** A date or time with a zone: only these have to be brought to Belgian time. */
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

/** A canonical date as people read it; a time that has a zone is told in Belgian time. */
export function dateText(v: string, language: Language): string {
  const parts = ZONED.exec(v);
  const moment = parts === null ? Number.NaN : Date.parse(v);
  return valueKinds.date.format(Number.isNaN(moment) ? v : brussels(moment, parts?.[1] !== undefined), language);
}

// The Swedish locale writes "2026-02-21 14:05:11": the canonical form of a date but for its T. Made once: that takes longer than a thousand uses.
const TO_MINUTES: Intl.DateTimeFormatOptions = { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
const MINUTES = new Intl.DateTimeFormat('sv-SE', TO_MINUTES);
const SECONDS = new Intl.DateTimeFormat('sv-SE', { ...TO_MINUTES, second: '2-digit' });

/** A moment as canonical date and time in Brussels, without zone. */
const brussels = (moment: number, seconds: boolean): string => (seconds ? SECONDS : MINUTES).format(moment).replace(' ', 'T');

/** An ISO moment (UTC) as date and time in Brussels, or its day alone. What is no moment is shown as it is. */
export function momentText(iso: string, language: Language, precision: 'minute' | 'day' = 'minute'): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return iso;
  const local = brussels(moment, false);
  return valueKinds.date.format(precision === 'day' ? local.slice(0, 10) : local, language);
}
