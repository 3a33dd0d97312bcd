import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumAmounts } from '../../../shared/model/amount';
import { canonicalJson } from '../../../shared/model/canonicalJson';

it('adds amounts exactly and never over currencies', () => {
  expect(sumAmounts(['0.10 EUR', '0.20 EUR'])).toBe('0.30 EUR');
  expect(sumAmounts(['-1.50 EUR', '1 EUR'])).toBe('-0.50 EUR');
  expect(sumAmounts(['99999999999999999999.99 EUR', '0.01 EUR'])).toBe('100000000000000000000.00 EUR');
  expect(sumAmounts(['1 EUR', '1 USD'])).toBeNull();
  expect(sumAmounts(['veel'])).toBeNull();
  expect(sumAmounts([])).toBeNull();
  fc.assert(fc.property(fc.array(fc.bigInt(-(10n ** 30n), 10n ** 30n), { minLength: 1 }), (all) => {
    expect(sumAmounts(all.map(String))).toBe(all.reduce((sum, each) => sum + each, 0n).toString());
  }));
});

it('writes one text for one value, whatever the order of its members', () => {
  expect(canonicalJson({ b: [1, 'é', null], a: { y: true, x: undefined } })).toBe('{"a":{"y":true},"b":[1,"é",null]}');
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});
