import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts } from '../../../shared/model/amount';
import { CANONICAL_CONTEXT, parseValue } from '../../../shared/values';

const cents = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const euros = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} EUR`;
};

describe('amounts', () => {
  it('add up to the last digit, however long', () => {
    fc.assert(fc.property(cents, cents, (a, b) => sumAmounts([euros(a), euros(b)]) === euros(a + b)));
    expect(sumAmounts(['0.10 EUR', '0.20 EUR'])).toBe('0.30 EUR');
    expect(sumAmounts(['1.5', '2'])).toBe('3.5');
    expect(sumAmounts(['-1.00 EUR', '1.00 EUR'])).toBe('0.00 EUR');
  });

  it('stay as their kind writes them', () => {
    const money = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 2, max: 6 }));
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 20 }), (parts) => {
        const amounts = parts.map(([units, decimals]) => {
          const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
          return parseValue('money', `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)} EUR`, CANONICAL_CONTEXT)?.v ?? '';
        });
        const total = sumAmounts(amounts);
        expect(total).not.toBeNull();
        expect(parseValue('money', total ?? '', CANONICAL_CONTEXT)).toEqual({ v: total });
      }),
    );
  });

  it('have no total across currencies, of nothing, or of what is no amount', () => {
    expect(sumAmounts(['1.00 EUR', '1.00 USD'])).toBeNull();
    expect(sumAmounts(['1.00 EUR', '1'])).toBeNull();
    expect(sumAmounts([])).toBeNull();
    expect(sumAmounts(['1.00 EUR', 'about ten'])).toBeNull();
    expect(sumAmounts(['1.00 EUR', '1.00 USD', '1.00 EUR'])).toBeNull();
  });
});
