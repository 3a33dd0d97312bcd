import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANONICAL_CONTEXT, identifierOf, valueKinds } from '../../../shared/values';
import { BELGIAN_CONTEXT, LANGUAGES, VALUE_KINDS } from '../../../shared/values/kind';
import type { ParseContext, ValueKindId } from '../../../shared/values/kind';
import { expectProportion } from '../../growth';

const context: fc.Arbitrary<ParseContext> = fc.record({
  dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
  decimal: fc.constantFrom(',', '.'),
  country: fc.constantFrom('BE', 'NL', 'FR', 'DE', 'US', 'ZZ', '', 'constructor'),
  currency: fc.constantFrom('EUR', 'USD', 'XXQ', ''),
});
/** Text that comes near to values: digits, marks and letters of every kind's notation. */
const near = fc.string({ unit: fc.constantFrom(...'0123456789', ...'0123456789', ...'.,-+/:() \'"°', ...'ABEGMNOPTUWZ', ...'ehmkuy€$~') , maxLength: 30 });
const written = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), near);

describe.each(VALUE_KINDS)('%s', (id) => {
  const kind = valueKinds[id];

  it('never throws, keeps what it doubts, and gives null for blanks only', () => {
    fc.assert(
      fc.property(written, context, (text, settings) => {
        const found = kind.parse(text, settings);
        kind.looksLike?.(text, settings);
        if (found === null) return;
        expect(found.v).not.toBe('');
        for (const language of LANGUAGES) expect(typeof kind.format(found.v, language)).toBe('string');
        expect(Number.isNaN(kind.compare(found.v, text))).toBe(false);
        expect(typeof identifierOf(id, found.v)).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('reads its canonical form as itself', () => {
    fc.assert(
      fc.property(written, (text) => {
        const found = kind.parse(text, BELGIAN_CONTEXT);
        if (found === null || found.doubt !== undefined) return;
        expect(kind.parse(found.v, CANONICAL_CONTEXT)).toEqual({ v: found.v });
      }),
      { numRuns: 500 },
    );
  });

  it('stays fast on 100 kB of hostile text', () => {
    for (const unit of ['0', ' ', '1,', 'a@', 'A ', '(', '-', '1°', '\u0301', 'x.', '12/', '<']) {
      expectProportion((size) => {
        const text = unit.repeat(size / unit.length);
        const found = kind.parse(text, BELGIAN_CONTEXT);
        kind.parse(`${text}!`, BELGIAN_CONTEXT);
        kind.looksLike?.(text, BELGIAN_CONTEXT);
        if (found !== null) for (const language of LANGUAGES) kind.format(found.v, language);
        if (found !== null) identifierOf(id, found.v);
      }, 100_000, unit);
    }
  });
});

/** What is shown reads back as the same value, where the notation is that of the reader's language. */
describe('what is shown can be read again', () => {
  const kinds: readonly ValueKindId[] = ['phone', 'iban', 'bic', 'container', 'imo', 'plate', 'imei', 'imsi', 'nationalNumber', 'enterpriseNumber', 'coordinates', 'country', 'gender', 'flag', 'duration', 'email'];
  const samples: Readonly<Partial<Record<ValueKindId, readonly string[]>>> = {
    phone: ['+32470550127', '+31612345678'], iban: ['BE68539007547034'], bic: ['KREDBEBB'], container: ['MSKU6048120'], imo: ['9074729'], plate: ['1ABC234', 'ABC123'], imei: ['490154203237518'], imsi: ['206012345678901'],
    nationalNumber: ['85073003328'], enterpriseNumber: ['0403170701'], coordinates: ['51.26120,4.40280', '-51.26120,-4.40280'], country: ['BE', 'NL', 'MA', 'TR', 'AL', 'CO'], gender: ['m', 'f', 'x'], flag: ['true', 'false'], duration: ['3', '205', '3723'], email: ['a@b.be'],
  };
  it.each(kinds)('%s', (id) => {
    for (const v of samples[id] ?? []) for (const language of LANGUAGES) expect(valueKinds[id].parse(valueKinds[id].format(v, language), BELGIAN_CONTEXT)?.v).toBe(v);
  });

  it('dates of any precision', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom(...LANGUAGES), fc.integer({ min: 0, max: 3 }), (year, month, day, hour, language, precision) => {
        const two = (part: number): string => String(part).padStart(2, '0');
        const v = [`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}-${two(day)}T${two(hour)}:05`][precision] ?? '';
        expect(valueKinds.date.parse(valueKinds.date.format(v, language), BELGIAN_CONTEXT)?.v).toBe(v);
      }),
    );
  });

  it('amounts', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.constantFrom('nl', 'de', 'en', 'fr'), (cents, language) => {
        const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
        const v = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} EUR`;
        const decimal = language === 'en' ? '.' : ',';
        expect(valueKinds.money.parse(valueKinds.money.format(v, language), { ...BELGIAN_CONTEXT, decimal })?.v).toBe(v);
      }),
    );
  });
});

describe('guessing a column', () => {
  const likes = (text: string): readonly ValueKindId[] => VALUE_KINDS.filter((id) => valueKinds[id].looksLike?.(text, BELGIAN_CONTEXT) === true);
  it.each([
    ['0470 12 34 56', 'phone'], ['32470123456', 'phone'], ['14-03-1984', 'date'], ['20260203', 'date'], ['2026-02-03T14:05:11+01:00', 'date'], ['51.2476 4.4213', 'coordinates'], ['BE68 5390 0754 7034', 'iban'], ['MSKU6048120', 'container'], ['1-ABC-234', 'plate'], ['85.07.30-033.28', 'nationalNumber'], ['0403.170.701', 'enterpriseNumber'],
    ['490154203237518', 'imei'], ['206012345678901', 'imsi'], ['a@b.be', 'email'], ['51.26120, 4.40280', 'coordinates'], ['1.234,56', 'money'], ['Driss Amellal', 'name'], ['België', 'country'], ['00:03:25', 'duration'], ['12,5 kg', 'quantity'], ['IMO 9074729', 'imo'],
  ] as const)('%s looks like %s', (text, kind) => {
    expect(likes(text)).toContain(kind);
  });
  it.each([['12', 'date'], ['14-03-1984', 'phone'], ['1984', 'date'], ['85073003328', 'imei'], ['Antwerpen', 'name'], ['01-02-2026', 'plate'], ['12', 'duration'], ['1234', 'phone'], ['2026-02-03', 'phone'], ['3.2.2026', 'money'], ['14.03.1984', 'money'], ['4.4213', 'date'], ['4.2012', 'date'], ['1234.5', 'date'], ['9.470,00', 'coordinates'], ['12,50', 'coordinates']] as const)('%s does not look like %s', (text, kind) => {
    expect(likes(text)).not.toContain(kind);
  });
});
