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

  /** Everything up to the first character for which `stops` holds, or the end. */
  until(stops: (sign: string) => boolean): string {
    let taken = '';
    for (;;) {
      if (this.at >= this.text.length && !this.fill()) return taken;
      const from = this.at;
      while (this.at < this.text.length) {
        const sign = this.text[this.at] ?? '';
        if (stops(sign)) return taken + this.text.slice(from, this.at);
        if (sign === '\n') this.line += 1;
        this.at += 1;
      }
      taken += this.text.slice(from);
      if (taken.length > LONGEST) this.refuse('text too long');
    }
  }

  /** The same, thrown away: comments may be of any length. */
  skip(stops: (sign: string) => boolean): void {
    for (let sign = this.peek(); sign !== '' && !stops(sign); sign = this.peek()) this.next();
  }

  refuse(why: string): never {
    throw new Failure('fileNotThisFormat', { line: this.line, why });
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

export const isBlank = (sign: string): boolean => sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r' || sign === '\f' || sign === '\u00a0' || sign === '\u0000';
