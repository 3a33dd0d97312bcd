import { daysIn, fullYear } from './calendar';
import type { DateOrder, DoubtCode } from './kind';
import { monthNamed } from './monthNames';

/** Day and month are 0 where the source does not know them. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the date: a time, or ''. */
  readonly rest: string;
}

export type DateReading = DateParts | { readonly doubt: DoubtCode } | null;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)(.*)$/;
const YEAR_ONLY = /^(1[5-9]\d\d|20\d\d|21\d\d)$/;
const RUN = /^(\d{8})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(Z?)$/i;
const NUMERIC = /^(\d{1,2})([-/. ])(\d{1,2})\2'?(\d{4}|\d{2})(?!\d)(.*)$/;
const MONTH_YEAR = /^(\d{1,2})[-/.]((?:1[5-9]|20|21)\d\d)$/;
const DAY_NAME = /^(\d{1,2})(?:er|e|ste|de|st|nd|rd|th|\.)?[-. /]{0,2}(\p{L}{3,12})\.?[-,. /]{0,2}'?(\d{4}|\d{2})(?!\d)(.*)$/iu;
const NAME_DAY = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(.*)$/iu;
const NAME_YEAR = /^(\p{L}{3,12})\.?[- /](\d{4})$/u;

function checked(year: number, month: number, day: number, rest: string): DateReading {
  if (year < 1000 || month > 12 || (month === 0 && day > 0)) return { doubt: 'impossibleDate' };
  if (month > 0 && day > daysIn(year, month)) return { doubt: 'impossibleDate' };
  return { year, month, day, rest };
}

/** Sorts three numbers of which the order is asked; a value above twelve, or a year in front, settles itself. */
function ordered(first: string, second: string, last: string, order: DateOrder, rest: string): DateReading {
  if (order === 'ymd' || Number(first) > 31) {
    if (last.length === 2) return checked(fullYear(first), Number(second), Number(last), rest);
  }
  const a = Number(first);
  const b = Number(second);
  const year = fullYear(last);
  if (a > 12 && b > 12) return { doubt: 'impossibleDate' };
  if (a > 12) return checked(year, b, a, rest);
  if (b > 12) return checked(year, a, b, rest);
  // The file is said to put the year first, yet here it stands last: nothing tells which of the others is the day.
  if (order === 'ymd' && a !== b) return { doubt: 'ambiguousDate' };
  return order === 'mdy' ? checked(year, a, b, rest) : checked(year, b, a, rest);
}

function fromRun(digits: string, order: DateOrder, rest: string): DateReading {
  const yearFirst = /^(?:1[89]|20|21)\d\d(?:0\d|1[0-2])/.test(digits);
  if (yearFirst) return checked(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)), rest);
  if (!/^(?:1[89]|20|21)\d\d$/.test(digits.slice(4))) return null;
  return ordered(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), order, rest);
}

/** Reads the date at the head of a line in any notation of the four languages; null when there is none. */
export function readDateParts(line: string, order: DateOrder): DateReading {
  if (YEAR_ONLY.test(line)) return { year: Number(line), month: 0, day: 0, rest: '' };
  const yearFirst = YEAR_FIRST.exec(line);
  if (yearFirst !== null) return checked(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4] ?? '0'), yearFirst[5] ?? '');
  const run = RUN.exec(line);
  if (run !== null) {
    const time = run[2] === undefined ? '' : `${run[2]}:${run[3] ?? ''}${run[4] === undefined ? '' : `:${run[4]}`}${run[5] ?? ''}`;
    return fromRun(run[1] ?? '', order, time);
  }
  const numeric = NUMERIC.exec(line);
  if (numeric !== null) return ordered(numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? '', order, numeric[5] ?? '');
  const monthYear = MONTH_YEAR.exec(line);
  if (monthYear !== null) return checked(Number(monthYear[2]), Number(monthYear[1]), 0, '');
  return readNamedMonth(line);
}

function readNamedMonth(line: string): DateReading {
  const dayFirst = DAY_NAME.exec(line);
  const dayFirstMonth = dayFirst === null ? null : monthNamed(dayFirst[2] ?? '');
  if (dayFirst !== null && dayFirstMonth !== null) return checked(fullYear(dayFirst[3] ?? ''), dayFirstMonth, Number(dayFirst[1]), dayFirst[4] ?? '');
  const nameFirst = NAME_DAY.exec(line);
  const nameFirstMonth = nameFirst === null ? null : monthNamed(nameFirst[1] ?? '');
  if (nameFirst !== null && nameFirstMonth !== null) return checked(Number(nameFirst[3]), nameFirstMonth, Number(nameFirst[2]), nameFirst[4] ?? '');
  const nameYear = NAME_YEAR.exec(line);
  const nameYearMonth = nameYear === null ? null : monthNamed(nameYear[1] ?? '');
  return nameYear !== null && nameYearMonth !== null ? checked(Number(nameYear[2]), nameYearMonth, 0, '') : null;
}
