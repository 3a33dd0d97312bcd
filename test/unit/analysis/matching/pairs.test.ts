import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../../../shared/analysis/matching/matchRecord';
import { scoreRecords } from '../../../../shared/analysis/matching/score';
import { COMPANY_CLUSTERS } from './companyClusters';
import { OTHER_COMPANIES, SAME_COMPANIES } from './companyPairs';
import { HELD_OUT_COMPANIES, HELD_OUT_PERSONS } from './heldOut';
import { PERSON_CLUSTERS } from './personClusters';
import { OTHER_PERSONS, SAME_PERSONS } from './personPairs';
import { shippedVocabulary } from './vocabulary';

type Pair = readonly [string, string];
interface Labelled {
  readonly same: readonly Pair[];
  readonly other: readonly Pair[];
}
const vocabulary = shippedVocabulary();

const labelled = (clusters: readonly { readonly spellings: readonly string[]; readonly others: readonly string[] }[]): Labelled => ({
  same: clusters.flatMap(({ spellings }) => spellings.flatMap((a, at) => spellings.slice(at + 1).map((b): Pair => [a, b]))),
  other: clusters.flatMap(({ spellings, others }) => others.flatMap((other) => spellings.map((own): Pair => [own, other]))),
});

/** Of names alone, at the shipped threshold. */
function f1Of(kind: 'person' | 'company', { same, other }: Labelled): number {
  const named = (name: string) => ({ ...emptyRecord(kind), names: [name] });
  const proposed = (pairs: readonly Pair[]): number => pairs.filter(([a, b]) => scoreRecords(named(a), named(b), vocabulary).score >= vocabulary.weights.propose).length;
  const [hits, wrong] = [proposed(same), proposed(other)];
  return (2 * hits) / (hits + wrong + same.length);
}

describe('labelled pairs of names', () => {
  it.each([
    ['persons, held out', 'person', labelled(HELD_OUT_PERSONS), 0.93],
    ['companies, held out', 'company', labelled(HELD_OUT_COMPANIES), 0.92],
    ['persons by which rules were made', 'person', labelled(PERSON_CLUSTERS), 0.94],
    ['companies by which rules were made', 'company', labelled(COMPANY_CLUSTERS), 0.94],
    ['further persons', 'person', { same: SAME_PERSONS, other: OTHER_PERSONS }, 0.95],
    ['further companies', 'company', { same: SAME_COMPANIES, other: OTHER_COMPANIES }, 0.97],
  ] as const)('%s: as good as they were', (_which, kind, pairs, floor) => {
    expect(f1Of(kind, pairs)).toBeGreaterThanOrEqual(floor);
  });
});
