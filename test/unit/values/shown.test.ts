import { describe, expect, it } from 'vitest';
import { formatValue, identifierOf, valueKinds } from '../../../shared/values';
import type { Language, ValueKindId } from '../../../shared/values/kind';

const plainBlanks = (shown: string): string => shown.replace(/[\u00a0\u202f]/g, ' ');

describe('format', () => {
  const shown: readonly (readonly [ValueKindId, string, Language, string])[] = [
    ['date', '1984-03-14', 'nl', '14-03-1984'], ['date', '1984-03-14', 'en', '14 Mar 1984'], ['date', '1984-03-14', 'de', '14.03.1984'], ['date', '1984-03-14', 'fr', '14/03/1984'],
    ['date', '1984-03', 'nl', 'maart 1984'], ['date', '1984', 'fr', '1984'], ['date', '2026-02-01T14:05', 'nl', '01-02-2026 14:05'], ['date', '2026-02-01T14:05:11Z', 'nl', '01-02-2026 14:05:11 UTC'], ['date', '~1984', 'nl', '± 1984'], ['date', 'ergens', 'nl', 'ergens'],
    ['money', '-1234.50 EUR', 'nl', '€ -1.234,50'], ['money', '1234567890123456789.12 EUR', 'en', '€1,234,567,890,123,456,789.12'], ['money', '1234.50 EUR', 'de', '1.234,50 €'], ['money', '1234.50 EUR', 'fr', '1 234,50 €'],
    ['phone', '+32470550127', 'nl', '+32 470 55 01 27'], ['iban', 'BE68539007547034', 'nl', 'BE68 5390 0754 7034'], ['container', 'MSKU6048120', 'nl', 'MSKU 604812 0'], ['plate', '1ABC234', 'nl', '1-ABC-234'], ['imo', '9074729', 'nl', 'IMO 9074729'],
    ['nationalNumber', '85073003328', 'fr', '85.07.30-033.28'], ['enterpriseNumber', '0403170701', 'fr', '0403.170.701'], ['country', 'BE', 'de', 'Belgien'], ['gender', 'f', 'nl', 'V'], ['flag', 'true', 'fr', 'oui'], ['number', '1234567.5', 'en', '1,234,567.5'],
    ['quantity', '1250.5 kg', 'nl', '1.250,5 kg'], ['duration', '205', 'nl', '3:25'], ['duration', '3723', 'en', '1:02:03'], ['coordinates', '51.26120,4.40280', 'en', '51.26120, 4.40280'], ['imei', '490154203237518', 'nl', '49-015420-323751-8'],
  ];
  it.each(shown)('%s %s in %s', (kind, v, language, expected) => {
    expect(plainBlanks(formatValue(kind, v, language))).toBe(expected);
  });
});

describe('compare', () => {
  const ordered: readonly (readonly [ValueKindId, readonly string[]])[] = [
    ['number', ['-12', '-1.5', '0', '2', '10', '12345678901234567890', '12345678901234567891']],
    ['money', ['-5.00 EUR', '2.00 EUR', '10.00 EUR', '1.00 USD']],
    ['date', ['1984', '1984-01', '1984-01-01', '~1984-02', '2026-02-01T13:30Z', '2026-02-01T14:31', '2026-07-01T12:00Z', '2026-07-01T14:01', 'ergens']],
    ['quantity', ['900 g', '1 kg', '1500 g', '2 t']],
    ['duration', ['9', '10', '100']],
  ];
  it.each(ordered)('%s', (kind, values) => {
    expect([...values].reverse().sort(valueKinds[kind].compare)).toEqual(values);
  });
});

describe('identifier', () => {
  it.each([
    ['plate', '1-abc-234', '1ABC234'], ['imei', '490154203237510', '49015420323751'], ['phone', '+32 470/55', '+3247055'], ['enterpriseNumber', 'BE0403170701', '0403170701'], ['documentNumber', 'AN.11/2026', 'AN112026'], ['url', 'https://www.X.be/', 'x.be'],
  ] as const)('%s %s', (kind, v, joined) => {
    expect(identifierOf(kind, v)).toBe(joined);
  });
});
