import type { Language } from '../values/kind';

/** A text of the document in its language. `count` among the values picks singular or plural. A key that is missing shows itself. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Words from the texts of one language: flat keys, "{{name}}" for values, "key_one" and "key_other" where a count decides. */
export function wordsOf(texts: Readonly<Record<string, string>>, language: Language): Words {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const count = values['count'];
    const text = typeof count === 'number' ? (texts[`${key}_${plural.select(count)}`] ?? texts[`${key}_other`] ?? texts[key]) : texts[key];
    return (text ?? key).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
  };
}
