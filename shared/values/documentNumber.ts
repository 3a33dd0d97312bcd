import type { ValueKind } from './kind';
import { compact, plainOrder, readShort } from './written';

/** The Belgian identity card: twelve digits of which the last two are the first ten modulo 97, or 97. */
function isBelgianCard(code: string): boolean {
  if (!/^\d{12}$/.test(code)) return false;
  const check = Number(BigInt(code.slice(0, 10)) % 97n) || 97;
  return check === Number(code.slice(10));
}

/** Number of a document, a report, a bill of lading or a weapon, of any issuer: upper case, its own marks kept. */
export const documentNumber: ValueKind = {
  id: 'documentNumber',
  parse: (text) =>
    readShort(text, (line) => {
      const code = compact(line);
      if (code === '') return { doubt: 'format' };
      return isBelgianCard(code) ? code : line.toUpperCase().normalize('NFC');
    }),
  format: (v) => (isBelgianCard(v) ? `${v.slice(0, 3)}-${v.slice(3, 10)}-${v.slice(10)}` : v),
  compare: plainOrder,
  looksLike: (text) => /^\d{3}-\d{7}-\d{2}$/.test(text.trim()) && isBelgianCard(compact(text)),
  identifier: compact,
};
