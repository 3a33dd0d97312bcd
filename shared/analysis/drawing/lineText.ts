import type { ChartOptions } from '../../model/drawing';
import { formatValue } from '../../values';
import { LANGUAGES, type Language } from '../../values/kind';
import { LOCALES } from '../../values/locale';
import type { Flow } from './fold';

/** What a line has to say of what it stands for. Dates are canonical. */
export interface Lettered {
  readonly count: number;
  readonly amount: string | null;
  /** Where several: a total for each currency. */
  readonly totals?: readonly string[];
  /** How many of its links have no part in the total. */
  readonly unpriced?: number;
  readonly flow?: Flow;
  readonly start: string | null;
  readonly end: string | null;
}

export interface LineWords {
  readonly language: Language;
  /** An amount as readers write it. */
  readonly amount: (canonical: string) => string;
  /** Says of an amount that it is what is left after what came back. */
  readonly net: (amount: string) => string;
}

/** Stands between what is said of one line. */
const BETWEEN = ' · ';

const COUNTS = Object.fromEntries(LANGUAGES.map((language) => [language, new Intl.NumberFormat(LOCALES[language])])) as Record<Language, Intl.NumberFormat>;
const DAYS = Object.fromEntries(LANGUAGES.map((language) => [language, new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })])) as Record<Language, Intl.DateTimeFormat>;

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (date: string): string => date.replace(/T.*$/, '');

/** From day to day, as short as the language allows; one day where both are the same, an open end where `end` is null. Empty without a start. */
export function spanText(start: string | null, end: string | null, language: Language): string {
  if (start === null) return end === null ? '' : `– ${formatValue('date', dayOf(end), language)}`;
  const from = dayOf(start);
  if (end === null) return `${formatValue('date', from, language)} –`;
  const to = dayOf(end);
  if (WHOLE_DAY.test(from) && WHOLE_DAY.test(to)) return DAYS[language].formatRange(Date.parse(from), Math.max(Date.parse(from), Date.parse(to))).replaceAll('\u2009', ' ');
  return from === to ? formatValue('date', from, language) : `${formatValue('date', from, language)} – ${formatValue('date', to, language)}`;
}

/**
 * What stands on a line, by what the chart asks for; without a wish the total, else the number of links, and both where the total is not that of all of them.
 * Empty for a line that has nothing of it to say. `happens`: its type is a happening, which ends where it starts.
 */
export function lineText(line: Lettered, wanted: ChartOptions['lineTexts'], happens: boolean, { language, amount, net }: LineWords): string {
  const totals = line.totals ?? (line.amount === null ? [] : [line.amount]);
  const said = totals.map(amount).filter((text) => text !== '').join(' + ');
  const total = said === '' || line.flow === undefined ? said : net(said);
  const count = line.count > 1 ? COUNTS[language].format(line.count) : '';
  if (wanted === undefined) return total === '' ? count : [(line.unpriced ?? 0) > 0 ? count : '', total].filter((text) => text !== '').join(BETWEEN);
  const dates = spanText(line.start, line.end ?? (happens ? line.start : null), language);
  const texts = { count, total, dates };
  return (['count', 'total', 'dates'] as const).filter((each) => wanted.includes(each)).map((each) => texts[each]).filter((text) => text !== '').join(BETWEEN);
}
