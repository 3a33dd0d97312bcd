import { Tokenizer, TokenType } from '@streamparser/json';
import { emptyObject, JsonScan, MAX_DEPTH, put } from './jsonScan';
import type { MutableObject } from './jsonScan';
import { JsonFault } from './jsonValue';
import type { JsonPath, JsonPick, JsonShape, JsonValue } from './jsonValue';
import { LineCount } from './lineCount';

/** Of one value that is taken, or one string, in bytes. */
const MAX_VALUE = 64 * 1024 * 1024;

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

const NOTHING = Buffer.alloc(0);
const MARKS: Readonly<Record<number, TokenType | undefined>> = {
  0x7b: TokenType.LEFT_BRACE, 0x7d: TokenType.RIGHT_BRACE, 0x5b: TokenType.LEFT_BRACKET, 0x5d: TokenType.RIGHT_BRACKET, 0x3a: TokenType.COLON, 0x2c: TokenType.COMMA,
};

/**
 * Builds the values that `pick` asks for out of UTF-8 that comes in pieces; several documents may follow each other. `found` gets each with its
 * path (a copy), the ordinal of its document from 0, and the line on which it begins. Throws JsonFault; what was found before it stands. After a fault
 * nothing more may be written.
 *
 * Sound JSON is read a value at a time; from the first place where something is wrong, or cut off, the tokenizer reads, which can tell what and where.
 * `closely`: the tokenizer reads from the start, to the same result.
 */
export class JsonValues {
  private readonly scan = new JsonScan();
  private readonly lines = new LineCount();
  private readonly stack: Frame[] = [];
  private readonly path: (string | number)[] = [];
  private tokenizer: ExactTokenizer | null = null;
  private expect: Expect = 'value';
  private started = 0;
  private lastToken = 0;
  private fed = 0;
  private documents = 0;
  /** Bytes that are not read yet: they end within a value. */
  private waiting: Buffer[] = [];
  private held = 0;
  /** Not looked at again before so many are there: a long value is not to be begun anew with every piece. */
  private wanted = 0;
  /** What `pick` said of the value that the waiting bytes begin with. */
  private picked: 'take' | null = null;

  constructor(private readonly pick: JsonPick, private readonly found: (value: JsonValue, path: JsonPath, document: number, line: number) => void, closely = false) {
    if (closely) this.openTokenizer(0);
  }

  write(bytes: Buffer): void {
    this.fed += bytes.length;
    if (this.tokenizer !== null) {
      this.tokens(this.tokenizer, bytes);
      return;
    }
    this.waiting.push(bytes);
    this.held += bytes.length;
    if (this.held < this.wanted) return;
    this.wanted = this.values() ? 0 : Math.min(2 * this.held, MAX_VALUE + 1);
    if (this.held > MAX_VALUE) this.tokensFromHere();
  }

  /** Throws JsonFault "truncated" where a document is not complete. */
  end(): void {
    if (this.held > 0 && !this.values() && this.tokenizer === null) this.tokensFromHere();
    this.lines.look(NOTHING, this.fed);
    try {
      this.tokenizer?.end();
    } catch (error) {
      if (error instanceof JsonFault) throw error;
      throw new JsonFault('truncated', this.fed);
    }
    if (this.stack.length > 0) throw new JsonFault('truncated', this.fed);
  }

  /** Makes it ready for another text after a sound end: ordinals, bytes and lines count from the start again. */
  renew(): void {
    this.tokenizer = null;
    [this.fed, this.documents, this.wanted] = [0, 0, 0];
    this.expect = 'value';
    this.lines.renew();
  }

  /** Line of a fault, and what stands around it. */
  placeOf({ offset }: JsonFault): { readonly line: number; readonly text: string } {
    return { line: this.lines.lineAt(offset), text: this.lines.around(offset) };
  }

  /** Reads what is waiting, value by value. False where it ends within one, which then waits for more. */
  private values(): boolean {
    const { scan, lines } = this;
    const bytes = this.waiting.length === 1 ? (this.waiting[0] ?? NOTHING) : Buffer.concat(this.waiting);
    const base = this.fed - this.held;
    scan.bytes = bytes;
    scan.at = 0;
    lines.look(bytes, base);
    while (scan.skipBlanks()) {
      const start = scan.at;
      if (this.step(base)) continue;
      lines.lineAt(base + start);
      this.waiting = [bytes.subarray(start)];
      this.held = bytes.length - start;
      if (!scan.short) this.tokensFromHere();
      return false;
    }
    lines.lineAt(this.fed);
    this.waiting = [];
    this.held = 0;
    return true;
  }

  /** One token, or one value that is taken or passed over whole. False where it cannot be read, or not yet. */
  private step(base: number): boolean {
    const { scan } = this;
    const offset = base + scan.at;
    if (this.picked === null) {
      const mark = MARKS[scan.bytes[scan.at] ?? 0];
      if (mark === undefined) {
        const text = scan.value(this.stack.length, true);
        if (text === undefined) return false;
        this.plain(typeof text === 'string' && scan.bytes[offset - base] === 0x22 ? TokenType.STRING : TokenType.NUMBER, text, offset);
        return true;
      }
      if (mark !== TokenType.LEFT_BRACE && mark !== TokenType.LEFT_BRACKET) {
        scan.at += 1;
        this.token(mark, null, offset);
        return true;
      }
      const array = mark === TokenType.LEFT_BRACKET;
      const mode = this.enter(array ? 'array' : 'object', offset);
      if (mode !== 'take') {
        if (mode === 'into' || scan.value(this.stack.length, false) === undefined) {
          // What is passed over need not be whole at once.
          scan.at = offset - base + 1;
          this.begin(array, mode, offset);
        } else this.leave(mode, null);
        return true;
      }
      this.picked = mode;
    }
    const value = scan.value(this.stack.length, true);
    if (value === undefined) return false;
    this.picked = null;
    this.leave('take', value);
    return true;
  }

  private openTokenizer(at: number): ExactTokenizer {
    const tokenizer = new ExactTokenizer();
    this.lastToken = at;
    // A byte order mark is one at the beginning only: elsewhere a blank and a number, told to nobody, go before.
    const before = at === 0 ? '' : '0 ';
    tokenizer.onToken = () => undefined;
    if (before !== '') tokenizer.write(Buffer.from(before));
    tokenizer.onToken = ({ token, value, offset }) => this.token(token, token === TokenType.NUMBER ? tokenizer.written : value, at - before.length + offset);
    this.tokenizer = tokenizer;
    return tokenizer;
  }

  private tokensFromHere(): void {
    const bytes = this.waiting.length === 1 ? (this.waiting[0] ?? NOTHING) : Buffer.concat(this.waiting);
    const tokenizer = this.openTokenizer(this.fed - this.held);
    this.waiting = [];
    this.held = 0;
    this.scan.bytes = NOTHING;
    this.tokens(tokenizer, bytes);
  }

  private tokens(tokenizer: ExactTokenizer, bytes: Buffer): void {
    const before = this.fed - bytes.length;
    this.lines.look(bytes, before);
    try {
      tokenizer.write(bytes);
    } catch (error) {
      if (error instanceof JsonFault) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const position = /chunk position "(\d+)"/.exec(message)?.[1];
      throw new JsonFault(message.replace(/ at chunk position.*$/su, '').slice(0, 100), position === undefined ? before : before + Number(position));
    }
    const taking = this.stack.at(-1)?.mode === 'take';
    const begun = taking ? this.started : this.lastToken;
    if (this.fed - Math.max(0, begun) > MAX_VALUE) throw new JsonFault('valueTooLong', begun);
    // A value that goes on into the next piece begins here: its line must be known before these bytes are gone.
    if (taking) this.lines.hold(this.started);
    this.lines.lineAt(this.fed);
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
        return this.plain(token, typeof value === 'boolean' ? value : null, offset);
      case TokenType.STRING:
      case TokenType.NUMBER:
        return this.plain(token, typeof value === 'string' ? value : '', offset);
    }
  }

  private plain(token: TokenType, value: JsonValue, offset: number): void {
    const top = this.stack.at(-1);
    if (token === TokenType.STRING && typeof value === 'string' && (this.expect === 'key' || this.expect === 'keyOrEnd') && top !== undefined) {
      top.key = value;
      this.expect = 'colon';
      return;
    }
    this.leave(this.enter('scalar', offset), value);
  }

  private enter(shape: JsonShape, offset: number): 'take' | 'into' | 'skip' {
    if (this.picked !== null) {
      const { picked } = this;
      this.picked = null;
      return picked;
    }
    if (this.expect !== 'value' && this.expect !== 'valueOrEnd') throw new JsonFault('unexpectedValue', offset);
    const top = this.stack.at(-1);
    if (top !== undefined && top.mode !== 'into') return top.mode;
    if (top !== undefined) this.path.push(top.array ? top.count : top.key);
    const mode = this.pick(this.path, shape);
    if (mode === 'take') this.started = offset;
    return mode;
  }

  private open(array: boolean, offset: number): void {
    this.begin(array, this.enter(array ? 'array' : 'object', offset), offset);
  }

  private begin(array: boolean, mode: Frame['mode'], offset: number): void {
    if (this.stack.length >= MAX_DEPTH) throw new JsonFault('tooDeep', offset);
    this.stack.push({ array, mode, built: mode === 'take' ? (array ? [] : emptyObject()) : null, key: '', count: 0 });
    this.expect = array ? 'valueOrEnd' : 'keyOrEnd';
  }

  private close(): void {
    const frame = this.stack.pop();
    if (frame !== undefined) this.leave(frame.mode, frame.built);
  }

  /** A value is complete: it goes into the one around it, or out. */
  private leave(mode: Frame['mode'], value: JsonValue): void {
    const top = this.stack.at(-1);
    if (top?.mode === 'take') {
      if (Array.isArray(top.built)) top.built.push(value);
      else if (top.built !== null) put(top.built, top.key, value);
    } else if (top === undefined || top.mode === 'into') {
      if (mode === 'take') this.found(value, [...this.path], this.documents, this.lines.lineAt(this.started));
      if (top !== undefined) this.path.pop();
    }
    if (top !== undefined) top.count += 1;
    else this.documents += 1;
    this.expect = top === undefined ? 'value' : 'commaOrEnd';
  }
}
