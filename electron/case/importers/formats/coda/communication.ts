import type { StoredValue } from '../../../../../shared/values/kind';
import { belgianStructured, structuredWithin } from '../bank/exact';
import { trimmed } from './lines';

export interface Communication {
  readonly text: string;
  readonly structured: readonly StoredValue[];
  readonly other: readonly (readonly [string, string])[];
  readonly name: string;
  readonly mandate: string;
  readonly purpose: string;
}

const NONE: Communication = { text: '', structured: [], other: [], name: '', mandate: '', purpose: '' };
const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Reads the type and the content of a structured communication; what has no meaning here is kept as text. */
export function structuredCommunication(type: string, content: string): Communication {
  if (type === '101' || type === '102') {
    const digits = content.slice(0, 12);
    const value = /^\d{12}$/.test(digits) ? belgianStructured(digits) : null;
    return value === null ? { ...NONE, text: line(content), other: [['Type', type]] } : { ...NONE, structured: [value], text: line(content.slice(12)) };
  }
  if (type === '127') {
    // SEPA direct debit: date, kinds, result, creditor's id, mandate's reference, communication.
    const creditor = trimmed(content, 10, 44);
    return { ...NONE, text: line(content.slice(79, 141)), mandate: trimmed(content, 45, 79), other: [['Type', type], ['Creditor', creditor], ['Direct debit', line(content.slice(0, 9))], ['Direct debit result', line(content.slice(141))]] };
  }
  if (type === '107') return { ...NONE, text: line(content.slice(36, 81)), mandate: line(content.slice(0, 12)), other: [['Type', type], ['Direct debit', line(content)]] };
  // The payer's name, of whom the bank knows only that.
  if (type === '001' || type === '008' || type === '009') return { ...NONE, name: line(content.slice(0, 70)), other: [] };
  return { ...NONE, text: line(content), other: type.trim() === '' ? [] : [['Type', type]] };
}

/** A communication of record 2: a mark (1 structured) and its text. */
export function communication(mark: string, text: string): Communication {
  if (mark === '1') return structuredCommunication(text.slice(0, 3), text.slice(3));
  const structured = structuredWithin(text);
  return { ...NONE, text: line(text), structured: structured === null ? [] : [structured] };
}
