/** How moments are put together: by their place in time, or by where they lie in a week or day. */
export const DATE_PARTS = ['year', 'month', 'weekday', 'hour'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * The part of a canonical date as a key that sorts as it should: "2026", "2026-02", weekday "1" (Monday) to "7", hour "00" to "23". Null where the date
 * is not as precise as that. Times count as they are written, in their own zone.
 */
export function datePart(canonical: string, part: DatePart): string | null {
  const text = canonical.startsWith('~') ? canonical.slice(1) : canonical;
  if (part === 'year') return /^\d{4}/.exec(text)?.[0] ?? null;
  if (part === 'month') return /^\d{4}-\d{2}/.exec(text)?.[0] ?? null;
  if (part === 'hour') return /T(\d{2})/.exec(text)?.[1] ?? null;
  const day = DAY.exec(text);
  if (day === null) return null;
  const [, year, month, date] = day;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay();
  return String(weekday === 0 ? 7 : weekday);
}
