import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../shared/values/kind';
import { LOCALES } from '../../shared/values/locale';
import { formatValue } from '../../shared/values';

const isLanguage = (code: string | undefined): code is Language => LANGUAGES.some((each) => each === code);

/** The language that the interface is in now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'nl';
}

/** A whole number as the locale writes it. */
export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** A size in bytes, with the unit that leaves one to four figures. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1000 ** step);
}

/** An ISO moment (UTC) as date and time in Brussels; the day alone when `precision` is "day". Empty for what is no moment. */
export function formatMoment(iso: string | null, language: Language, precision: 'minute' | 'second' | 'day' = 'minute'): string {
  const moment = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(moment)) return '';
  // Days are written as in the facts beside them; the Swedish way of writing a moment is the canonical one.
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Brussels' }).format(moment).split(' ');
  const shown = formatValue('date', day, language);
  return precision === 'day' ? shown : `${shown} ${precision === 'second' ? time : time.slice(0, 5)}`;
}
