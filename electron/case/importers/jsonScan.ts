import type { JsonValue } from './jsonValue';
import { LONGEST_WORD, Words } from './words';

/** What a hostile file may not exceed. */
export const MAX_DEPTH = 100;

export type MutableObject = Record<string, JsonValue>;

export const emptyObject = (): MutableObject => Object.create(null) as MutableObject;

/** Puts a member into an object; where its key stood before, the one before moves to "key (1)", "key (2)" … */
export function put(into: MutableObject, key: string, value: JsonValue): void {
  const before = into[key];
  if (before !== undefined) {
    let copy = 1;
    // Hostile files repeat a key a million times: after twenty the earlier ones are given up.
    while (copy < 20 && into[`${key} (${copy})`] !== undefined) copy += 1;
    into[`${key} (${copy})`] = before;
  }
  into[key] = value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/**
 * Reads whole JSON values straight out of UTF-8 bytes, some twenty times as fast as token by token. It knows sound JSON only: for anything else it
 * says so and leaves it to the tokenizer to tell what is wrong, and where.
 */
export class JsonScan {
  bytes: Buffer = Buffer.alloc(0);
  /** Where the next value is looked for; behind it once it was read. */
  at = 0;
  /** Why no value came: the bytes ended within it (more may follow), else there is something in it that needs a closer look. */
  short = false;
  private readonly words = new Words();

  /** Moves behind blanks. False at the end of the bytes. */
  skipBlanks(): boolean {
    const { bytes } = this;
    const end = bytes.length;
    let at = this.at;
    while (at < end) {
      const byte = bytes[at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
      at += 1;
    }
    this.at = at;
    return at < end;
  }

  /** The value at `at`, `depth` levels down; undefined where there is none that is whole and sound. `keep` false: passed over, and null. */
  value(depth: number, keep: boolean): JsonValue | undefined {
    const byte = this.bytes[this.at] ?? 0;
    if (byte === QUOTE) return this.string(keep);
    if (byte === 0x7b) return depth >= MAX_DEPTH ? this.odd() : this.object(depth, keep);
    if (byte === 0x5b) return depth >= MAX_DEPTH ? this.odd() : this.array(depth, keep);
    if (byte === 0x74) return this.literal('true', true);
    if (byte === 0x66) return this.literal('false', false);
    if (byte === 0x6e) return this.literal('null', null);
    return this.number(keep);
  }

  /** The text between the quote at `at` and the one that ends it. */
  string(keep: boolean): string | undefined {
    const { bytes } = this;
    const end = bytes.length;
    const start = this.at + 1;
    let at = start;
    let all = 0;
    let hash = 0;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        this.at = at + 1;
        if (!keep) return '';
        if (all >= 0x80) return bytes.toString('utf8', start, at);
        return at - start > LONGEST_WORD ? bytes.toString('latin1', start, at) : this.words.of(bytes, start, at, hash);
      }
      if (byte === BACKSLASH) return this.escaped(start, at, keep);
      if (byte < 0x20) return this.odd();
      all |= byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return this.cut();
  }

  private object(depth: number, keep: boolean): JsonValue | undefined {
    const { bytes } = this;
    const built = keep ? emptyObject() : null;
    this.at += 1;
    if (!this.skipBlanks()) return this.cut();
    if (bytes[this.at] === 0x7d) {
      this.at += 1;
      return built;
    }
    for (;;) {
      if (bytes[this.at] !== QUOTE) return this.odd();
      const key = this.string(keep);
      if (key === undefined) return undefined;
      if (!this.skipBlanks()) return this.cut();
      if (bytes[this.at] !== 0x3a) return this.odd();
      this.at += 1;
      if (!this.skipBlanks()) return this.cut();
      const value = this.value(depth + 1, keep);
      if (value === undefined) return undefined;
      if (built !== null) put(built, key, value);
      if (!this.skipBlanks()) return this.cut();
      const next = bytes[this.at];
      this.at += 1;
      if (next === 0x7d) return built;
      if (next !== 0x2c) return this.odd();
      if (!this.skipBlanks()) return this.cut();
    }
  }

  private array(depth: number, keep: boolean): JsonValue | undefined {
    const { bytes } = this;
    const built: JsonValue[] | null = keep ? [] : null;
    this.at += 1;
    if (!this.skipBlanks()) return this.cut();
    if (bytes[this.at] === 0x5d) {
      this.at += 1;
      return built;
    }
    for (;;) {
      const value = this.value(depth + 1, keep);
      if (value === undefined) return undefined;
      if (built !== null) built.push(value);
      if (!this.skipBlanks()) return this.cut();
      const next = bytes[this.at];
      this.at += 1;
      if (next === 0x5d) return built;
      if (next !== 0x2c) return this.odd();
      if (!this.skipBlanks()) return this.cut();
    }
  }

  private literal(written: string, means: boolean | null): boolean | null | undefined {
    const { bytes, at } = this;
    for (let index = 1; index < written.length; index += 1) {
      if (at + index >= bytes.length) return this.cut();
      if (bytes[at + index] !== written.charCodeAt(index)) return this.odd();
    }
    this.at = at + written.length;
    return means;
  }

  private number(keep: boolean): string | undefined {
    const { bytes } = this;
    const end = bytes.length;
    const start = this.at;
    let at = start;
    const digits = (): boolean => {
      const first = at;
      while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
      return at > first;
    };
    if (bytes[at] === 0x2d) at += 1;
    const zero = bytes[at] === 0x30;
    const whole = at;
    if (!digits()) return at < end ? this.odd() : this.cut();
    if (zero && at - whole > 1) return this.odd();
    if (bytes[at] === 0x2e) {
      at += 1;
      if (!digits()) return at < end ? this.odd() : this.cut();
    }
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      at += 1;
      if (bytes[at] === 0x2b || bytes[at] === 0x2d) at += 1;
      if (!digits()) return at < end ? this.odd() : this.cut();
    }
    // More of it may stand in the bytes that follow.
    if (at >= end) return this.cut();
    this.at = at;
    return keep ? bytes.toString('latin1', start, at) : '';
  }

  /** A text with escapes, the first at `at`: its end is looked for here, what it means is known by the language itself. */
  private escaped(start: number, first: number, keep: boolean): string | undefined {
    const { bytes } = this;
    const end = bytes.length;
    for (let at = first; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === BACKSLASH) at += 1;
      else if (byte < 0x20) return this.odd();
      else if (byte === QUOTE) {
        this.at = at + 1;
        try {
          const text: unknown = JSON.parse(bytes.toString('utf8', start - 1, at + 1));
          return typeof text === 'string' ? (keep ? text : '') : this.odd();
        } catch {
          return this.odd();
        }
      }
    }
    return this.cut();
  }

  private cut(): undefined {
    this.short = true;
    return undefined;
  }

  private odd(): undefined {
    this.short = false;
    return undefined;
  }
}
