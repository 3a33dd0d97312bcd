import { describe, expect, it } from 'vitest';
import { forbiddenAmong } from '../../../shared/briefing/withheldTexts';

describe('what must not be found', () => {
  it('is what nothing open says, however it is set', () => {
    expect(forbiddenAmong(['Zwarte Zwaan', 'Jan Peeters', '+32 470 55 01 27', 'abc'], ['JAN  PEETERS', '+32470550127'])).toEqual(['Zwarte Zwaan']);
  });
  it('is not what an open value says in another order of words', () => {
    expect(forbiddenAmong(['Idris Amelal', 'Idris Amelal Haddad'], ['AMELAL, Idris'])).toEqual(['Idris Amelal Haddad']);
  });
  it('is also what two open texts would only say side by side', () => {
    expect(forbiddenAmong(['Peeters Karel'], ['Jan Peeters', 'Karel Maes'])).toEqual(['Peeters Karel']);
  });
});
