import type { Language } from '../../shared/values/kind';

const files = import.meta.glob<Record<string, string>>('../../resources/translations/*/main.json', { eager: true, import: 'default' });

/** Words of menus and dialogs, from the translation files. A key that is missing shows itself, so that a test and a user can name it. */
export function translate(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = files[`../../resources/translations/${language}/main.json`]?.[key] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
}
