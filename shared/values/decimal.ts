import type { Language } from './kind';
import { NUMBER_MARKS } from './locale';

/** Digits beyond which a text is no number that anyone counted. */
const LONGEST_DECIMAL = 60;

const GROUPED = /^\d{1,3}(?:[.,' ]\d{3})+$/;

interface Split {
  readonly whole: string;
  readonly fraction: string;
}

/** Whole digits from text that may carry thousand marks, or null when the marks do not group by three. */
function wholeDigits(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  if (!GROUPED.test(text)) return null;
  const marks = new Set(text.replace(/\d/g, ''));
  return marks.size === 1 ? text.replace(/\D/g, '') : null;
}

/** Finds the decimal mark: the last of two different marks, or the only one where it cannot group thousands. */
function split(text: string, decimal: ',' | '.'): Split | null {
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  const at = Math.max(lastComma, lastPoint);
  if (at < 0) return { whole: text, fraction: '' };
  const mark = text[at] ?? '';
  const once = text.indexOf(mark) === at;
  const other = lastComma >= 0 && lastPoint >= 0;
  const couldGroup = GROUPED.test(text) && !text.startsWith('0');
  if (once && (other || mark === decimal || !couldGroup)) return { whole: text.slice(0, at), fraction: text.slice(at + 1) };
  return { whole: text, fraction: '' };
}

/**
 * Reads a number as people write it ("1.234,56", "1 234,56", "1'234.56", "-12,5", "12-", "(12,50)") and returns it in plain
 * decimal form with the decimals as given ("1234.56", "-12.5"), or null. Works on digits only, so no digit is ever lost.
 */
export function readDecimal(text: string, decimal: ',' | '.'): string | null {
  let rest = text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').replace(/[\u2019`´]/g, "'").replace(/[\u2212\u2013]/g, '-').trim();
  if (rest.length > LONGEST_DECIMAL) return null;
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  } else if (rest.startsWith('-') || rest.endsWith('-')) {
    negative = true;
    rest = (rest.startsWith('-') ? rest.slice(1) : rest.slice(0, -1)).trim();
  } else if (rest.startsWith('+') || rest.endsWith('+')) {
    rest = (rest.startsWith('+') ? rest.slice(1) : rest.slice(0, -1)).trim();
  }
  const parts = split(rest, decimal);
  if (parts === null || !/^\d*$/.test(parts.fraction)) return null;
  if (parts.whole === '' && parts.fraction === '') return null;
  const digits = parts.whole === '' ? '0' : wholeDigits(parts.whole);
  if (digits === null) return null;
  const whole = digits.replace(/^0+(?=\d)/, '');
  const plain = parts.fraction === '' ? whole : `${whole}.${parts.fraction}`;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Drops decimals that say nothing: "12.50" becomes "12.5". */
export function withoutTrailingZeros(plain: string): string {
  if (!plain.includes('.')) return plain;
  let end = plain.length;
  while (plain[end - 1] === '0') end -= 1;
  if (plain[end - 1] === '.') end -= 1;
  return plain.slice(0, end);
}

/** Orders two plain decimals of any length by value; what is no plain decimal comes last, in plain order. */
export function compareDecimals(a: string, b: string): number {
  const left = magnitude(a);
  const right = magnitude(b);
  if (left === null || right === null) return left === right ? (a < b ? -1 : a > b ? 1 : 0) : left === null ? 1 : -1;
  if (left.negative !== right.negative) return left.negative ? -1 : 1;
  const order = compareMagnitudes(left, right);
  return left.negative ? -order : order;
}

interface Magnitude extends Split {
  readonly negative: boolean;
}

function magnitude(plain: string): Magnitude | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (parts === null) return null;
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  return { negative: parts[1] === '-' && (whole !== '0' || fraction !== ''), whole, fraction };
}

function compareMagnitudes(a: Split, b: Split): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  return a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0;
}

/** Shows a plain decimal with the reader's marks, every digit kept; returns what is no plain decimal as it is. */
export function showDecimal(plain: string, language: Language): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (parts === null) return plain;
  const { group, decimal } = NUMBER_MARKS[language];
  const digits = parts[2] ?? '';
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  return `${parts[1] ?? ''}${groups.toReversed().join(group)}${parts[3] === undefined ? '' : decimal + parts[3]}`;
}
