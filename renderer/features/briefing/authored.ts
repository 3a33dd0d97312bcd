import type { AuthoredText } from '../../../shared/model/briefing';
import type { Language } from '../../../shared/values/kind';

/** Longest text that one field of a briefing takes. */
export const MOST_TEXT = 20_000;

/** A text that nobody wrote yet, to be written in `language`. */
export const noText = (language: Language): AuthoredText => ({ original: language, texts: {} });

/** What stands in the field of one language; empty where it is not translated yet. */
export const textIn = (text: AuthoredText | null, language: Language): string => text?.texts[language] ?? '';

const isWritten = (text: AuthoredText): boolean => Object.values(text.texts).some((each) => each.trim() !== '');

/** The author's own words; where these are missing, any translation. */
export const ownWords = (text: AuthoredText | null): string => (text === null ? '' : (text.texts[text.original] ?? Object.values(text.texts).find((each) => each !== '') ?? ''));

/** A text in a language; where it is not translated yet, the author's own words. */
export const shownText = (text: AuthoredText | null, language: Language): string => textIn(text, language) || ownWords(text);

/** Writes a text in one language. The first language that anything is written in is the original; an emptied translation is missing again. */
export function withText(text: AuthoredText, language: Language, written: string): AuthoredText {
  const { [language]: _old, ...rest } = text.texts;
  const next: AuthoredText = { original: text.original, texts: written === '' ? rest : { ...rest, [language]: written.slice(0, MOST_TEXT) } };
  return isWritten(next) && textIn(next, next.original) === '' && written !== '' && !isWritten({ ...next, texts: rest }) ? { ...next, original: language } : next;
}

/** True when the author wrote it in another language than this one: then this language holds its translation. */
export const isTranslation = (text: AuthoredText, language: Language): boolean => text.original !== language && ownWords(text) !== '';

/** Written, but not in this language yet. */
export const lacks = (text: AuthoredText | null, language: Language): boolean => text !== null && isWritten(text) && textIn(text, language).trim() === '';
