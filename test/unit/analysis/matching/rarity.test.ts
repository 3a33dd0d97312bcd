import { describe, expect, it } from 'vitest';
import { MatchIndex } from '../../../../shared/analysis/matching/blocks';
import { featuresOf, scoreRecords } from '../../../../shared/analysis/matching/score';
import { person, shippedVocabulary } from './vocabulary';

const vocabulary = shippedVocabulary();
const named = (name: string) => person({ names: [name] });
const rarity = (a: string, b: string, words = vocabulary) => featuresOf(scoreRecords(named(a), named(b), words)).find((feature) => feature.startsWith('rarity.')) ?? null;

describe('how usual a shared name is', () => {
  it('is told by the shipped lists', () => {
    expect(rarity('Mohamed Hassan', 'Mohammed Hasan')).toBe('rarity.common');
    expect(rarity('Jan Janssens', 'Janssens, Jan')).toBe('rarity.common');
    expect(rarity('Иван Петров', 'Ivan Petrov')).toBe('rarity.common');
    expect(rarity('Ibrahim El Bakraoui', 'Bakraoui Brahim')).toBe('rarity.rare');
    expect(rarity('Wouter Ghijselinck', 'Wouter Ghyselinck')).toBe('rarity.rare');
  });

  it('is not told where the names do not agree', () => {
    expect(rarity('Mohamed Hassan', 'Mohamed Bakraoui')).toBeNull();
    expect(rarity('Jan Janssens', 'Tom Bakraoui')).toBeNull();
  });

  it('speaks for one person where a name is rare, and against where it is common', () => {
    const scored = (a: string, b: string) => scoreRecords(named(a), named(b), vocabulary);
    expect(scored('Ibrahim El Bakraoui', 'Ibrahim El Bakraoui').score).toBeGreaterThan(scored('Jan Janssens', 'Jan Janssens').score);
    expect(scored('Jan Janssens', 'Jan Janssens').score).toBeGreaterThanOrEqual(vocabulary.weights.propose);
    expect(scored('Jan Janssens', 'Jan Janssens').evidence.find(({ kind }) => kind === 'rarity')).toMatchObject({ left: 'jan janssens', right: 'jan janssens' });
  });

  it('follows what is counted: a name that very many of a case have is not proposed by itself', () => {
    const index = new MatchIndex(vocabulary);
    const [given, families] = [['Jan', 'Piet', 'Els', 'An', 'Tom', 'Marc', 'Lotte', 'Sofie'], ['Janssens', 'Peeters', 'Maes', 'Claes', 'Wouters', 'Aerts', 'Smets', 'Cools']];
    for (let at = 0; at < 2000; at += 1) index.add(named(`${given[at % 8] ?? ''} ${families[(at >> 3) % 8] ?? ''}`));
    index.add(named('Ibrahim El Bakraoui'));
    const counted = { ...vocabulary, counts: { person: index.counts('person') } };
    expect(index.counts('person').names).toBe(2001);
    expect(rarity('Jan Janssens', 'Janssens, Jan', counted)).toBe('rarity.crowded');
    expect(scoreRecords(named('Jan Janssens'), named('Janssens, Jan'), counted).score).toBeLessThan(vocabulary.weights.propose);
    expect(rarity('Ibrahim El Bakraoui', 'Brahim Bakraui', counted)).toBe('rarity.rare');
    expect(scoreRecords(named('Ibrahim El Bakraoui'), named('Brahim Bakraui'), counted).score).toBeGreaterThan(0.8);
    // With a date of birth it is proposed all the same.
    const born = (name: string) => person({ names: [name], births: ['1984-03-14'] });
    expect(scoreRecords(born('Jan Janssens'), born('Janssens, Jan'), counted).score).toBeGreaterThan(0.9);
  });
});
