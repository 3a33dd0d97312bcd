import iconv from 'iconv-lite';

/** How an old workbook writes its texts: by a code page, or (from Excel 97 on) in one or two bytes per character as a flag tells. */
export type TextForm = { readonly unicode: true } | { readonly unicode: false; readonly encoding: string };

const WIDE = 0x01;
const PHONETIC = 0x04;
const RICH = 0x08;

/** iconv name of a code page as the file numbers it. */
export function encodingOf(codePage: number): string {
  const special: Readonly<Record<number, string>> = { 367: 'ascii', 1200: 'utf-16le', 10_000: 'macroman', 32_768: 'macroman', 32_769: 'windows-1252', 65_001: 'utf-8' };
  const name = special[codePage] ?? `cp${codePage}`;
  return iconv.encodingExists(name) ? name : 'windows-1252';
}

/**
 * Reads through a record and those that continue it. A text that is cut by the end of a record goes on behind a new flag byte; everything else
 * goes on at once. Reading beyond the end gives zeros and nothing; `ended` tells.
 */
export class Continued {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  get ended(): boolean {
    this.settle();
    return this.part >= this.parts.length;
  }

  private settle(): void {
    while (this.part < this.parts.length && this.at >= (this.parts[this.part]?.length ?? 0)) {
      this.part += 1;
      this.at = 0;
    }
  }

  u8(): number {
    this.settle();
    const byte = this.parts[this.part]?.[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.ended; ) {
      const here = Math.min(left, (this.parts[this.part]?.length ?? 0) - this.at);
      this.at += here;
      left -= here;
    }
  }

  /** A text of Excel 97 and later behind its length: flags, lengths of what follows it, characters, then formatting and phonetic text, passed over. */
  unicode(length: number): string {
    const flags = this.u8();
    const runs = (flags & RICH) === 0 ? 0 : this.u16();
    const phonetic = (flags & PHONETIC) === 0 ? 0 : this.u32();
    const text = this.characters(length, (flags & WIDE) !== 0);
    this.skip(runs * 4);
    this.skip(phonetic);
    return text;
  }

  bytes(length: number, encoding: string): string {
    const found: Buffer[] = [];
    for (let left = length; left > 0 && !this.ended; ) {
      const part = this.parts[this.part] ?? Buffer.alloc(0);
      const here = part.subarray(this.at, this.at + left);
      found.push(here);
      this.at += here.length;
      left -= here.length;
    }
    return iconv.decode(Buffer.concat(found), encoding);
  }

  private characters(length: number, startsWide: boolean): string {
    let wide = startsWide;
    let text = '';
    for (let left = length; left > 0; ) {
      const part = this.parts[this.part];
      if (part === undefined) break;
      const here = Math.min(left, Math.floor((part.length - this.at) / (wide ? 2 : 1)));
      if (here > 0) {
        const end = this.at + here * (wide ? 2 : 1);
        text += part.toString(wide ? 'utf16le' : 'latin1', this.at, end);
        this.at = end;
        left -= here;
      }
      if (left > 0) {
        this.part += 1;
        this.at = 0;
        if (this.part < this.parts.length) wide = (this.u8() & WIDE) !== 0;
      }
    }
    return text;
  }
}

/** The text behind a length of two bytes at the start of `parts` from `offset`. */
export function textAt(parts: readonly Buffer[], offset: number, form: TextForm, wideLength = true): string {
  const reader = new Continued(parts);
  reader.skip(offset);
  const length = wideLength ? reader.u16() : reader.u8();
  return form.unicode ? reader.unicode(length) : reader.bytes(length, form.encoding);
}
