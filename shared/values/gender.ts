import type { Language, ValueKind } from './kind';
import { plainOrder, readShort } from './written';

const WORDS: Readonly<Record<'m' | 'f' | 'x', ReadonlySet<string>>> = {
  m: new Set(['m', 'man', 'mannelijk', 'h', 'homme', 'masculin', 'mr', 'dhr', 'monsieur', 'herr', 'mann', 'männlich', 'maennlich', 'male', '1']),
  f: new Set(['f', 'v', 'w', 'vrouw', 'vrouwelijk', 'femme', 'féminin', 'feminin', 'mevr', 'mw', 'mme', 'madame', 'frau', 'weiblich', 'female', 'woman', '2']),
  x: new Set(['x', 'd', 'anders', 'autre', 'divers', 'andere', 'other']),
};
const LETTERS: Readonly<Record<Language, Readonly<Record<'m' | 'f' | 'x', string>>>> = {
  nl: { m: 'M', f: 'V', x: 'X' },
  fr: { m: 'M', f: 'F', x: 'X' },
  de: { m: 'M', f: 'W', x: 'X' },
  en: { m: 'M', f: 'F', x: 'X' },
};

/** Gender as registers write it; canonical "m", "f" or "x". */
export const gender: ValueKind = {
  id: 'gender',
  parse: (text) =>
    readShort(text, (line) => {
      const word = line.toLowerCase().replace(/\.$/, '');
      for (const code of ['m', 'f', 'x'] as const) if (WORDS[code].has(word)) return code;
      return { doubt: 'format' };
    }),
  format: (v, language) => (v === 'm' || v === 'f' || v === 'x' ? LETTERS[language][v] : v),
  compare: plainOrder,
  looksLike: (text) => /^(?:m|v|f|x|h|w|man|vrouw|homme|femme|mann|frau|male|female|mannelijk|vrouwelijk|masculin|féminin|männlich|weiblich)$/i.test(text.trim()),
};
