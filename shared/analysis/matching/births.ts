/** How two dates of birth stand to one another; `other` and `generation` (father and son) contradict. */
export type BirthFinding = 'same' | 'swapped' | 'digit' | 'month' | 'year' | 'part' | 'near' | 'other' | 'generation';

const DATE = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;
/** The day that registers write for an unknown one. */
const UNKNOWN_DAY = '01-01';
const NEAR_YEARS = 2;
const NEAR_DAYS = 3;
/** Fewer years lie between parents and children only seldom. */
const GENERATION = 15;

function differing(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) count += 1;
  return count;
}

/** Two adjacent digits changed places: "1984" and "1948". */
function turned(a: string, b: string): boolean {
  for (let at = 0; at < a.length - 1; at += 1) if (a[at] !== b[at]) return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return false;
}

/**
 * Compares two canonical dates (shared/values/date.ts) as far as both are known: day and month swapped and one wrong digit are mistakes of one who writes,
 * 1 January is what registers put for a day that they do not know. Null where one is no date.
 */
export function compareBirths(a: string, b: string): BirthFinding | null {
  const [one, other] = [DATE.exec(a), DATE.exec(b)];
  if (one === null || other === null) return null;
  const [, aboutA, yearA = '', monthA, dayA] = one;
  const [, aboutB, yearB = '', monthB, dayB] = other;
  const about = aboutA === '~' || aboutB === '~';
  const years = Math.abs(Number(yearA) - Number(yearB));
  if (monthA === undefined || monthB === undefined || about) return years === 0 ? 'year' : years <= NEAR_YEARS ? 'near' : years >= GENERATION ? 'generation' : 'other';
  if (dayA === undefined || dayB === undefined) return years === 0 ? (monthA === monthB ? 'month' : 'near') : years <= NEAR_YEARS && monthA === monthB ? 'near' : years >= GENERATION ? 'generation' : 'other';
  const [restA, restB] = [`${monthA}-${dayA}`, `${monthB}-${dayB}`];
  if (years === 0) {
    if (restA === restB) return restA === UNKNOWN_DAY ? 'year' : 'same';
    if (monthA === dayB && dayA === monthB) return 'swapped';
    if (restA === UNKNOWN_DAY || restB === UNKNOWN_DAY) return 'year';
  }
  const [allA, allB] = [yearA + monthA + dayA, yearB + monthB + dayB];
  if (differing(allA, allB) === 1 || turned(allA, allB)) return 'digit';
  if (years >= GENERATION) return 'generation';
  // Two of day, month and year agree, or the year nearly.
  if (Number(years === 0) + Number(monthA === monthB) + Number(dayA === dayB) === 2) return 'part';
  return years <= 1 && Math.abs(Number(monthA) - Number(monthB)) <= 1 && Math.abs(Number(dayA) - Number(dayB)) <= NEAR_DAYS ? 'near' : 'other';
}
