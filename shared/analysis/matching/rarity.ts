import type { NameKind } from './nameKind';
import { wordOf, type NameWord, type NameWords } from './nameWords';
import type { NameComparison } from './personName';

/** How often names of a case, or of a list, have a word: what agrees by chance agrees more often the more there are. */
export interface NameCounts {
  /** How many names were counted. */
  readonly names: number;
  /** How many of them have a word of this class (NameKind.classOf). */
  of(wordClass: string): number;
}

/** Of how usual a name is that two records share: `rare` speaks for one entity, `common` and `crowded` (many of those counted have it) against. */
export type RarityFinding = 'rare' | 'common' | 'crowded';

/** So many others by chance, and a name tells nothing any more; where it is only like the other one, far fewer do. */
const CROWDED = 0.5;
const CROWDED_ALIKE = 0.006;
/** Fewer others by chance than this: nobody else has it. */
const NOBODY = 0.0005;
const EXACT = 0.985;
/** Short words are usual even if no list has them: there are only so many. */
const SHORTEST_RARE = 5;
const WORD_ALIKE = 0.84;

/** Counts words by class; NameIndex and BulkBlocks fill one. */
export class WordCounts implements NameCounts {
  names = 0;
  private readonly counts = new Map<string, number>();

  add(wordClass: string, times: number): void {
    this.counts.set(wordClass, (this.counts.get(wordClass) ?? 0) + times);
  }

  of(wordClass: string): number {
    return this.counts.get(wordClass) ?? 0;
  }

  /** Classes that more than one name has; what only one has counts as much as what none has. */
  *several(): Generator<readonly [wordClass: string, times: number]> {
    for (const [wordClass, times] of this.counts) if (times > 1) yield [wordClass, times];
  }
}

const named = ({ words }: NameWords, text: string): NameWord => words.find((word) => word.text === text) ?? wordOf(text);

/**
 * How usual the words are that two names have in common (value-specific weights: Winkler, "Frequency-based matching in Fellegi-Sunter model of record linkage", 1989).
 * With counts, by how many others would have such a name if words met by chance; without, by the shipped lists. Null where the names hardly agree, or it is neither.
 */
export function rarityOf(a: NameWords, b: NameWords, { score, pairs }: NameComparison, kind: NameKind, counts?: NameCounts): { readonly finding: RarityFinding; readonly left: string; readonly right: string } | null {
  const told = pairs.filter(({ left, right, likeness }) => left.length > 1 && right.length > 1 && likeness >= WORD_ALIKE).map(({ left, right }) => ({ left: named(a, left), right: named(b, right) }));
  if (told.length === 0) return null;
  const shown = { left: told.map(({ left }) => left.text).join(' '), right: told.map(({ right }) => right.text).join(' ') };
  const common = told.every(({ left, right }) => kind.isCommon(left) || kind.isCommon(right) || Math.min(left.text.length, right.text.length) < SHORTEST_RARE);
  if (counts !== undefined && counts.names > 0) {
    // The two that are compared are among those counted, or nearly so: half a name more, so that nothing is impossible.
    const others = told.reduce((expected, { left, right }) => expected * ((Math.max(0, Math.max(counts.of(kind.classOf(left)), counts.of(kind.classOf(right))) - 1) + 0.5) / counts.names), counts.names);
    if (others >= (score >= EXACT ? CROWDED : CROWDED_ALIKE)) return { finding: 'crowded', ...shown };
    if (!common && others < NOBODY && told.length > 1) return { finding: 'rare', ...shown };
  } else if (!common && told.length > 1 && kind.listed) return { finding: 'rare', ...shown };
  return common ? { finding: 'common', ...shown } : null;
}
