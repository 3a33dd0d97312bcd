const KEPT = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;

/**
 * A text made ready for a search for withheld values: without case, accents, blanks and punctuation, so that no line break, hyphen or grouping of digits
 * hides a value.
 */
export class SearchedText {
  /** The signs that count, closed up. */
  readonly closed: string;
  /** Per place in `closed`, 1 where its sign follows the one before it without anything between. */
  private readonly joined: Uint8Array;

  constructor(text: string) {
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    let closed = '';
    const joins: number[] = [];
    let adjacent = 0;
    for (const sign of plain) {
      if (!KEPT.test(sign)) {
        adjacent = 0;
        continue;
      }
      closed += sign;
      joins.push(adjacent);
      // A sign beyond the basic plane takes two places.
      if (sign.length > 1) joins.push(1);
      adjacent = 1;
    }
    this.closed = closed;
    this.joined = Uint8Array.from(joins);
  }

  /** True where the sign at `at` goes on what stands directly before it: "7" in "17", "a" in "Anna", but not "7" in "1 7". */
  private goesOn(at: number): boolean {
    const [before, here] = [this.closed[at - 1], this.closed[at]];
    return before !== undefined && here !== undefined && this.joined[at] === 1 && DIGIT.test(before) === DIGIT.test(here);
  }

  private isWhole(value: SearchedText, at: number): boolean {
    return !this.goesOn(at) && !this.goesOn(at + value.closed.length);
  }

  /** Whether a value stands at this place of `closed`, by itself. */
  holdsAt(value: SearchedText, at: number): boolean {
    return this.closed.startsWith(value.closed, at) && this.isWhole(value, at);
  }

  /** Whether a value stands in this text by itself, however it is set; as a part of a longer word or number it does not count. */
  holds(value: SearchedText): boolean {
    if (value.closed === '') return false;
    for (let at = this.closed.indexOf(value.closed); at >= 0; at = this.closed.indexOf(value.closed, at + 1)) {
      if (this.isWhole(value, at)) return true;
    }
    return false;
  }
}

/** Those of `forbidden` that occur in `text`, however they are set there. */
export function findForbidden(text: string, forbidden: Iterable<string>): string[] {
  const searched = new SearchedText(text);
  return [...forbidden].filter((each) => searched.holds(new SearchedText(each)));
}

/** Signs by which a text is looked up. */
const START = 4;

/** Many texts that must not be found, made ready to be searched for in long ones: the time does not grow with their number. */
export class ForbiddenTexts {
  private readonly byStart = new Map<string, SearchedText[]>();
  /** Characters of the longest. */
  readonly longest: number;

  /** Texts of fewer than four signs that count are passed over. */
  constructor(texts: readonly string[]) {
    let longest = 0;
    for (const text of texts) {
      const searched = new SearchedText(text);
      if (searched.closed.length < START) continue;
      longest = Math.max(longest, text.length);
      const start = searched.closed.slice(0, START);
      const held = this.byStart.get(start);
      if (held === undefined) this.byStart.set(start, [searched]);
      else held.push(searched);
    }
    this.longest = longest;
  }

  get none(): boolean {
    return this.byStart.size === 0;
  }

  /** Whether one of them occurs, however it is set. */
  occurIn(text: string): boolean {
    const searched = new SearchedText(text);
    for (let at = 0; at + START <= searched.closed.length; at += 1) {
      if (this.byStart.get(searched.closed.slice(at, at + START))?.some((value) => searched.holdsAt(value, at)) === true) return true;
    }
    return false;
  }
}
