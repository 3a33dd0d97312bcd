import forms from '../../../../../resources/vocabularies/legalForms.json';
import { valueKinds } from '../../../../../shared/values';
import { EXACT } from './exact';

/** An account as a statement names it; texts are empty where it does not. */
export interface AccountSaid {
  /** IBAN, or a number at the bank. */
  readonly number: string;
  readonly currency?: string;
  readonly bic?: string;
  readonly bank?: string;
  readonly holder?: string;
  readonly address?: string;
}

/** Who stands at the other end of a transaction, as far as the statement tells. */
export interface PartySaid {
  readonly name: string;
  readonly account: AccountSaid;
  readonly enterprise?: string;
  /** Set only where the statement itself says that it is a natural person. */
  readonly person?: { readonly birthDate: string; readonly birthPlace: string; readonly nationalNumber: string };
  /** Under the file's own names. */
  readonly other?: readonly (readonly [name: string, text: string])[];
}

export const NOBODY: PartySaid = { name: '', account: { number: '' } };

const TYPES: ReadonlyMap<string, string> = new Map(Object.entries(forms).flatMap(([type, words]) => words.map((word) => [word, type] as const)));

/**
 * The type of body that a name tells by the legal form in it ("Bakkerij Piet BV", "VZW De Brug"); null when it tells none. A statement
 * never says whether a name without one is a person, so none is made of it: the name stays with the account.
 */
export function bodyOf(name: string): string | null {
  const words = name.toLowerCase().split(/[\s,;()]+/).filter((word) => word !== '');
  if (words.length < 2) return null;
  // Short forms stand behind or in front of a name: in the middle, "Sa" and "Ag" are names.
  const telling = [words.at(-1), words[0], words.at(-2), ...words.filter((word) => word.replaceAll('.', '').length >= 4)];
  return telling.map((word) => TYPES.get(word ?? '') ?? null).find((type) => type !== null) ?? null;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const CURRENCY_BEHIND = /^(.*\d)[ /-]?([A-Z]{3})$/;

/** Whether a text has the shape of an IBAN, right or not. */
export const isIbanShaped = (text: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text.replace(/[\s.]/g, '').toUpperCase()) && /^[A-Za-z]{2}\d{2}/.test(text.trim());

const isIban = (text: string): boolean => valueKinds.iban.parse(text, { ...EXACT, country: 'BE' })?.doubt === undefined;

/**
 * Parts what stands in the field of an account: "51210600/9223382012EUR" has its currency behind, "UBRTHUHB/123" the bank's code in front.
 * The number of a bank without letters stays in front of the account's: only both together name one account in the world.
 */
export function accountOf(written: string): AccountSaid {
  let number = written.replace(/\s+/g, ' ').trim();
  let currency = '';
  const behind = CURRENCY_BEHIND.exec(number);
  if (behind !== null && !isIban(number) && CURRENCIES.has(behind[2] ?? '')) {
    number = behind[1] ?? '';
    currency = behind[2] ?? '';
  }
  const front = /^([A-Z]{4}[A-Z0-9]{4,8})\/(.+)$/.exec(number);
  const code = front?.[1] ?? '';
  // Eleven letters may spell a bank's name: a code of eleven has a digit or ends in XXX.
  const isCode = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code) && (code.length === 8 || /\d|XXX$/.test(code));
  if (front === null) return { number, currency };
  return { number: front[2] ?? '', currency, ...(isCode ? { bic: code } : { bank: code }) };
}
