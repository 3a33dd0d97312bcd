import { expect, test } from 'vitest';
import { scrub } from '../../../electron/case/erasure/scrub';
import type { Gone } from '../../../electron/case/erasure/reach';

test('a kept selection names nobody who was erased, and goes where nobody else is in it', () => {
  const gone = { entity: new Set(['a']), link: new Set(['l']), source: new Set(), statement: new Set() } as unknown as Gone;
  const kept = (name: string, entities: string[], lines: string[]): object => ({ id: name, name, slot: null, entities, lines });
  const row = { key: 'selections:c', content: [kept('both', ['a', 'b'], ['l', 'knows|a|b', 'knows|b|c']), kept('only', ['a'], ['l'])] };
  expect(scrub('setting', row, gone)).toEqual({ key: 'selections:c', content: [kept('both', ['b'], ['knows|b|c'])] });
});
