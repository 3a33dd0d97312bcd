/** Two-digit years up to this one belong to the 2000s, later ones to the 1900s. Fixed, so that a file reads alike in any year. */
export const CENTURY_PIVOT = 39;

/** The full year of a written one: "26" is 2026, "84" is 1984. */
export function fullYear(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year <= CENTURY_PIVOT ? 2000 : 1900);
}

/** Number of days in a month (1 to 12) of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day of the last Sunday of a month. */
function lastSunday(year: number, month: number): number {
  const last = daysIn(year, month);
  return last - new Date(Date.UTC(year, month - 1, last)).getUTCDay();
}

/** Minutes that clocks in Brussels are ahead of UTC at a wall time there (European summer time since 1996). */
export function brusselsOffset(year: number, month: number, day: number, hour: number): number {
  if (month < 3 || month > 10) return 60;
  if (month > 3 && month < 10) return 120;
  const change = lastSunday(year, month);
  const after = day > change || (day === change && hour >= 2 + (month === 10 ? 1 : 0));
  return after === (month === 3) ? 120 : 60;
}

/** Minutes that clocks in Brussels are ahead of UTC at a moment (ms since 1970, UTC): summer time begins and ends at 01:00 UTC on the last Sundays of March and October. */
export function brusselsAhead(moment: number): number {
  const date = new Date(moment);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  if (month < 3 || month > 10) return 60;
  if (month > 3 && month < 10) return 120;
  const after = moment >= Date.UTC(year, month - 1, lastSunday(year, month), 1);
  return after === (month === 3) ? 120 : 60;
}
