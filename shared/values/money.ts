import { compareDecimals, readDecimal } from './decimal';
import type { ParseContext, ValueKind } from './kind';
import { LOCALES } from './locale';
import { isReadable, oneLine, plainOrder, readShort } from './written';

/** Currencies that are no longer paid but stand in older files. */
const FORMER = ['BEF', 'LUF', 'NLG', 'FRF', 'DEM', 'ITL', 'ESP', 'PTE', 'ATS', 'FIM', 'IEP', 'GRD', 'ROL', 'TRL', 'MAF'];
const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...FORMER]);
const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({
  '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', $: 'USD', US$: 'USD', '£': 'GBP', '¥': 'JPY', '₺': 'TRY', '₽': 'RUB', '₴': 'UAH', 'ZŁ': 'PLN', 'FR.': 'CHF', SFR: 'CHF',
}));
const SIGN = String.raw`[\p{L}]{1,5}\.?|[\p{L}]{0,2}\p{Sc}`;
const LEADING = new RegExp(`^([-+(−]?) ?(${SIGN}) ?(?=[-+(−\\d.,])`, 'u');
const TRAILING = new RegExp(`(?<=[-+)\\d.,]) ?(${SIGN}) ?(\\)?)$`, 'u');
const CANONICAL = /^(-?\d+\.\d+) ([A-Z]{3})$/;

interface Amount {
  readonly figure: string;
  readonly sign: string | null;
}

/** Parts an amount into its figure and the currency beside it. */
function part(line: string): Amount {
  const leading = LEADING.exec(line);
  if (leading !== null) return { figure: `${leading[1] ?? ''}${line.slice(leading[0].length)}`, sign: leading[2] ?? '' };
  const trailing = TRAILING.exec(line);
  if (trailing !== null) return { figure: `${line.slice(0, trailing.index)}${trailing[2] ?? ''}`, sign: trailing[1] ?? '' };
  return { figure: line, sign: null };
}

/** At least two decimals; never exactly three, so that the point cannot be taken for a thousand mark when read again. */
function withDecimals(plain: string): string {
  const [whole = '0', fraction = ''] = plain.split('.');
  return `${whole}.${fraction.length === 3 ? `${fraction}0` : fraction.padEnd(2, '0')}`;
}

function read(line: string, context: ParseContext): ReturnType<Parameters<typeof readShort>[1]> {
  const { figure, sign } = part(line);
  const plain = readDecimal(figure, context.decimal);
  if (plain === null) return { doubt: 'format' };
  const word = (sign ?? context.currency).toUpperCase();
  const currency = SIGNS.get(word) ?? word;
  return CURRENCIES.has(currency) ? `${withDecimals(plain)} ${currency}` : { doubt: 'unknownCurrency' };
}

/** An amount with its currency; canonical "-1234.50 EUR". Digits are kept as text, never as floating point. */
export const money: ValueKind = {
  id: 'money',
  parse: (text, context) => readShort(text, (line) => read(line, context)),
  format(v, language) {
    const parts = CANONICAL.exec(v);
    if (parts === null) return v;
    const [, figure = '', currency = ''] = parts;
    const decimals = figure.length - figure.indexOf('.') - 1;
    if (decimals > 20) return v;
    const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: decimals });
    return format.format(figure as Intl.StringNumericLiteral);
  },
  compare(a, b) {
    const left = CANONICAL.exec(a);
    const right = CANONICAL.exec(b);
    if (left === null || right === null) return left === right ? plainOrder(a, b) : left === null ? 1 : -1;
    return plainOrder(left[2] ?? '', right[2] ?? '') || compareDecimals(left[1] ?? '', right[1] ?? '');
  },
  looksLike(text, context) {
    if (!isReadable(text)) return false;
    const line = oneLine(text);
    if (!/\d/.test(line)) return false;
    const { figure, sign } = part(line);
    if (sign !== null) return typeof read(line, context) === 'string';
    return /[.,]\d{2}\)?-?$/.test(figure) && !/\d[.]\d+[.]\d{2}$/.test(figure) && readDecimal(figure, context.decimal) !== null;
  },
};
