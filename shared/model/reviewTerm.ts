/** Months after which a source is looked at again where the case says nothing else: five years, the term of administrative data. */
export const REVIEW_MONTHS = 60;

/** The day so many months after an ISO time or day: "2026-05-03". A day that its month does not have becomes its last. */
export function dueAfter(received: string, months: number): string {
  const year = Number(received.slice(0, 4));
  const month = Number(received.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(received.slice(8, 10)), last))).toISOString().slice(0, 10);
}
