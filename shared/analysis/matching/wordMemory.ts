/** Answers that are remembered: a power of two, 16 bytes each. */
const REMEMBERED = 1 << 18;
/** Numbers of words stay below this, so that two of them and the flags are one exact number. */
export const MOST_NUMBERED = 1 << 25;
const FLAGS = 4;
const NONE = -1;

/**
 * How alike two words are, by their numbers, for as many pairs as there is room: a later answer takes the place of an earlier one that falls on it. The same few thousand
 * words meet one another over and over in the names of a case, so that nearly every answer is there already, and what this takes never grows.
 */
export class WordMemory {
  private keys: Float64Array | null = null;
  private values = new Float64Array(0);

  private static keyOf(a: number, b: number, flags: number): number {
    return (a * MOST_NUMBERED + b) * FLAGS + flags;
  }

  private static placeOf(a: number, b: number, flags: number): number {
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b * FLAGS + flags, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (REMEMBERED - 1);
  }

  /** What was put for two words; negative where it is not known. `flags` (0 to 3) are part of what was asked. */
  get(a: number, b: number, flags: number): number {
    const at = WordMemory.placeOf(a, b, flags);
    return this.keys?.[at] === WordMemory.keyOf(a, b, flags) ? (this.values[at] ?? NONE) : NONE;
  }

  put(a: number, b: number, flags: number, likeness: number): void {
    if (this.keys === null) {
      this.keys = new Float64Array(REMEMBERED).fill(NONE);
      this.values = new Float64Array(REMEMBERED);
    }
    const at = WordMemory.placeOf(a, b, flags);
    this.keys[at] = WordMemory.keyOf(a, b, flags);
    this.values[at] = likeness;
  }
}
