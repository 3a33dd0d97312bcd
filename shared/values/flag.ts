import type { Language, ValueKind } from './kind';
import { plainOrder, readShort } from './written';

const YES = new Set(['ja', 'j', 'oui', 'o', 'yes', 'y', 'true', 'waar', 'vrai', 'wahr', '1', 'x', '✓', '✔', 'v']);
const NO = new Set(['nee', 'neen', 'n', 'non', 'no', 'nein', 'false', 'onwaar', 'niet waar', 'faux', 'falsch', '0']);
const WORDS: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  nl: ['ja', 'nee'],
  fr: ['oui', 'non'],
  de: ['ja', 'nein'],
  en: ['yes', 'no'],
};

/** Yes or no; canonical "true" or "false". */
export const flag: ValueKind = {
  id: 'flag',
  parse: (text) =>
    readShort(text, (line) => {
      const word = line.toLowerCase();
      return YES.has(word) ? 'true' : NO.has(word) ? 'false' : { doubt: 'format' };
    }),
  format: (v, language) => (v === 'true' ? WORDS[language][0] : v === 'false' ? WORDS[language][1] : v),
  compare: plainOrder,
  looksLike: (text) => /^(?:ja|nee|neen|oui|non|yes|no|nein|true|false|waar|onwaar|vrai|faux|wahr|falsch)$/i.test(text.trim()),
};
