import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralCell, restoredCell } from '../../../shared/values/formulaCell';
import { expectProportion } from '../../growth';

const RISKY = ['=1+1', '+32 470', '-5', '@SUM(A1)', ' =1', '\u00a0=1', '\t=1', '\t', '＝1', '＋1', '－1', '＠x', 'a\n=1', 'a\r\n+1', 'a\r@x', '\n=1', '\r', "'=1", "''-"];

test.each(RISKY)('%j is made harmless, and comes back', (text) => {
  const cell = neutralCell(text);
  expect(cell).not.toBe(text);
  expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u);
  for (const line of cell.split(/\r\n|\r|\n/)) expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
  expect(restoredCell(cell)).toBe(text);
});

test('what is no formula stays as it is', () => {
  for (const text of ['', 'Jan', "'t Zand", 'a=b', '12-5', 'Jan\nPiet']) expect([neutralCell(text), restoredCell(text)]).toEqual([text, text]);
});

test('any text comes back', () => {
  const awkward = fc.array(fc.constantFrom("'", '=', '+', '\n', '\r', '\t', ' ', 'a', '-'), { maxLength: 12 }).map((signs) => signs.join(''));
  fc.assert(fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (text) => restoredCell(neutralCell(text)) === text), { numRuns: 2000 });
});

test('a long hostile cell takes no time', () => {
  expectProportion((size) => {
    neutralCell("'".repeat(size) + ' '.repeat(size));
    neutralCell(' \n'.repeat(size));
  }, 200_000);
});
