import { entityValidators, euVat, stdnum } from 'stdnum';
import type { Validator } from 'stdnum';
import type { DoubtCode, ParseContext, ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

const SHAPE = /^[A-Z0-9]{5,20}$/;
const DOUBTS: Readonly<Record<string, DoubtCode>> = { InvalidChecksum: 'checkDigit', InvalidLength: 'length' };
const LABEL = /^(?:ondernemingsnr|kbo|bce|btw|tva|mwst|ust-?id(?:nr)?|vat|nr|no)\b[ :.]*/i;

type Outcome = ReturnType<Parameters<typeof readShort>[1]>;

/** Asks validators in turn; the doubt of the closest miss when none agrees. */
function ask(validators: readonly Validator[], code: string): Outcome {
  let doubt: DoubtCode = 'format';
  for (const validator of validators) {
    const found = validator.validate(code);
    if (found.isValid) return found.compact;
    const reason = DOUBTS[found.error.name] ?? 'format';
    if (doubt === 'format' || reason === 'checkDigit') doubt = reason;
  }
  return { doubt };
}

function belgian(digits: string): Outcome {
  const validator = stdnum['BE']?.['vat'];
  return validator === undefined ? { doubt: 'format' } : ask([validator], digits.length === 9 ? `0${digits}` : digits);
}

function read(line: string, context: ParseContext): Outcome {
  const bare = compact(line.replace(LABEL, '').replace(LABEL, ''));
  if (!SHAPE.test(bare)) return { doubt: 'format' };
  const prefix = /^([A-Z]{2})(?=[A-Z0-9]*\d)/.exec(bare)?.[1];
  if (prefix === 'BE') return belgian(bare.slice(2));
  const foreign = prefix === undefined ? undefined : euVat[prefix === 'EL' ? 'GR' : prefix];
  if (prefix !== undefined && foreign !== undefined) {
    const outcome = ask(foreign, bare.slice(2));
    return typeof outcome === 'string' ? prefix + outcome.replace(prefix, '') : outcome;
  }
  if (context.country === 'BE') return belgian(bare);
  return ask(Object.hasOwn(entityValidators, context.country) ? (entityValidators[context.country] ?? []) : [], bare);
}

/** A company's number: Belgian ones as ten digits ("0403170701"), VAT numbers of other countries with their prefix. */
export const enterpriseNumber: ValueKind = {
  id: 'enterpriseNumber',
  parse: (text, context) => readShort(text, (line) => read(line, context)),
  format: (v) => (/^[01]\d{9}$/.test(v) ? `${v.slice(0, 4)}.${v.slice(4, 7)}.${v.slice(7)}` : v),
  compare: plainOrder,
  looksLike(text, context) {
    if (!isReadable(text)) return false;
    const line = text.trim();
    return /^(?:BE ?)?[01]?\d{3}[. ]?\d{3}[. ]?\d{3}$/i.test(line) && typeof read(line, context) === 'string';
  },
  identifier: (v) => compact(v).replace(/^BE(?=[01]\d{9}$)/, ''),
};
