import { countryCode } from './countryCodes';
import type { Language, ValueKind } from './kind';
import { isReadable, plainOrder, readShort } from './written';

function namesIn(language: Language): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
}

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = { nl: namesIn('nl'), fr: namesIn('fr'), de: namesIn('de'), en: namesIn('en') };

/** A country; canonical its ISO 3166 code of two letters. A nationality is read as its country. */
export const country: ValueKind = {
  id: 'country',
  parse: (text) => readShort(text, (line) => countryCode(line) ?? { doubt: 'format' }),
  format: (v, language) => (/^[A-Z]{2}$/.test(v) ? (NAMES[language].of(v) ?? v) : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^[\p{L} '’.\-()]{2,50}$/u.test(text.trim()) && countryCode(text) !== null,
};
