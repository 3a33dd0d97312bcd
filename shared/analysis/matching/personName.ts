import type { KnownNames, MetWord } from './knownNames';
import type { NameWord, NameWords } from './nameWords';
import { ALIKE, wordLikeness } from './wordLikeness';

const MOST_WORDS = 8;
const FEW = 3;
/** What a word weighs that only the longer name has: people have more names than they give. */
const EXTRA = 0.15;

/** How two names of persons compare. */
export interface NameComparison {
  /** 0 to 1. */
  readonly score: number;
  /** Words that were set beside each other, by how alike they are; the rest stands in neither. */
  readonly pairs: readonly { readonly left: string; readonly right: string; readonly likeness: number }[];
}

/** The best way to set the words of the shorter name beside those of the longer: all ways are tried, over sets of words. */
function assign(shorter: readonly NameWord[], longer: readonly NameWord[], likeness: readonly (readonly number[])[]): { total: number; chosen: readonly number[] } {
  // Few words are set beside each other in few ways: to remember these costs more than to try them.
  const memo = shorter.length > FEW ? new Map<number, { total: number; chosen: readonly number[] }>() : null;
  const best = (at: number, used: number): { total: number; chosen: readonly number[] } => {
    if (at === shorter.length) return { total: 0, chosen: [] };
    const key = at * 256 + used;
    const known = memo?.get(key);
    if (known) return known;
    const rest = best(at + 1, used);
    let found = { total: rest.total, chosen: [-1, ...rest.chosen] };
    for (let to = 0; to < longer.length; to += 1) {
      if ((used & (1 << to)) !== 0) continue;
      const alike = likeness[at]?.[to] ?? 0;
      if (alike < ALIKE) continue;
      const after = best(at + 1, used | (1 << to));
      const total = alike * Math.min(shorter[at]?.weight ?? 0, longer[to]?.weight ?? 0) + after.total;
      if (total > found.total) found = { total, chosen: [to, ...after.chosen] };
    }
    memo?.set(key, found);
    return found;
  };
  return best(0, 0);
}

/** A name is hardly more alike than its least alike word: that the other word is the very same does not make up for it. */
const WORST_FROM = 0.86;
const WORST_ABOVE = -0.02;

/** Letters that a joined word may have more or fewer than the one that it is written for. */
const JOINED_SLACK = 3;
const VOWELLESS_SLACK = 6;

/** Most that one word in common tells, where one of the names has more. */
const ONE_WORD = 0.6;

/** What had to be joined first is a little less sure. */
const JOINED_COSTS = 0.98;
/** Only names that are so unlike otherwise have words joined on both sides. */
const BOTH_BELOW = 0.84;

/** A name with what is remembered of each of its words. */
interface MetName {
  readonly name: NameWords;
  readonly met: readonly MetWord[];
}

/** A name with two words as one, and that word. */
interface Joining extends MetName {
  readonly joined: string;
}

/** A name with adjacent words as one ("Abd el Kader", "Jean Pierre", "Mohamed-Ali"), where that gives a word about as long as one of the other name. */
function joinings({ name: { words, vowelless, key }, met }: MetName, { name: other, met: others }: MetName, known: KnownNames): Joining[] {
  const slack = vowelless !== other.vowelless ? VOWELLESS_SLACK : JOINED_SLACK;
  const found: Joining[] = [];
  for (let index = 0; index < words.length - 1; index += 1) {
    const text = `${words[index]?.text ?? ''}${words[index + 1]?.text ?? ''}`;
    const joined = known.joined(text);
    if (joined.given === undefined && !other.words.some((each, at) => (others[at]?.first === joined.first || each.core !== each.sounds) && Math.abs(each.text.length - text.length) <= slack)) continue;
    found.push({ name: { words: [...words.slice(0, index), joined.word, ...words.slice(index + 2)], vowelless, key }, met: [...met.slice(0, index), joined, ...met.slice(index + 2)], joined: text });
  }
  return found;
}

/** How alike two words are, by what was worked out before where they met before. */
function likenessOf(left: MetWord, right: MetWord, leftVowelless: boolean, rightVowelless: boolean, known: KnownNames): number {
  if (left === right) return 1;
  if (left.number < 0 || right.number < 0) return wordLikeness(left, right, leftVowelless, rightVowelless, known);
  const flags = (leftVowelless ? 1 : 0) | (rightVowelless ? 2 : 0);
  const before = known.likenesses.get(left.number, right.number, flags);
  if (before >= 0) return before;
  const likeness = wordLikeness(left, right, leftVowelless, rightVowelless, known);
  known.likenesses.put(left.number, right.number, flags, likeness);
  return likeness;
}

const cut = <T>(items: readonly T[]): readonly T[] => (items.length > MOST_WORDS ? items.slice(0, MOST_WORDS) : items);

function compareWords(a: MetName, b: MetName, known: KnownNames): NameComparison {
  const turned = a.name.words.length > b.name.words.length;
  const [one, other] = turned ? [b, a] : [a, b];
  const [shorter, longer] = [cut(one.name.words), cut(other.name.words)];
  const [mine, theirs] = [cut(one.met), cut(other.met)];
  const likeness = mine.map((left) => theirs.map((right) => likenessOf(left, right, one.name.vowelless, other.name.vowelless, known)));
  const { chosen } = assign(shorter, longer, likeness);
  let told = 0;
  let whole = 0;
  const pairs: { left: string; right: string; likeness: number }[] = [];
  shorter.forEach((word, at) => {
    const to = chosen[at] ?? -1;
    const other = longer[to];
    if (other === undefined) {
      whole += word.weight;
      return;
    }
    // An initial says little, for and against.
    const weight = word.initial || other.initial ? Math.min(word.weight, other.weight) : (word.weight + other.weight) / 2;
    const alike = likeness[at]?.[to] ?? 0;
    // What is nearly alike counts for less than its share: half alike is not half the same person.
    told += weight * Math.max(0, (alike - 0.5) / 0.5);
    whole += weight;
    pairs.push(turned ? { left: other.text, right: word.text, likeness: alike } : { left: word.text, right: other.text, likeness: alike });
  });
  longer.forEach((word, at) => {
    if (!chosen.includes(at)) whole += word.weight * EXTRA;
  });
  const full = pairs.filter((pair) => pair.left.length > 1 && pair.right.length > 1).length;
  const worst = pairs.reduce((least, pair) => (pair.left.length > 1 && pair.right.length > 1 ? Math.min(least, pair.likeness) : least), 1);
  // One word in common does not make one person, however rare it is.
  const cap = full >= 2 ? 1 : full === 1 && pairs.length >= 2 ? 0.88 : shorter.length === 1 && longer.length === 1 ? 0.9 : ONE_WORD;
  return { score: whole === 0 ? 0 : Math.min(cap, worst < WORST_FROM ? worst + WORST_ABOVE : 1, told / whole), pairs };
}

const metName = (name: NameWords, known: KnownNames): MetName => ({ name, met: name.words.map((word) => known.met(word)) });

/** Compares two names of persons, in any scripts and orders of words. Symmetric. */
export function comparePersonNames(a: NameWords, b: NameWords, known: KnownNames): NameComparison {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, pairs: [] };
  if (a.key === b.key) return { score: 1, pairs: a.words.map(({ text }) => ({ left: text, right: text, likeness: 1 })) };
  // One way round, so that both sides get the same answer.
  if (a.key > b.key) {
    const { score, pairs } = comparePersonNames(b, a, known);
    return { score, pairs: pairs.map(({ left, right, likeness }) => ({ left: right, right: left, likeness })) };
  }
  const [mine, their] = [metName(a, known), metName(b, known)];
  let best = compareWords(mine, their, known);
  if (best.score < 0.97) {
    // What becomes one word beside several shares but that one: not worth trying where more is known.
    const isWorth = (joined: number, others: number): boolean => best.score < ONE_WORD * JOINED_COSTS || Math.min(joined, others) > 1 || joined === others;
    const [left, right] = [a.words.length, b.words.length];
    const ours = isWorth(left - 1, right) ? joinings(mine, their, known) : [];
    const theirs = isWorth(right - 1, left) ? joinings(their, mine, known) : [];
    const tryWith = (left: MetName, right: MetName, joined: string): boolean => {
      const other = compareWords(left, right, known);
      // Two words are no initial: "J.M." is not "Jean Luc".
      if (other.score * JOINED_COSTS <= best.score || other.pairs.some((pair) => (pair.left === joined && pair.right.length === 1) || (pair.right === joined && pair.left.length === 1))) return false;
      best = { ...other, score: other.score * JOINED_COSTS };
      return true;
    };
    const better = ours.filter((joining) => tryWith(joining, their, joining.joined));
    const others = theirs.filter((joining) => tryWith(mine, joining, joining.joined) || better.length > 0);
    // "Marielouise Grand-Jean" and "Marie Louise Grandjean": only where joining one side helped, and not enough.
    if (best.score < BOTH_BELOW) for (const one of better) for (const other of others) tryWith(one, other, one.joined);
  }
  return best;
}
