import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenInBytes, forbiddenInText } from '../../../shared/briefing/encoded';
import { ForbiddenTexts } from '../../../shared/briefing/searched';

const utf16 = (text: string, big = false): Buffer => (big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const flat = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const base64At = (offset: number) => (text: string): Buffer => Buffer.from(Buffer.concat([Buffer.alloc(offset, 0xa7), Buffer.from(text, 'utf8')]).toString('base64'));

/** Every way in which RED-1 wants a text to be found. */
const FORMS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-16LE': (text) => utf16(text),
  'UTF-16BE': (text) => utf16(text, true),
  'UTF-16LE at an odd byte': (text) => Buffer.concat([Buffer.of(0x7c), utf16(text)]),
  'lower case': (text) => Buffer.from(text.toLowerCase(), 'utf8'),
  'upper case': (text) => Buffer.from(text.toUpperCase(), 'utf8'),
  NFC: (text) => Buffer.from(text.normalize('NFC'), 'utf8'),
  NFD: (text) => Buffer.from(text.normalize('NFD'), 'utf8'),
  'without accents': (text) => Buffer.from(flat(text), 'utf8'),
  'without blanks': (text) => Buffer.from(text.replaceAll(' ', ''), 'utf8'),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
  'hexadecimal digits': (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
  'upper-case digits, after another': (text) => Buffer.from(`A${Buffer.from(text, 'utf8').toString('hex').toUpperCase()}`),
  'hexadecimal digits of UTF-16': (text) => Buffer.from(utf16(text, true).toString('hex')),
  'base64 at 0': base64At(0),
  'base64 at 1': base64At(1),
  'base64 at 2': base64At(2),
  'base64 in lines': (text) => Buffer.from(Buffer.from(`${'x'.repeat(70)} ${text} y`, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n')),
  'base64 for addresses': (text) => Buffer.from(Buffer.from(`~~?>${text}`, 'utf8').toString('base64url')),
  'base64 of UTF-16': (text) => Buffer.from(utf16(text).toString('base64')),
  'URL-encoded': (text) => Buffer.from(encodeURIComponent(text)),
  'quoted-printable': (text) => Buffer.from([...Buffer.from(text, 'utf8')].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')),
  'references of XML': (text) => Buffer.from([...text].map((sign) => `&#${sign.codePointAt(0) ?? 0};`).join('')),
  'escapes of JSON': (text) => Buffer.from([...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
};

const TEXTS = ['Żółta Łódź', 'Björn Åkesson-Núñez', '1-ABC-234', '+32470550127', 'De Zwarte Zwaan van Gand'];

describe('a withheld text', () => {
  it.each(Object.keys(FORMS))('is found in %s, wherever it stands', (form) => {
    for (const text of TEXTS) {
      // Latin letters have no place for these.
      if (form === 'windows-1252' && /[^\u0000-\u00ff]/.test(text)) continue;
      const encoded = FORMS[form]?.(text) ?? Buffer.alloc(0);
      for (const before of ['', '<a b="1">tekst ', '\n']) {
        const bytes = Buffer.concat([Buffer.from(before), encoded, Buffer.from(' <c/>')]);
        expect(forbiddenInBytes(bytes, new ForbiddenTexts([text])), `${text} in ${form}`).toBe(text);
      }
    }
  });

  it('is found in UTF-16 behind references of XML', () => {
    expect(forbiddenInBytes(utf16('\ufeff<a>Zwart &amp; Zoon</a>'), new ForbiddenTexts(['Zwart & Zoon']))).toBe('Zwart & Zoon');
  });

  it('in a script without letters in UTF-8 alone is found in UTF-16 as well', () => {
    const forbidden = new ForbiddenTexts(['王小明案件']);
    for (const big of [false, true]) expect(forbiddenInBytes(utf16('abc 王小明案件 def', big), forbidden)).toBe('王小明案件');
    for (const text of ['Иван Петров', 'بدر الدين', 'Γιώργος']) expect(forbiddenInBytes(utf16(text), new ForbiddenTexts([text]))).toBe(text);
  });

  it('is not found where it is not: not in noise, in ids or in longer words', () => {
    const forbidden = new ForbiddenTexts([...TEXTS, 'Kees', 'anna']);
    expect(forbiddenInText('Hannah keest Keesje; 01930000-0000-7000-8000-00000000abcd', forbidden)).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ minLength: 0, maxLength: 4000 }), (noise) => {
      expect(forbiddenInText(Buffer.from(noise).toString('hex'), forbidden)).toBeNull();
      expect(forbiddenInText(Buffer.from(noise).toString('base64'), forbidden)).toBeNull();
    }), { numRuns: 100 });
  });
});
