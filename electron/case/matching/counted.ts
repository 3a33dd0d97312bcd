import type { Database } from 'better-sqlite3';
import type { MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { WordCounts, type NameCounts } from '../../../shared/analysis/matching/rarity';
import type { MatchKind } from '../../../shared/schema/types';

/** How usual words are among the names of a case, by kind, as plain data. A word that only one name has need not be there: it counts as none. */
export type CountedNames = Readonly<Partial<Record<MatchKind, { readonly names: number; readonly words: readonly (readonly [word: string, times: number])[] }>>>;

/** What was counted, to be sent or kept. */
export function countsOf(kinds: readonly MatchKind[], counts: (kind: MatchKind) => NameCounts): CountedNames {
  return Object.fromEntries(kinds.flatMap((kind) => {
    const counted = counts(kind);
    return counted instanceof WordCounts && counted.names > 0 ? [[kind, { names: counted.names, words: [...counted.several()] }]] : [];
  }));
}

const built = new WeakMap<CountedNames, MatchVocabulary['counts']>();

/** A vocabulary that knows how usual names are in the case. */
export function withCounts(vocabulary: MatchVocabulary, counted: CountedNames): MatchVocabulary {
  let counts = built.get(counted);
  if (counts === undefined) {
    counts = Object.fromEntries(Object.entries(counted).map(([kind, { names, words }]) => {
      const count = new WordCounts();
      count.names = names;
      for (const [word, times] of words) count.add(word, times);
      return [kind, count];
    }));
    built.set(counted, counts);
  }
  return counts === undefined ? vocabulary : { ...vocabulary, counts };
}

const kept = new WeakMap<Database, CountedNames>();

/** Remembers, while the case is open, what the thread counted: names are never written down a second time. */
export const keepCounts = (db: Database, counted: CountedNames): void => void kept.set(db, counted);

/** What was counted last in an open case; null before anything was compared since it was opened. */
export const countedNames = (db: Database): CountedNames | null => kept.get(db) ?? null;
