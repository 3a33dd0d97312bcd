import { personValidators, stdnum } from 'stdnum';
import type { Validator } from 'stdnum';
import type { DoubtCode, ParseContext, ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

const SHAPE = /^[A-Z0-9]{5,20}$/;
const DOUBTS: Readonly<Record<string, DoubtCode>> = { InvalidChecksum: 'checkDigit', InvalidLength: 'length' };

/** The validators to ask: the Belgian ones for eleven digits whatever the country, then those of the country. */
function validatorsFor(code: string, context: ParseContext): readonly Validator[] {
  const own = Object.hasOwn(personValidators, context.country) ? (personValidators[context.country] ?? []) : [];
  const belgian = /^\d{11}$/.test(code) && context.country !== 'BE' ? (personValidators['BE'] ?? []) : [];
  return [...own, ...belgian];
}

function read(line: string, context: ParseContext): ReturnType<Parameters<typeof readShort>[1]> {
  const bare = compact(line.replace(/^(?:rrn?|nn|insz|niss|bsn|nir)[ :.]+/i, ''));
  if (!SHAPE.test(bare)) return { doubt: 'format' };
  // A leading zero that a spreadsheet took off a number of someone born in 2000 to 2009.
  const code = context.country === 'BE' && /^\d{10}$/.test(bare) ? `0${bare}` : bare;
  let doubt: DoubtCode | null = null;
  for (const validator of validatorsFor(code, context)) {
    const found = validator.validate(code);
    if (found.isValid) return code === bare ? found.compact : { doubt: 'length' };
    const reason = DOUBTS[found.error.name] ?? 'format';
    if (doubt === null || reason === 'checkDigit') doubt = reason;
  }
  return { doubt: code === bare ? (doubt ?? 'format') : 'length' };
}

function isBelgian(v: string): boolean {
  return /^\d{11}$/.test(v) && stdnum['BE']?.['insz']?.validate(v).isValid === true;
}

/** A person's number in a national register (Belgian register and bis number, Dutch BSN, French NIR …); canonical without marks. */
export const nationalNumber: ValueKind = {
  id: 'nationalNumber',
  parse: (text, context) => readShort(text, (line) => read(line, context)),
  format: (v) => (isBelgian(v) ? `${v.slice(0, 2)}.${v.slice(2, 4)}.${v.slice(4, 6)}-${v.slice(6, 9)}.${v.slice(9)}` : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && isBelgian(text.replace(/[ .\-/]/g, '')),
  identifier: compact,
};
