import { personValidators, stdnum } from 'stdnum';
import type { Validator } from 'stdnum';
import type { DoubtCode, ParseContext, ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

const SHAPE = /^[A-Z0-9]{5,20}$/;
const DOUBTS: Readonly<Record<string, DoubtCode>> = { InvalidChecksum: 'checkDigit', InvalidLength: 'length' };

const BELGIAN = stdnum['BE']?.['insz'];

/** The validators to ask: those of the country, then the Belgian one for eleven digits whatever the country. It reads register and bis numbers both. */
function validatorsFor(code: string, context: ParseContext): readonly Validator[] {
  const belgian = BELGIAN !== undefined && (context.country === 'BE' || /^\d{11}$/.test(code)) ? [BELGIAN] : [];
  if (context.country === 'BE' || !Object.hasOwn(personValidators, context.country)) return belgian;
  return [...(personValidators[context.country] ?? []), ...belgian];
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

/** The last two digits are 97 less the remainder of the first nine, with a 2 in front for births since 2000. */
function isBelgian(v: string): boolean {
  if (!/^\d{11}$/.test(v)) return false;
  const body = Number(v.slice(0, 9));
  const check = Number(v.slice(9));
  return check === 97 - (body % 97) || check === 97 - ((2_000_000_000 + body) % 97);
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
