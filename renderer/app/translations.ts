import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../../shared/values/kind';

/** All texts are part of the page: nothing is loaded later, so that a change of language shows at once. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../resources/translations/*/*.json', { eager: true, import: 'default' });

type Namespaces = Record<string, Readonly<Record<string, unknown>>>;

/** Texts by language and namespace, as the files hold them. */
export function translationResources(): Record<string, Namespaces> {
  const resources: Record<string, Namespaces> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2);
    (resources[language] ??= {})[file.replace(/\.json$/, '')] = texts;
  }
  return resources;
}

/** Prepares the texts in one language. The values put into them are never treated as HTML: React escapes them. */
export async function startTranslations(language: Language): Promise<i18n> {
  const resources = translationResources();
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...LANGUAGES],
    fallbackLng: 'en',
    ns: Object.keys(resources['en'] ?? {}),
    defaultNS: 'app',
    resources,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return i18next;
}

/** Changes the language of the whole window, and of what screen readers take it for. */
export async function speakLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
