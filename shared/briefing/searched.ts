/** Stands between two texts that are searched as one, so that the end of one and the start of the next say nothing together. */
export const APART = ' \u00b6 x \u00b6 ';

const KEPT = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;

/** Per ASCII sign: 0 passed over, 1 letter, 2 digit. Asking a table is what makes a file of a hundred megabytes searchable. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => (DIGIT.test(String.fromCharCode(code)) ? 2 : KEPT.test(String.fromCharCode(code)) ? 1 : 0));
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Characters that are put together at a time. */
const TOGETHER = 8192;

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
    const plain = (BEYOND_ASCII.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text).toLowerCase();
    const closed = new Uint16Array(plain.length);
    const joined = new Uint8Array(plain.length);
    let length = 0;
    let adjacent = 0;
    for (let at = 0; at < plain.length; at += 1) {
      const code = plain.charCodeAt(at);
      const point = code < 128 ? code : (plain.codePointAt(at) ?? code);
      // A sign beyond the basic plane takes two places.
      const second = point > 0xffff;
      if (second) at += 1;
      if (code < 128 ? ASCII[code] === 0 : !KEPT.test(String.fromCodePoint(point))) {
        adjacent = 0;
        continue;
      }
      closed[length] = code;
      joined[length] = adjacent;
      length += 1;
      if (second) {
        closed[length] = plain.charCodeAt(at);
        joined[length] = 1;
        length += 1;
      }
      adjacent = 1;
    }
    const parts: string[] = [];
    for (let at = 0; at < length; at += TOGETHER) parts.push(String.fromCharCode(...closed.subarray(at, Math.min(at + TOGETHER, length))));
    this.closed = parts.join('');
    this.joined = joined.subarray(0, length);
  }

  private isDigit(at: number): boolean {
    const code = this.closed.charCodeAt(at);
    return code < 128 ? ASCII[code] === 2 : DIGIT.test(this.closed[at] ?? '');
  }

  /** True where the sign at `at` goes on what stands directly before it: "7" in "17", "a" in "Anna", but not "7" in "1 7". */
  private goesOn(at: number): boolean {
    return at > 0 && at < this.closed.length && this.joined[at] === 1 && this.isDigit(at - 1) === this.isDigit(at);
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
/** Marks of starts that some forbidden text has: nearly every place of a text is passed over by one look at it. */
const MARKS = 1 << 16;
const markAt = (closed: string, at: number): number => ((Math.imul(closed.charCodeAt(at), 31) ^ Math.imul(closed.charCodeAt(at + 1), 1021) ^ Math.imul(closed.charCodeAt(at + 2), 8191) ^ Math.imul(closed.charCodeAt(at + 3), 65_537)) >>> 0) % MARKS;

interface Sought {
  readonly text: string;
  readonly searched: SearchedText;
}

/** Many texts that must not be found, made ready to be searched for in long ones: the time does not grow with their number. */
export class ForbiddenTexts {
  private readonly byStart = new Map<string, Sought[]>();
  private readonly marks = new Uint8Array(MARKS);
  /** Characters of the longest. */
  readonly longest: number;
  /** How many there are. */
  readonly count: number;
  /** True when one of them has signs that UTF-16 writes without a control sign beside each (Chinese, Japanese, Korean). */
  readonly wide: boolean;

  /** Texts of fewer than four signs that count are passed over. */
  constructor(texts: readonly string[]) {
    let longest = 0;
    let count = 0;
    let wide = false;
    for (const text of texts) {
      const searched = new SearchedText(text);
      if (searched.closed.length < START) continue;
      longest = Math.max(longest, text.length);
      count += 1;
      wide ||= /[\u2000-\uffff]/.test(searched.closed);
      const start = searched.closed.slice(0, START);
      this.marks[markAt(start, 0)] = 1;
      const held = this.byStart.get(start);
      if (held === undefined) this.byStart.set(start, [{ text, searched }]);
      else held.push({ text, searched });
    }
    this.longest = longest;
    this.count = count;
    this.wide = wide;
  }

  get none(): boolean {
    return this.byStart.size === 0;
  }

  /**
   * The first of them that occurs, however it is set; null when none does. Those of fewer than `least` signs that count are passed over; those of `anywhere` or more also
   * count as a part of something longer.
   */
  firstIn(text: string, least: number = START, anywhere: number = Infinity): string | null {
    const searched = new SearchedText(text);
    const { closed } = searched;
    for (let at = 0; at + START <= closed.length; at += 1) {
      if (this.marks[markAt(closed, at)] === 0) continue;
      const found = this.byStart.get(closed.slice(at, at + START))?.find(({ searched: value }) => value.closed.length >= least && (value.closed.length >= anywhere ? closed.startsWith(value.closed, at) : searched.holdsAt(value, at)));
      if (found !== undefined) return found.text;
    }
    return null;
  }

  /** Whether one of them occurs, however it is set. */
  occurIn(text: string): boolean {
    return this.firstIn(text) !== null;
  }
}
