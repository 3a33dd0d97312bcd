import iconv from 'iconv-lite';
import { Failure } from '../../../../../shared/contract/failure';
import type { Bytes } from '../../bytes';
import { detectEncoding } from '../../encoding';

const PIECE = 262_144;
/** No value of a graph file is longer; a longer one was made to exhaust memory. */
const LONGEST = 16 * 1024 * 1024;

/** Walks the characters of a text of any size, holding only a piece of it. */
export class Scanner {
  /** Line of the next character, from 1. */
  line = 1;
  private text = '';
  private at = 0;
  private offset = 0;
  private readonly decoder: ReturnType<typeof iconv.getDecoder>;
  private ended = false;

  /** `encoding` null: by its mark or bytes. Throws Failure fileNotThisFormat for bytes that are no text. */
  constructor(private readonly bytes: Bytes, encoding: string | null) {
    this.decoder = iconv.getDecoder(encoding ?? detectEncoding(bytes.read(0, 65_536)).encoding);
    this.fill();
    if (this.text.startsWith('\uFEFF')) this.at = 1;
  }

  /** Bytes of the document read so far. */
  done(): number {
    return this.offset;
  }

  /** The next character, "" at the end. */
  peek(): string {
    while (this.at >= this.text.length) if (!this.fill()) return '';
    return this.text[this.at] ?? '';
  }

  /** The one after the next, "" at the end. */
  beyond(): string {
    if (this.at + 1 >= this.text.length) {
      const rest = this.text.slice(this.at);
      if (this.fill()) this.text = rest + this.text;
      else this.text = rest;
      this.at = 0;
    }
    return this.text[this.at + 1] ?? '';
  }

  next(): string {
    const sign = this.peek();
    this.at += 1;
    if (sign === '\n') this.line += 1;
    return sign;
  }

  /** Everything up to the first character that `stops` (a global expression for one character) finds, or the end. */
  until(stops: RegExp): string {
    let taken = '';
    for (;;) {
      const found = this.find(stops);
      if (found === null) return taken;
      taken += this.run(found);
      if (this.at < this.text.length) return taken;
      if (taken.length > LONGEST) this.refuse('text too long');
    }
  }

  /** The same, thrown away: comments may be of any length. */
  skip(stops: RegExp): void {
    for (let found = this.find(stops); found !== null; found = this.find(stops)) {
      this.run(found);
      if (this.at < this.text.length) return;
    }
  }

  refuse(why: string): never {
    throw new Failure('fileNotThisFormat', { line: this.line, why });
  }

  /** Where in the piece at hand the expression is found, its end where it is not; null at the end of the document. */
  private find(stops: RegExp): number | null {
    if (this.at >= this.text.length && !this.fill()) return null;
    stops.lastIndex = this.at;
    return stops.exec(this.text)?.index ?? this.text.length;
  }

  private run(to: number): string {
    const taken = this.text.slice(this.at, to);
    for (let found = taken.indexOf('\n'); found >= 0; found = taken.indexOf('\n', found + 1)) this.line += 1;
    this.at = to;
    return taken;
  }

  private fill(): boolean {
    while (!this.ended) {
      const piece = this.bytes.read(this.offset, PIECE);
      this.offset += piece.length;
      if (piece.length === 0) this.ended = true;
      this.text = (piece.length === 0 ? this.decoder.end() : this.decoder.write(piece)) ?? '';
      this.at = 0;
      if (this.text !== '') return true;
    }
    this.text = '';
    this.at = 0;
    return false;
  }
}

/** Anything but blanks, by which texts of these formats are divided. */
export const NOT_BLANK = /[^ \n\t\r\f\u00a0\u0000]/g;
export const LINE_END = /\n/g;
