import { expect, test } from 'vitest';
import { passphraseProblem, suggestedPassphrase } from '../../../renderer/features/bundles/passphrase';

test.each([['kort', 'tooShort'], ['wachtwoord12', 'tooSimple'], ['aaaaaaaaaaaaaaaaaaaaaaaa', 'tooSimple'], ['Kade742!water', null], ['kaaien en dokken en boten', null]] as const)('%s: %s', (passphrase, problem) => {
  expect(passphraseProblem(passphrase)).toBe(problem);
});

test('what is suggested is strong, sayable and never the same', () => {
  const made = Array.from({ length: 200 }, suggestedPassphrase);
  expect(new Set(made).size).toBe(200);
  for (const each of made) {
    expect(each).toMatch(/^(?:[b-df-hj-np-tvz][aeiou][b-df-hj-np-tvz][aeiou][b-df-hj-np-tvz] ?){5}$/);
    expect(passphraseProblem(each)).toBeNull();
  }
});
