import { valueKinds } from '../values';
import type { Language } from '../values/kind';

/** An ISO moment (UTC) as date and time in Brussels, or its day alone. What is no moment is shown as it is. */
export function momentText(iso: string, language: Language, precision: 'minute' | 'day' = 'minute'): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return iso;
  // The Swedish locale writes "2026-02-21 14:05": the canonical form of a date but for its T.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(moment).replace(' ', 'T');
  return valueKinds.date.format(precision === 'day' ? local.slice(0, 10) : local, language);
}
