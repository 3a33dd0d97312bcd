import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpen, toldOf } from '../../../../shared/analysis/watching/told';

const evidence = fc.array(fc.record({ kind: fc.constantFrom('name', 'birth', 'shared', 'gender', 'rarity'), finding: fc.constantFrom('same', 'near', 'other'), effect: fc.constantFrom('+', '-', '~', '!'), left: fc.string({ maxLength: 4 }), right: fc.string({ maxLength: 4 }) }), { maxLength: 8 });

test('what was judged is not asked again for the same facts, or for fewer', () => {
  fc.assert(fc.property(evidence, fc.constantFrom('match', 'noMatch', 'unsure'), fc.nat(), (all, verdict, cut) => {
    const told = toldOf(all);
    expect(isOpen({ verdict, told }, told)).toBe(false);
    expect(isOpen({ verdict, told }, toldOf(all.slice(0, cut % (all.length + 1))))).toBe(false);
    expect(isOpen(null, told)).toBe(true);
  }), { numRuns: 200 });
});

const found = (kind: string, finding: string, effect: '+' | '-' | '~' | '!', left: string, right: string): Parameters<typeof toldOf>[0][number] => ({ kind, finding, effect, left, right });

test('what was no match is asked again when something new speaks for it, what was a match when something new contradicts it', () => {
  const name = found('name', 'near', '+', 'El Bakkali', 'Elbakali');
  const birth = found('birth', 'same', '+', '1984-03-12', '1984-03-12');
  const other = found('birth', 'other', '!', '1984-03-12', '1999-01-01');
  const told = toldOf([name]);
  expect(isOpen({ verdict: 'noMatch', told }, toldOf([name, birth]))).toBe(true);
  expect(isOpen({ verdict: 'unsure', told }, toldOf([name, birth]))).toBe(true);
  expect(isOpen({ verdict: 'noMatch', told }, toldOf([name, other]))).toBe(false);
  expect(isOpen({ verdict: 'match', told }, toldOf([name, birth]))).toBe(false);
  expect(isOpen({ verdict: 'match', told }, toldOf([name, other]))).toBe(true);
});

test('another spelling in the case that fits the same name of the list is nothing new, nor is how rare a name is', () => {
  const told = toldOf([found('name', 'near', '+', 'El Bakkali', 'Elbakali')]);
  expect(isOpen({ verdict: 'noMatch', told }, toldOf([found('name', 'near', '+', 'El Bakkali', 'Al Bakali'), found('rarity', 'rare', '+', 'a', 'b')]))).toBe(false);
});

test('holds nothing of what was compared', () => {
  expect(toldOf([found('name', 'same', '+', 'Youssef', 'Jusuf'), found('birth', 'other', '!', '1984-03-12', '1999-01-01')]).join(' ')).not.toMatch(/Youssef|Jusuf|1984|1999/);
});

test('a fact of the case cannot be guessed from what is kept of it', () => {
  const days = Array.from({ length: 20_000 }, (_, at) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10));
  const kept = (right: string): string => toldOf([{ kind: 'birth', finding: 'differs', effect: '!', left: '1984-03-12', right }]).join();
  const print = kept('1986-10-09');
  expect(days.filter((day) => kept(day) === print).length).toBeGreaterThan(20);
  expect(new Set(days.map(kept)).size).toBeGreaterThan(200);
});
