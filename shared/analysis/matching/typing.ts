/** What one typing error costs, by the letters of the longer word: one in five says more than one in ten. Another letter makes another word more often than a slip. */
const ERROR_COSTS = 0.9;
const OTHER_COSTS = 1.3;
const SHORTEST = 5;

/** True for words that become one another by one letter more, less or other, or two swapped (Damerau 1964). */
export function isOneTypingError(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1 || a === b) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  if (longer.length > shorter.length) return shorter.slice(at) === longer.slice(at + 1);
  return shorter.slice(at + 1) === longer.slice(at + 1) || (shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at] && shorter.slice(at + 2) === longer.slice(at + 2));
}

/** How alike two words are when one of them may be mistyped, 0 to 1; 0 for what is more than one error apart and for short words, which are so by chance. */
export function typingLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest < SHORTEST || !isOneTypingError(a, b)) return 0;
  const other = a.length === b.length && [...a].filter((letter, at) => letter !== b[at]).length === 1;
  return 1 - (other ? OTHER_COSTS : ERROR_COSTS) / longest;
}

/** The distinct pairs of adjacent letters. */
export function letterPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at < text.length - 1; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Pairs of adjacent letters that two texts have in common, as a share of all (Dice 1945): 0 to 1. */
export function pairLikeness(a: string | ReadonlySet<string>, b: string): number {
  const left = typeof a === 'string' ? letterPairs(a) : a;
  const right = letterPairs(b);
  let common = 0;
  for (const pair of right) if (left.has(pair)) common += 1;
  return (2 * common) / Math.max(1, left.size + right.size);
}

/** FNV-1a, 32 bits, of a text without the sign at one place (-1: with all). */
function hashWithout(text: string, without: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) if (at !== without) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const LONGEST = 24;

/**
 * Words by themselves and by what is left when one letter is taken out, so that words one typing error apart meet (Mor and Fraenkel, "A hash code method for detecting
 * and correcting spelling errors", 1982). Chains in typed arrays: some 80 bytes a word.
 */
export class TypingTable {
  private heads = new Int32Array(1 << 14).fill(-1);
  private keys = new Uint32Array(1 << 12);
  private words = new Uint32Array(1 << 12);
  private chain = new Int32Array(1 << 12);
  private entries = 0;

  private place(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> (Math.clz32(this.heads.length) + 1);
  }

  private widen(): void {
    this.heads = new Int32Array(this.heads.length * 4).fill(-1);
    for (let entry = 0; entry < this.entries; entry += 1) {
      const at = this.place(this.keys[entry] ?? 0);
      this.chain[entry] = this.heads[at] ?? -1;
      this.heads[at] = entry;
    }
  }

  private lengthen(): void {
    const double = <T extends Uint32Array | Int32Array>(values: T): T => {
      const larger = new (values.constructor as new (length: number) => T)(values.length * 2);
      larger.set(values);
      return larger;
    };
    [this.keys, this.words, this.chain] = [double(this.keys), double(this.words), double(this.chain)];
  }

  /** Enters a word of five letters or more, or of four: the other may have the fifth. */
  enter(text: string, word: number): void {
    if (text.length < SHORTEST - 1 || text.length > LONGEST) return;
    for (let without = -1; without < text.length; without += 1) {
      if (this.entries === this.keys.length) this.lengthen();
      if (this.entries > this.heads.length * 2) this.widen();
      const key = hashWithout(text, without);
      const at = this.place(key);
      this.keys[this.entries] = key;
      this.words[this.entries] = word;
      this.chain[this.entries] = this.heads[at] ?? -1;
      this.heads[at] = this.entries;
      this.entries += 1;
    }
  }

  /** The words that may be one typing error from a text; some are not, some come twice. */
  near(text: string): readonly number[] {
    const found: number[] = [];
    if (text.length < SHORTEST - 1 || text.length > LONGEST) return found;
    for (let without = -1; without < text.length; without += 1) {
      const key = hashWithout(text, without);
      for (let entry = this.heads[this.place(key)] ?? -1; entry >= 0; entry = this.chain[entry] ?? -1) if (this.keys[entry] === key) found.push(this.words[entry] ?? 0);
    }
    return found;
  }
}
