/** Wall-clock moments of the story, as whole seconds since 1970 counted as if the clocks of the port were UTC: no time zone can shift them. */
const two = (value) => String(value).padStart(2, '0');

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;

/** From "2026-01-08T04:52:00" or "2026-01-08". */
export const moment = (iso) => Date.parse(`${iso.length === 10 ? `${iso}T00:00:00` : iso}Z`) / 1000;

export const STORY_START = moment('2025-12-01');
export const STORY_END = moment('2026-03-28');

/** First second of the day that `at` falls in. */
export const dayOf = (at) => at - (at % DAY);
/** 0 is Sunday. */
export const weekday = (at) => new Date(at * 1000).getUTCDay();
/** The first day from `at` on that banks work. */
export const bankDay = (at) => at + ({ 0: 1, 6: 2 }[weekday(at)] ?? 0) * DAY;
export const hourOf = (at) => Math.floor((at % DAY) / HOUR);

/** "2026-01-08T04:52:00" */
export const isoText = (at) => new Date(at * 1000).toISOString().slice(0, 19);
/** "2026-01-08" */
export const isoDate = (at) => isoText(at).slice(0, 10);
/** "08/01/2026" */
export function slashDate(at) {
  const [year, month, day] = isoDate(at).split('-');
  return `${day}/${month}/${year}`;
}
/** "04:52" */
export const clock = (at) => isoText(at).slice(11, 16);
/** "14/03/1984" from a birth date in parts. */
export const birthText = (birth) => `${two(birth.day)}/${two(birth.month)}/${birth.year}`;
