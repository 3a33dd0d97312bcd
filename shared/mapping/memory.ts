/** Texts that are remembered at once: as many phones come back in a big file of calls. */
const REMEMBERED = 50_000;
/** Numbers before they come again: more than are remembered at once, so that no two of these share one. */
export const NUMBERS = 65_536;
/** Longer texts hardly come back. */
const LONGEST = 200;

/**
 * The same text on memory of its own. A cell is otherwise a view into the piece of the file that it was cut from, and whoever remembers it would hold
 * on to all of that: of a table with long notes, to the table.
 */
export function owned(text: string): string {
  return text.length > LONGEST ? text : `${text} `.slice(0, -1);
}

/** What texts were read as, as long as they keep coming back: times differ on every row, and remembering them would only fill memory. */
export class Memory<Value> {
  private readonly read = new Map<string, Value>();
  private found = 0;
  private useful = true;
  private taken = 0;

  get(text: string): Value | undefined {
    if (!this.useful) return undefined;
    const value = this.read.get(text);
    if (value !== undefined) this.found += 1;
    return value;
  }

  /** Whether what a text was read as is remembered: only then does the same come back as the same. */
  keeps(text: string): boolean {
    return this.useful && text.length <= LONGEST;
  }

  /** Number of the value that is put next, if it is kept: below NUMBERS, and of no other that may still be got. */
  get number(): number {
    return this.taken % NUMBERS;
  }

  /** Gives `value` back. */
  put(text: string, value: Value): Value {
    if (!this.useful || text.length > LONGEST) return value;
    this.taken += 1;
    if (this.read.size >= REMEMBERED) {
      this.useful = this.found > REMEMBERED / 4;
      this.found = 0;
      this.read.clear();
    }
    if (this.useful) this.read.set(text, value);
    return value;
  }
}
