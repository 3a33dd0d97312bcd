/** A time of day as canonical text: "14:05" or "14:05:11", with its zone ("Z", "+01:00") or ''. */
export interface ClockTime {
  readonly time: string;
  readonly zone: string;
}

const LEAD = /^(?:[ ,]*t(?=\d)|[ ,]*(?:om|à|a|um|at|te|-|:)? ?)/i;
const SHAPE = /^(\d{1,2})(?:(?:[:.hu] ?([0-5]\d))(?:[:.]([0-5]\d)(?:[.,]\d{1,9})?)?)?(h|u)? ?(uur|uhr|heures?|hrs?|a\.?m\.?|p\.?m\.?)? ?(z|utc|gmt|cet|cest|met|mest|[+-]\d{2}(?::?\d{2})?)?$/i;
const ZONES: Readonly<Record<string, string>> = { Z: 'Z', UTC: 'Z', GMT: 'Z', CET: '+01:00', MET: '+01:00', CEST: '+02:00', MEST: '+02:00' };

function zoneOf(written: string | undefined): string | null {
  if (written === undefined) return '';
  const named = ZONES[written.toUpperCase()];
  if (named !== undefined) return named;
  const hours = Number(written.slice(1, 3));
  const minutes = Number(written.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return null;
  return hours === 0 && minutes === 0 ? 'Z' : `${written.slice(0, 3)}:${String(minutes).padStart(2, '0')}`;
}

/**
 * Reads what follows a date: "14:05", "T14:05:11Z", "14u30", "14h30", "14.30 uur", "2:05 pm", "om 14u". Null when it is no time of day.
 * "14.30" without more is a time, because it is only asked for behind a whole date. Fractions of a second are left out.
 */
export function readClockTime(text: string): ClockTime | null {
  const parts = SHAPE.exec(text.replace(LEAD, '').trim());
  if (parts === null) return null;
  const [, hourText = '', minute, second, sign, word = '', zoneText] = parts;
  if (minute === undefined && sign === undefined && word === '') return null;
  let hour = Number(hourText);
  if (/^[ap]/i.test(word)) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(word) ? 12 : 0);
  }
  const zone = zoneOf(zoneText);
  if (hour > 23 || zone === null) return null;
  return { time: `${String(hour).padStart(2, '0')}:${minute ?? '00'}${second === undefined ? '' : `:${second}`}`, zone };
}
