import type { Language } from './kind';

/** The locale whose customs for numbers and money each language follows. */
export const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE', en: 'en-GB' };

interface NumberMarks {
  readonly group: string;
  readonly decimal: string;
}

/** The marks between thousands and before decimals, as the locale writes them. */
function marksOf(locale: string): NumberMarks {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, useGrouping: 'always' }).formatToParts(1234567.5);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return { group: part('group'), decimal: part('decimal') };
}

export const NUMBER_MARKS: Readonly<Record<Language, NumberMarks>> = {
  nl: marksOf(LOCALES.nl),
  fr: marksOf(LOCALES.fr),
  de: marksOf(LOCALES.de),
  en: marksOf(LOCALES.en),
};

/** Orders names as people expect: accents and case last, digits by value. */
export const NAME_ORDER = new Intl.Collator('nl-BE', { numeric: true, sensitivity: 'variant' });
