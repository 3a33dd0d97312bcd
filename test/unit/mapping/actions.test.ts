import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnActionsSchema, compileActions } from '../../../shared/mapping/actions';
import type { ColumnAction } from '../../../shared/mapping/actions';

const act = (text: string, ...actions: ColumnAction[]): string | undefined => compileActions(actions)?.(text);

test('each action does one thing to the text of a cell', () => {
  expect(act('EL BAKRAOUI; Ibrahim', { do: 'piece', by: ';', at: 2 })).toBe('Ibrahim');
  expect(act('a/b/c', { do: 'piece', by: '/', at: -1 })).toBe('c');
  expect(act('a', { do: 'piece', by: '/', at: 2 })).toBe('');
  expect(act('Toestel IMEI 490154203237518 (zwart)', { do: 'extract', pattern: 'imei\\s*(\\d{15})', group: 1 })).toBe('490154203237518');
  expect(act('none', { do: 'extract', pattern: '(\\d+)', group: 1 })).toBe('');
  expect(act('00 32 470', { do: 'replace', pattern: '^00\\s*', by: '+' })).toBe('+32 470');
  expect(act('m', { do: 'lookUp', table: { M: 'Man', V: 'Vrouw' }, others: 'keep' })).toBe('Man');
  expect(act('x', { do: 'lookUp', table: { M: 'Man' }, others: 'drop' })).toBe('');
  expect(act('  ', { do: 'default', text: 'BE' })).toBe('BE');
  expect(act('ab', { do: 'case', to: 'upper' })).toBe('AB');
});

test('they follow one another', () => {
  expect(act('tel: 0470/55.01.27 thuis', { do: 'extract', pattern: '[\\d/.]+', group: 0 }, { do: 'replace', pattern: '[/.]', by: '' })).toBe('0470550127');
});

test('a pattern that is none, or has no such group, is told rather than used', () => {
  expect(compileActions([{ do: 'extract', pattern: '(', group: 0 }])).toBeNull();
  expect(compileActions([{ do: 'extract', pattern: 'a', group: 1 }])).toBeNull();
  expect(act('abc', { do: 'replace', pattern: 'b', by: '$9' })).toBe('a$9c');
});

test('no text and no pattern makes it slow or throw', () => {
  const evil = 'a'.repeat(50_000);
  expect(act(`${evil}!`, { do: 'extract', pattern: '(a+)+$', group: 0 })).toBe('');
  const actions = fc.array(fc.oneof(
    fc.record({ do: fc.constant('piece' as const), by: fc.string({ minLength: 1, maxLength: 3 }), at: fc.integer({ min: -5, max: 5 }) }),
    fc.record({ do: fc.constant('replace' as const), pattern: fc.string({ minLength: 1, maxLength: 8 }), by: fc.string({ maxLength: 4 }) }),
    fc.record({ do: fc.constant('extract' as const), pattern: fc.string({ minLength: 1, maxLength: 8 }), group: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ do: fc.constant('lookUp' as const), table: fc.dictionary(fc.string(), fc.string()), others: fc.constantFrom('keep' as const, 'drop' as const) }),
  ), { maxLength: 5 });
  fc.assert(fc.property(actions, fc.string(), (given, text) => {
    expect(columnActionsSchema.safeParse(given).success).toBe(true);
    const run = compileActions(given);
    if (run !== null) expect(typeof run(text)).toBe('string');
  }), { numRuns: 300 });
});
