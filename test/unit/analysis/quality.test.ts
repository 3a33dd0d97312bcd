import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isFuture, lifeFault } from '../../../shared/analysis/quality';

const said = (...dates: string[]): { v: string }[] => dates.map((v) => ({ v }));
const TODAY = '2026-05-03';

test.each([
  ['2026-05-03', false], ['2026-05-04', true], ['2026-05-04T10:00', true], ['2026-05', false], ['2026-06', true], ['2026', false], ['2027', true], ['~2027', false], ['straks', false],
])('%s lies in the future: %s', (date, expected) => {
  expect(isFuture(date, TODAY)).toBe(expected);
});

test.each([
  [['1984-03-14'], ['1983-01-01'], 'bornAfterDeath'],
  [['1984'], ['1984-02'], null],
  [['1984-03-14'], ['2010-01-01'], null],
  [['1984-03-14', '1972-01-01'], ['1980'], null],
  [['1890'], [], 'tooOld'],
  [['1905-05-02'], [], 'tooOld'],
  [['1905-05-03'], [], null],
  [['1880-01-01'], ['1950-01-01'], null],
  [['1820-01-01'], ['1950-01-01'], 'diedTooOld'],
  [['~1890'], [], null],
  [[], ['1950'], null],
])('born %j, died %j: %s', (births, deaths, expected) => {
  expect(lifeFault(said(...births), said(...deaths), TODAY)).toBe(expected);
});

test('a date in doubt proves nothing', () => {
  expect(lifeFault([{ v: '1890', doubt: 'ambiguousDate' }], [], TODAY)).toBeNull();
});

test('the days that a date may mean lie around it, and a more precise one lies within', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((each) => each.toISOString().slice(0, 10));
  fc.assert(fc.property(date, fc.constantFrom(4, 7, 10), (day, length) => {
    const [first, last] = [dayOf(day.slice(0, length), 'first') ?? '', dayOf(day.slice(0, length), 'last') ?? ''];
    expect(first <= day && day <= last).toBe(true);
  }), { numRuns: 200 });
});
