/** The program's own texts, so that tests find what a user reads and no text stands in two places. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Language } from '../../../shared/values/kind';
import { root } from './program';

const made = new Map<Language, i18n>();

function instance(language: Language): i18n {
  const known = made.get(language);
  if (known) return known;
  const folder = join(root, 'resources', 'translations', language);
  const namespaces = Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>]));
  const fresh = i18next.createInstance();
  void fresh.init({ lng: language, resources: { [language]: namespaces }, ns: Object.keys(namespaces), defaultNS: 'app', interpolation: { escapeValue: false }, initAsync: false });
  made.set(language, fresh);
  return fresh;
}

/** The text behind "namespace:key". Throws when there is none, so that a renamed key fails where it is used. */
export function text(key: string, values: Readonly<Record<string, string | number>> = {}, language: Language = 'en'): string {
  const words = instance(language);
  if (!words.exists(key, values)) throw new Error(`There is no text ${key} in ${language}`);
  return words.t(key, values);
}
