import type { StoredValue } from '../values/kind';

/** Nobody is older. */
export const OLDEST_YEARS = 120;

/** What is wrong with the dates of a life: born after dying, too old, or present before being born. */
export const LIFE_FAULTS = ['bornAfterDeath', 'tooOld', 'diedTooOld', 'beforeBirth'] as const;
export type LifeFault = (typeof LIFE_FAULTS)[number];

const DAY = /^~?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** The first or last day that a canonical date may mean ("1984" begins on 1984-01-01), as text that orders; null for what is no date. An approximate one says nothing sure. */
export function dayOf(date: string, end: 'first' | 'last'): string | null {
  const parts = DAY.exec(date);
  if (parts === null || date.startsWith('~')) return null;
  const [, year = '', month, day] = parts;
  // As text the 31st of any month is not before its last day, which is all that is asked.
  return end === 'first' ? `${year}-${month ?? '01'}-${day ?? '01'}` : `${year}-${month ?? '12'}-${day ?? '31'}`;
}

/** True when the date is surely after `today` ("2026-05-03"). */
export function isFuture(date: string, today: string): boolean {
  const first = dayOf(date, 'first');
  return first !== null && first > today;
}

const yearsLater = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;

/** What is surely wrong between births and deaths of one person, of which each may be right; null when some of them go together. Dates in doubt are passed over. */
export function lifeFault(births: readonly StoredValue[], deaths: readonly StoredValue[], today: string): LifeFault | null {
  const days = (values: readonly StoredValue[], end: 'first' | 'last'): string[] => values.filter((value) => value.doubt === undefined).flatMap((value) => dayOf(value.v, end) ?? []).toSorted();
  const [born] = days(births, 'first');
  const youngest = days(births, 'last').at(-1);
  if (born === undefined || youngest === undefined) return null;
  const died = days(deaths, 'last').at(-1);
  const soonest = days(deaths, 'first')[0];
  if (died !== undefined && died < born) return 'bornAfterDeath';
  if (soonest !== undefined && yearsLater(youngest, OLDEST_YEARS + 1) < soonest) return 'diedTooOld';
  return deaths.length === 0 && yearsLater(youngest, OLDEST_YEARS + 1) < today ? 'tooOld' : null;
}
