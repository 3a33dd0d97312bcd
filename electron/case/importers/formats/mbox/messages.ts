import { CHUNK } from '../../bytes';
import type { Bytes } from '../../bytes';

/** A message of a mailbox, as far as it is kept. */
export interface Boxed {
  readonly ordinal: number;
  readonly bytes: Buffer;
  /** It went on beyond the limit, and only its beginning is here. */
  readonly cut: boolean;
}

const NEW_LINE = 0x0a;
const FROM = Buffer.from('From ');
/** "From user@host Mon Nov 21 14:05:11 2022", "From - Mon …", or nothing more, as newer programs write it. */
const SEPARATOR = /^From (?:\S+ |- |"[^"]*" |.{1,200}? )?\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .{8,60}|\d{1,2} [A-Z][a-z]{2} \d{4} .{5,40})?\s*$/;
const HEADER = /^>?(?:[A-Za-z][!-9;-~]{0,99}:|From )/;

/** Takes one sign of quoting from lines like ">From ". */
function unquoted(line: Buffer): Buffer {
  let at = 0;
  while (line[at] === 0x3e) at += 1;
  return at > 0 && line.subarray(at, at + 5).equals(FROM) ? line.subarray(1) : line;
}

/** Walks a mailbox and gives its messages one by one; memory holds one of them. */
export class MboxReader {
  private at = 0;

  /** `limit`: bytes of one message. */
  constructor(private readonly bytes: Bytes, private readonly limit: number) {
    if (bytes.read(0, 3).toString('hex') === 'efbbbf') this.at = 3;
  }

  done(): number {
    return this.at;
  }

  *messages(): Generator<Boxed> {
    let ordinal = 0;
    let parts: Buffer[] = [];
    let size = 0;
    let cut = false;
    let open = false;
    /** A line that may be a separator waits for the one after it. */
    let waiting: Buffer | null = null;
    let blank = true;
    const keep = (line: Buffer): void => {
      if (!open) return;
      size += line.length;
      if (size > this.limit) cut = true;
      else parts.push(line);
    };
    const close = (): Boxed | null => {
      const bytes = Buffer.concat(parts);
      const held = open && (bytes.length > 0 || cut) ? { ordinal: (ordinal += 1), bytes, cut } : null;
      parts = [];
      size = 0;
      cut = false;
      return held;
    };
    for (const line of this.lines()) {
      const text = line.length < 1000 ? line.toString('latin1').replace(/\r?\n$/, '') : '';
      if (waiting !== null) {
        if (HEADER.test(text)) {
          const boxed = close();
          if (boxed !== null) yield boxed;
          open = true;
        } else keep(waiting);
        waiting = null;
      }
      if (blank && line.subarray(0, 5).equals(FROM) && SEPARATOR.test(text)) waiting = Buffer.from(line);
      else keep(unquoted(line));
      blank = text === '' && line.length < 1000;
    }
    if (waiting !== null) keep(waiting);
    const boxed = close();
    if (boxed !== null) yield boxed;
  }

  /** Lines with their ends; one without any end for megabytes comes in pieces. */
  private *lines(): Generator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    while (this.at < this.bytes.size) {
      const piece = this.bytes.read(this.at, CHUNK);
      if (piece.length === 0) break;
      this.at += piece.length;
      const block: Buffer = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
      let from = 0;
      for (let end = block.indexOf(NEW_LINE); end >= 0; end = block.indexOf(NEW_LINE, from)) {
        yield block.subarray(from, end + 1);
        from = end + 1;
      }
      rest = block.subarray(from);
      if (rest.length > 4 * CHUNK) {
        yield rest;
        rest = Buffer.alloc(0);
      }
    }
    if (rest.length > 0) yield rest;
  }
}
