import type { AuthoredText } from '../model/briefing';
import type { Language } from '../values/kind';
import type { CitedText } from './document';

/** What an author wrote, as a document in one language prints it. */
export interface Printed {
  readonly text: string;
  /** Where it is not the document's. */
  readonly language?: Language;
  /** The author's own words, where `text` is a translation of them. */
  readonly original: { readonly text: string; readonly language: Language } | null;
}

const closedUp = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The text in the document's language; in the author's where it is not translated yet, and then as such. */
export function printed({ original, texts }: AuthoredText, language: Language): Printed {
  const own = closedUp(texts[original]);
  const wanted = closedUp(texts[language]);
  if (wanted === '') return { text: own, ...(original === language || own === '' ? {} : { language: original }), original: null };
  return { text: wanted, original: original === language || own === '' || own === wanted ? null : { text: own, language: original } };
}

/** True where the author wrote something that is not there in this language. */
export const lacksTranslation = (text: AuthoredText, language: Language): boolean => printed(text, language).language !== undefined;

/** A cell or a heading: the text, and beneath it the author's own words where both are wanted. */
export function printedLines(text: AuthoredText, language: Language, beside: boolean): CitedText[] {
  const { text: shown, language: of, original } = printed(text, language);
  if (shown === '') return [];
  return [
    { text: shown, sources: [], emphasis: 'plain', ...(of === undefined ? {} : { language: of }) },
    ...(beside && original !== null ? [{ text: original.text, sources: [], emphasis: 'original' as const, language: original.language }] : []),
  ];
}
