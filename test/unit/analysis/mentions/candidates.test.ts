import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBirths } from '../../../../shared/analysis/mentions/birthDates';
import { findCandidates } from '../../../../shared/analysis/mentions/candidates';
import { BELGIAN_CONTEXT } from '../../../../shared/values/kind';

const names = (text: string): string[] => findCandidates(text).map(({ raw }) => raw);

describe('findCandidates', () => {
  it.each([
    ['Toen zag Driss Amellal de bus.', ['Driss Amellal']],
    ['Hij sprak met Jan van den Bossche over AMELLAL, Driss en niets meer.', ['Jan van den Bossche', 'AMELLAL, Driss']],
    ['Volgens de heer K. De Meulenaere was dat zo.', ['K. De Meulenaere']],
    ['Meneer Peeters en mevrouw Fatima El-Mezriouni kwamen samen.', ['Fatima El-Mezriouni']],
    ['Met Сергей Иванов en Γιώργος Παπαδόπουλος erbij.', ['Сергей Иванов', 'Γιώργος Παπαδόπουλος']],
    ['De wagen van Jean-Pierre\nDupont stond er.', ['Jean-Pierre Dupont']],
    ['Amellal kwam alleen. Niemand anders.', []],
    ['PROCES VERBAAL VAN VERHOOR IN DE ZAAK TEGEN ONBEKENDEN TE ANTWERPEN', []],
    ['Op kaai 1742 stond niets.', []],
  ])('finds what is written as names are in %j', (text, expected) => expect(names(text)).toEqual(expected));

  it('gives a name at the start of a sentence with and without its first word', () => {
    expect(names('Verklaart Driss Amellal iets? Nee.')).toEqual(['Verklaart Driss Amellal', 'Driss Amellal']);
  });

  it('gives windows of scripts without capitals', () => {
    expect(names('اتصل إبراهيم البكراوي')).toEqual(['اتصل إبراهيم', 'اتصل إبراهيم البكراوي', 'إبراهيم البكراوي']);
  });

  it('never throws, gives spans that hold what they say, and takes time with the length of any text', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Driss ', 'van ', 'EL ', 'Bakraoui, ', 'إبراهيم ', '. ', '\n', 'A. ', '& ')), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      for (const { start, end, raw, words, sentence } of findCandidates(text)) {
        expect(text.slice(start, end).replace(/\s+/gu, ' ')).toBe(raw);
        expect(words).toBeGreaterThan(1);
        expect(sentence.start <= start && end <= sentence.end).toBe(true);
      }
    }), { numRuns: 200 });
    const long = `${'Driss van den Amellal '.repeat(20_000)}${'إبراهيم '.repeat(20_000)}`;
    const started = performance.now();
    findCandidates(long);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});

describe('findBirths', () => {
  const births = (text: string): string[] => findBirths(text, BELGIAN_CONTEXT).map(({ value }) => value.v);
  it.each([
    ['Fatima (geb. 14/03/1990) kwam', ['1990-03-14']],
    ['geboren te Antwerpen op 14 maart 1990', ['1990-03-14']],
    ['née à Liège le 3 janvier 1988', ['1988-01-03']],
    ['geboren am 03.04.1979 in Köln', ['1979-04-03']],
    ['born 1984-03-14', ['1984-03-14']],
    ['Geboortedatum: 14-03-1984', ['1984-03-14']],
    ['Op 14/03/1984 werd hij gezien', []],
    ['geboren op 31/02/1984', []],
  ])('finds days that are said to be of birth in %j', (text, expected) => expect(births(text)).toEqual(expected));
});
