import { describe, expect, it } from 'vitest';
import { amountBand, countBand, readBand } from '../../../shared/analysis/histogram/bands';
import { datePart } from '../../../shared/analysis/histogram/dateParts';

describe('bands of numbers', () => {
  it('let small counts stand by themselves and the others by 1, 2 and 5 of each power of ten', () => {
    expect([0, 1, 5, 6, 10, 11, 20, 21, 50, 51, 100, 101, 1000, 1001].map(countBand)).toEqual(['0..0', '1..1', '5..5', '6..10', '6..10', '11..20', '11..20', '21..50', '21..50', '51..100', '51..100', '101..200', '501..1000', '1001..2000']);
  });

  it('put every count into one band, that holds it', () => {
    for (let count = 0; count < 3000; count += 1) {
      const band = readBand(countBand(count))!;
      expect(band.low <= count && count <= band.high, `${count}`).toBe(true);
    }
  });

  it('keep signs and currencies of amounts apart', () => {
    expect(['0.00 EUR', '1.00 EUR', '9999.99 EUR', '10000.00 USD', '-1500.00 EUR', '0.03', '1000'].map(amountBand)).toEqual(['0..0 EUR', '1..2 EUR', '5000..10000 EUR', '10000..20000 USD', '-2000..-1000 EUR', '0.02..0.05', '1000..2000']);
    expect(amountBand('veel')).toBeNull();
    expect(amountBand('')).toBeNull();
    expect(readBand('-2000..-1000 EUR')).toEqual({ low: -2000, high: -1000, currency: 'EUR' });
    expect(readBand('A..B')).toBeNull();
  });
});

describe('parts of dates', () => {
  it('are as precise as the date', () => {
    expect(['2026-02-01T14:05Z', '2026-02-01', '2026-02', '2026', '~1984', ''].map((each) => datePart(each, 'month'))).toEqual(['2026-02', '2026-02', '2026-02', null, null, null]);
    expect(datePart('~1984', 'year')).toBe('1984');
    expect(['2026-02-01T14:05Z', '2026-02-02', '2026-02'].map((each) => datePart(each, 'weekday'))).toEqual(['7', '1', null]);
    expect(['2026-02-01T04:05', '2026-02-01'].map((each) => datePart(each, 'hour'))).toEqual(['04', null]);
  });
});
