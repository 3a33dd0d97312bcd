import { friendlyFormatIBAN, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** Reads an IBAN: its electronic form, or why it is none. */
export function readIban(line: string): ReturnType<Parameters<typeof readShort>[1]> {
  const electronic = compact(line.replace(/^iban[ :.]*/i, ''));
  const found = validateIBAN(electronic);
  if (found.valid) return electronic;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(electronic) || found.errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return { doubt: 'format' };
  return { doubt: found.errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength) ? 'length' : 'checkDigit' };
}

/** Groups of four, as on paper; anything that is no IBAN comes back as it is. */
export function showIban(v: string): string {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(v) ? (friendlyFormatIBAN(v) ?? v) : v;
}

/** An international bank account number; canonical without blanks. */
export const iban: ValueKind = {
  id: 'iban',
  parse: (text) => readShort(text, readIban),
  format: showIban,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && typeof readIban(text.trim()) === 'string',
  identifier: compact,
};
