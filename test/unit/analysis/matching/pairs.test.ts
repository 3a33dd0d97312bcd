import { describe, expect, it } from 'vitest';
import type { NameKind } from '../../../../shared/analysis/matching/nameKind';
import { OTHER_COMPANIES, SAME_COMPANIES } from './companyPairs';
import { OTHER_PERSONS, SAME_PERSONS } from './personPairs';
import { shippedVocabulary } from './vocabulary';

type Pairs = readonly (readonly [string, string])[];
const vocabulary = shippedVocabulary();
const PROPOSED = 0.84;

/** Of every second pair, from the first (0) or the second (1) on. */
function figures(kind: NameKind, same: Pairs, other: Pairs, half: number): { precision: number; recall: number; f1: number } {
  const proposed = (pairs: Pairs): number => pairs.filter(([a, b], at) => at % 2 === half && kind.compare(kind.read(a), kind.read(b)).score >= PROPOSED).length;
  const [hits, wrong, all] = [proposed(same), proposed(other), same.filter((_, at) => at % 2 === half).length];
  return { precision: hits / (hits + wrong), recall: hits / all, f1: (2 * hits) / (hits + wrong + all) };
}

describe('labelled pairs of names', () => {
  it.each([
    ['persons', 'tuned by', 0, 0.94],
    ['persons', 'held out', 1, 0.9],
    ['companies', 'tuned by', 0, 0.95],
    ['companies', 'held out', 1, 0.93],
  ] as const)('of %s, %s: as good as it was', (kind, _which, half, floor) => {
    const [same, other] = kind === 'persons' ? [SAME_PERSONS, OTHER_PERSONS] : [SAME_COMPANIES, OTHER_COMPANIES];
    const { f1 } = figures(kind === 'persons' ? vocabulary.names.person : vocabulary.names.company, same, other, half);
    expect(f1).toBeGreaterThanOrEqual(floor);
  });
});
