import iconv from 'iconv-lite';
import type { StoredValue } from '../../../../../shared/values/kind';

const SKIPPED = /^(?:fonttbl|colortbl|stylesheet|info|pict|object|generator|themedata|listtable|listoverridetable|rsidtbl|header|footer)$/;
const BREAKS: Readonly<Record<string, string>> = { par: '\n', line: '\n', row: '\n', tab: '\t', cell: '\t', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' };

/** The words of rich text, without its formatting. */
function wordsOf(rich: string): string {
  let out = '';
  let skip = 0;
  const outer: { readonly skip: number; readonly fallback: number }[] = [];
  let fallback = 1;
  let drop = 0;
  const write = (text: string): void => {
    if (skip === 0) out += text;
  };
  const tokens = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
  for (const [, word, number, hex, sign, brace, plain] of rich.matchAll(tokens)) {
    if (brace === '{') outer.push({ skip, fallback });
    else if (brace === '}') ({ skip, fallback } = outer.pop() ?? { skip: 0, fallback: 1 });
    else if (sign === '*') skip = 1;
    else if (sign !== undefined) write('\\{}'.includes(sign) ? sign : sign === '~' ? ' ' : '');
    else if (hex !== undefined) {
      if (drop > 0) drop -= 1;
      else write(iconv.decode(Buffer.of(Number.parseInt(hex, 16)), 'windows-1252'));
    } else if (word === 'u' && number !== undefined) {
      write(String.fromCharCode((Number(number) + 65_536) % 65_536));
      drop = fallback;
    } else if (word === 'uc') fallback = Math.min(8, Math.max(0, Number(number ?? '1')));
    else if (word !== undefined) {
      if (SKIPPED.test(word)) skip = 1;
      else write(BREAKS[word] ?? '');
    } else if (plain !== undefined) {
      write(plain.slice(drop));
      drop = Math.max(0, drop - plain.length);
    }
  }
  return out.replaceAll('\u0000', '').trim();
}

/** A text of a chart as a value: line ends made one, rich text as its words with what was written beside them. */
export function textValue(text: string): StoredValue | null {
  const written = text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim();
  if (written === '') return null;
  if (!written.startsWith('{\\rtf')) return { v: written.slice(0, 1_000_000) };
  const words = wordsOf(written.slice(0, 5_000_000));
  return words === '' ? null : { v: words.slice(0, 1_000_000), raw: written.slice(0, 1_000_000) };
}
