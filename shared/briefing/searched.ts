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

  /** Whether a value stands in this text by itself, however it is set; as a part of a longer word or number it does not count. */
  holds(value: SearchedText): boolean {
    if (value.closed === '') return false;
    for (let at = this.closed.indexOf(value.closed); at >= 0; at = this.closed.indexOf(value.closed, at + 1)) {
      if (!this.goesOn(at) && !this.goesOn(at + value.closed.length)) return true;
    }
    return false;
  }
}

/** Those of `forbidden` that occur in `text`, however they are set there. */
export function findForbidden(text: string, forbidden: Iterable<string>): string[] {
  const searched = new SearchedText(text);
  return [...forbidden].filter((each) => searched.holds(new SearchedText(each)));
}
