import { Tokenizer, TokenType } from '@streamparser/json';

/** What a hostile file may not exceed. */
const MAX_DEPTH = 100;
/** Of one value that is taken, or one string, in bytes. */
const MAX_VALUE = 64 * 1024 * 1024;

/**
 * A value of a JSON file. Numbers are their text as written ("0032475123456", "1e400"), never floating point: numbers of accounts, phones and
 * subscribers must not lose digits. Objects have no prototype, so that a key "__proto__" or "constructor" is a key like any other; where a key
 * stands twice, the last stands under it (as every reader of JSON has it) and the ones before as "key (1)", "key (2)" …
 */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
/** Keys of objects and ordinals (from 0) of arrays on the way to a value; empty for the document itself. */
export type JsonPath = readonly (string | number)[];
export type JsonShape = 'object' | 'array' | 'scalar';
/** What to do with the value that begins at `path` (not to be kept: it changes): hand it out whole, look at its members, or pass over it. */
export type JsonPick = (path: JsonPath, shape: JsonShape) => 'take' | 'into' | 'skip';

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isJsonArray = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** Why the text is no JSON, and at which byte of its UTF-8 form. */
export class JsonFault extends Error {
  constructor(readonly why: string, readonly offset: number) {
    super(why);
  }
}

type MutableObject = Record<string, JsonValue>;
interface Frame {
  readonly array: boolean;
  readonly mode: 'take' | 'into' | 'skip';
  /** What is being built; null when passed over. */
  readonly built: JsonValue[] | MutableObject | null;
  key: string;
  count: number;
}
type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/** Tells of every number how it was written. */
class ExactTokenizer extends Tokenizer {
  written = '';

  protected override parseNumber(text: string): number {
    this.written = text;
    return 0;
  }
}

const emptyObject = (): MutableObject => Object.create(null) as MutableObject;

function put(into: MutableObject, key: string, value: JsonValue): void {
  const before = into[key];
  if (before !== undefined) {
    let copy = 1;
    // Hostile files repeat a key a million times: after twenty the earlier ones are given up.
    while (copy < 20 && into[`${key} (${copy})`] !== undefined) copy += 1;
    into[`${key} (${copy})`] = before;
  }
  into[key] = value;
}

/**
 * Builds the values that `pick` asks for out of UTF-8 that comes in pieces; several documents may follow each other. `found` gets each with its
 * path (a copy), the ordinal of its document from 0, and the byte at which it begins. Throws JsonFault; what was found before it stands.
 */
export class JsonValues {
  private tokenizer = new ExactTokenizer();
  private readonly stack: Frame[] = [];
  private readonly path: (string | number)[] = [];
  private expect: Expect = 'value';
  private started = 0;
  private lastToken = 0;
  private fed = 0;
  private documents = 0;

  constructor(private readonly pick: JsonPick, private readonly found: (value: JsonValue, path: JsonPath, document: number, offset: number) => void) {
    this.tokenizer.onToken = ({ token, value, offset }) => this.token(token, token === TokenType.NUMBER ? this.tokenizer.written : value, offset);
  }

  write(bytes: Uint8Array): void {
    const before = this.fed;
    this.fed += bytes.length;
    try {
      this.tokenizer.write(bytes);
    } catch (error) {
      if (error instanceof JsonFault) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const position = /chunk position "(\d+)"/.exec(message)?.[1];
      throw new JsonFault(message.replace(/ at chunk position.*$/su, '').slice(0, 100), position === undefined ? before : before + Number(position));
    }
    const begun = this.stack.at(-1)?.mode === 'take' ? this.started : this.lastToken;
    if (this.fed - Math.max(0, begun) > MAX_VALUE) throw new JsonFault('valueTooLong', begun);
  }

  /** Throws JsonFault "truncated" where a document is not complete. */
  end(): void {
    try {
      this.tokenizer.end();
    } catch (error) {
      if (error instanceof JsonFault) throw error;
      throw new JsonFault('truncated', this.fed);
    }
    if (this.stack.length > 0) throw new JsonFault('truncated', this.fed);
  }

  /** Byte at which the value that is being taken began; null when none is. */
  begun(): number | null {
    return this.stack.at(-1)?.mode === 'take' ? this.started : null;
  }

  private token(token: TokenType, value: unknown, offset: number): void {
    this.lastToken = offset;
    const top = this.stack.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
        return this.open(false, offset);
      case TokenType.LEFT_BRACKET:
        return this.open(true, offset);
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET: {
        const array = token === TokenType.RIGHT_BRACKET;
        if (top?.array !== array || !(this.expect === 'commaOrEnd' || this.expect === (array ? 'valueOrEnd' : 'keyOrEnd'))) throw new JsonFault('unexpectedEnd', offset);
        return this.close();
      }
      case TokenType.COLON:
        if (this.expect !== 'colon') throw new JsonFault('unexpectedColon', offset);
        this.expect = 'value';
        return;
      case TokenType.COMMA:
        if (this.expect !== 'commaOrEnd' || top === undefined) throw new JsonFault('unexpectedComma', offset);
        this.expect = top.array ? 'value' : 'key';
        return;
      case TokenType.SEPARATOR:
        return;
      case TokenType.TRUE:
      case TokenType.FALSE:
      case TokenType.NULL:
        return this.scalar(typeof value === 'boolean' ? value : null, offset);
      case TokenType.STRING:
      case TokenType.NUMBER: {
        const text = typeof value === 'string' ? value : '';
        if (token === TokenType.STRING && (this.expect === 'key' || this.expect === 'keyOrEnd') && top !== undefined) {
          top.key = text;
          this.expect = 'colon';
          return;
        }
        return this.scalar(text, offset);
      }
    }
  }

  private enter(shape: JsonShape, offset: number): 'take' | 'into' | 'skip' {
    if (this.expect !== 'value' && this.expect !== 'valueOrEnd') throw new JsonFault('unexpectedValue', offset);
    const top = this.stack.at(-1);
    if (top !== undefined && top.mode !== 'into') return top.mode;
    if (top !== undefined) this.path.push(top.array ? top.count : top.key);
    const mode = this.pick(this.path, shape);
    if (mode === 'take') this.started = offset;
    return mode;
  }

  private open(array: boolean, offset: number): void {
    const mode = this.enter(array ? 'array' : 'object', offset);
    if (this.stack.length >= MAX_DEPTH) throw new JsonFault('tooDeep', offset);
    this.stack.push({ array, mode, built: mode === 'take' ? (array ? [] : emptyObject()) : null, key: '', count: 0 });
    this.expect = array ? 'valueOrEnd' : 'keyOrEnd';
  }

  private close(): void {
    const frame = this.stack.pop();
    if (frame !== undefined) this.leave(frame.mode, frame.built);
  }

  private scalar(value: string | boolean | null, offset: number): void {
    const mode = this.enter('scalar', offset);
    this.leave(mode, value);
  }

  /** A value is complete: it goes into the one around it, or out. */
  private leave(mode: Frame['mode'], value: JsonValue): void {
    const top = this.stack.at(-1);
    if (top?.mode === 'take') {
      if (Array.isArray(top.built)) top.built.push(value);
      else if (top.built !== null) put(top.built, top.key, value);
    } else if (top === undefined || top.mode === 'into') {
      if (mode === 'take') this.found(value, [...this.path], this.documents, this.started);
      if (top !== undefined) this.path.pop();
    }
    if (top !== undefined) top.count += 1;
    else this.documents += 1;
    this.expect = top === undefined ? 'value' : 'commaOrEnd';
  }
}

/** The values at these paths, "*" for any key or ordinal: `pickAt([['*'], ['objects', '*']])`. */
export function pickAt(patterns: readonly (readonly string[])[]): JsonPick {
  return (path, shape) => {
    let into = false;
    for (const pattern of patterns) {
      if (pattern.length < path.length || !path.every((step, index) => pattern[index] === '*' || pattern[index] === step)) continue;
      if (pattern.length === path.length) return 'take';
      into = true;
    }
    return into && shape !== 'scalar' ? 'into' : 'skip';
  };
}

/** Reads one JSON text. Throws JsonFault for what is none, or more than one. */
export function parseJson(text: string): JsonValue {
  const values: JsonValue[] = [];
  const reader = new JsonValues(() => 'take', (value) => values.push(value));
  reader.write(Buffer.from(text, 'utf8'));
  reader.end();
  const [value] = values;
  if (value === undefined || values.length > 1) throw new JsonFault(value === undefined ? 'empty' : 'several', 0);
  return value;
}
