import { composeIBAN } from 'ibantools';
import { readIban, showIban } from './iban';
import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** The old Belgian number 230-0123456-32: its last two digits are the first ten modulo 97, or 97. */
function belgianIban(written: string): string | null {
  const digits = /^(\d{3})[- ]?(\d{7})[- ]?(\d{2})$/.exec(written);
  if (digits === null) return null;
  const body = `${digits[1] ?? ''}${digits[2] ?? ''}`;
  const check = Number(BigInt(body) % 97n) || 97;
  if (String(check).padStart(2, '0') !== digits[3]) return null;
  return composeIBAN({ countryCode: 'BE', bban: `${body}${digits[3]}` });
}

/** An account at a bank or a payment service, with or without IBAN; canonical in upper case without blanks. */
export const account: ValueKind = {
  id: 'account',
  parse: (text, context) =>
    readShort(text, (line) => {
      const outcome = readIban(line);
      if (typeof outcome === 'string') return outcome;
      const old = context.country === 'BE' ? belgianIban(line) : null;
      if (old !== null) return old;
      const bare = compact(line);
      // Two letters, two digits and a country with IBANs mean an IBAN: then its fault is worth telling.
      if (outcome.doubt !== 'format') return outcome;
      if (bare.length < 4 || !/\d/.test(bare)) return { doubt: 'format' };
      return bare.length > 40 ? { doubt: 'length' } : bare;
    }),
  format: showIban,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && (typeof readIban(text.trim()) === 'string' || belgianIban(text.trim()) !== null),
  identifier: compact,
};
