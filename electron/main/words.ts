import type { Failure } from '../../shared/contract';
import { wordsOf, type Words as DocumentWords } from '../../shared/briefing/words';
import type { Language } from '../../shared/values/kind';

type Words = Readonly<Record<string, string>>;

const menus = import.meta.glob<Words>('../../resources/translations/*/main.json', { eager: true, import: 'default' });
const failures = import.meta.glob<Words>('../../resources/translations/*/failures.json', { eager: true, import: 'default' });

const documents = import.meta.glob<Words>('../../resources/translations/*/document.json', { eager: true, import: 'default' });

const fill = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => String(values[name] ?? ''));

/** Words of menus, dialogs and headless runs, from the translation files. A key that is missing shows itself, so that a test and a user can name it. */
export function translate(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(menus[`../../resources/translations/${language}/main.json`]?.[key] ?? key, values);
}

/** The sentence for a failure: the same words that the page shows. */
export function sentence(language: Language, failure: Failure): string {
  return fill(failures[`../../resources/translations/${language}/failures.json`]?.[failure.code] ?? failure.code, failure.details);
}

/** What documents say in a language. */
export const documentWords = (language: Language): DocumentWords => wordsOf(documents[`../../resources/translations/${language}/document.json`] ?? {}, language);
