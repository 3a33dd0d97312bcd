import { LONGEST_WORD, Words } from './words';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const BRACKET = 0x5d;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Bytes that names are made of here: 1 at their start, 2 further on only. */
const NAME = new Uint8Array(256);
for (let byte = 0; byte < 128; byte += 1) {
  const char = String.fromCharCode(byte);
  NAME[byte] = /[A-Za-z_:]/.test(char) ? 1 : /[\d.-]/.test(char) ? 2 : 0;
}
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What the scanner found; its parts stand in the scanner's fields. */
export type XmlMark = 'open' | 'alone' | 'close' | 'text' | 'blank' | 'comment' | 'aside' | 'doctype';

/**
 * Reads the marks of an XML document straight out of UTF-8 bytes, some eight times as fast as a parser that checks each character by itself. It knows
 * well-formed documents with plain names only: for anything else it says so, and leaves it to the parser to tell what is wrong.
 */
export class XmlScan {
  bytes: Buffer = Buffer.alloc(0);
  /** Where the next mark begins; behind it once it was read. */
  at = 0;
  /** Place of the first of these bytes in the document. */
  base = 0;
  /** Why no mark came: the bytes ended within it (more may follow), else there is something in it that needs a closer look. */
  short = false;
  /** Of an element, with its prefix. */
  name = '';
  /** Names, with prefixes, and values in turns. */
  readonly attributes: string[] = [];
  text = '';
  private readonly words = new Words();
  private ascii = true;
  private hash = 0;

  /** Reads the mark at `at`; undefined where there is none that is whole and sound. */
  next(): XmlMark | undefined {
    const { bytes, at } = this;
    if (bytes[at] !== LESS) return this.characters();
    if (at + 1 >= bytes.length) return this.cut();
    const byte = bytes[at + 1] ?? 0;
    if (NAME[byte] === 1) return this.open();
    if (byte === SLASH) return this.close();
    if (byte === 0x3f) return this.instruction();
    return byte === 0x21 ? this.declaration() : this.odd();
  }

  private open(): XmlMark | undefined {
    const { bytes, attributes } = this;
    const end = bytes.length;
    attributes.length = 0;
    this.at += 1;
    const name = this.nameHere();
    if (name === undefined) return undefined;
    this.name = name;
    for (;;) {
      const before = this.at;
      this.skipBlanks();
      if (this.at >= end) return this.cut();
      const byte = bytes[this.at] ?? 0;
      if (byte === GREATER) {
        this.at += 1;
        return 'open';
      }
      if (byte === SLASH) {
        if (this.at + 1 >= end) return this.cut();
        if (bytes[this.at + 1] !== GREATER) return this.odd();
        this.at += 2;
        return 'alone';
      }
      if (before === this.at || NAME[byte] !== 1) return this.odd();
      const attribute = this.nameHere();
      if (attribute === undefined) return undefined;
      this.skipBlanks();
      if (this.at >= end) return this.cut();
      if (bytes[this.at] !== 0x3d) return this.odd();
      this.at += 1;
      this.skipBlanks();
      if (this.at >= end) return this.cut();
      const value = this.quoted();
      if (value === undefined) return undefined;
      for (let index = 0; index < attributes.length; index += 2) if (attributes[index] === attribute) return this.odd();
      attributes.push(attribute, value);
    }
  }

  private close(): XmlMark | undefined {
    this.at += 2;
    if (this.at < this.bytes.length && NAME[this.bytes[this.at] ?? 0] !== 1) return this.odd();
    const name = this.nameHere();
    if (name === undefined) return undefined;
    this.name = name;
    this.skipBlanks();
    if (this.at >= this.bytes.length) return this.cut();
    if (this.bytes[this.at] !== GREATER) return this.odd();
    this.at += 1;
    return 'close';
  }

  /** The characters up to the next mark. */
  private characters(): XmlMark | undefined {
    const { bytes } = this;
    const end = bytes.length;
    const start = this.at;
    let all = 0;
    let hash = 0;
    let blank = true;
    let references = false;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === LESS) {
        this.at = at;
        if (blank && !references) return 'blank';
        this.ascii = all < 0x80;
        this.hash = hash;
        return this.told(start, at, references, false) ? 'text' : undefined;
      }
      if (byte > 0x20) {
        blank = false;
        if (byte === AMPERSAND) references = true;
        else if (byte === GREATER && at - 2 >= start && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET) return this.odd();
        all |= byte;
      } else if (!isBlank(byte)) return this.odd();
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return this.cut();
  }

  private quoted(): string | undefined {
    const { bytes } = this;
    const end = bytes.length;
    const quote = bytes[this.at] ?? 0;
    if (quote !== 0x22 && quote !== 0x27) return this.odd();
    const start = this.at + 1;
    let all = 0;
    let hash = 0;
    let rare = false;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) {
        this.at = at + 1;
        this.ascii = all < 0x80;
        this.hash = hash;
        return this.told(start, at, rare, true) ? this.text : undefined;
      }
      if (byte < 0x20) {
        if (!isBlank(byte)) return this.odd();
        rare = true;
      } else if (byte === LESS) return this.odd();
      else if (byte === AMPERSAND) rare = true;
      all |= byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return this.cut();
  }

  /** Makes the text between two places; `rare`: with references, or with blanks that values of attributes do not keep. False for what no document may hold. */
  private told(start: number, end: number, rare: boolean, value: boolean): boolean {
    const { bytes, ascii } = this;
    if (ascii && !rare && end - start <= LONGEST_WORD) {
      this.text = this.words.of(bytes, start, end, this.hash);
      if (this.text.includes('\r')) this.text = this.text.replaceAll('\r\n', '\n');
      return true;
    }
    let text = bytes.toString(ascii ? 'latin1' : 'utf8', start, end);
    if (text.includes('\r')) text = text.replaceAll('\r\n', '\n');
    let sound = ascii || !/[\uFFFE\uFFFF]/.test(text);
    if (rare) {
      if (value) text = text.replace(/[\n\t]/g, ' ');
      text = text.replace(/&([^;]*);|&/g, (_, reference: string | undefined) => {
        const meant = reference === undefined ? undefined : meaning(reference);
        if (meant === undefined) sound = false;
        return meant ?? '';
      });
    }
    this.text = text;
    if (!sound) this.odd();
    return sound;
  }

  /** A processing instruction; that of the document itself only as everybody writes it. */
  private instruction(): XmlMark | undefined {
    const { bytes, at } = this;
    const close = bytes.indexOf('?>', at + 2);
    if (close < 0) return this.cut();
    const text = bytes.toString('utf8', at + 2, close);
    const sound = /^xml[\t\n\r ?]/.test(`${text}?`) ? this.base + at === 0 && /^xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)? ?$/.test(text) : /^[A-Za-z_][\w.-]*(?:[\t\n\r ][\t\n\r -\uD7FF]*)?$/.test(text);
    if (!sound || text.includes('?')) return this.odd();
    this.at = close + 2;
    return 'aside';
  }

  /** A comment, a CDATA section or a document type. */
  private declaration(): XmlMark | undefined {
    const { bytes, at } = this;
    if (bytes.length < at + 9) return this.cut();
    const mark = bytes.toString('latin1', at + 2, at + 9);
    if (mark.startsWith('--')) {
      const close = bytes.indexOf('--', at + 4);
      if (close < 0 || close + 2 >= bytes.length) return this.cut();
      if (bytes[close + 2] !== GREATER || !this.plain(at + 4, close)) return this.odd();
      this.text = bytes.toString('utf8', at + 4, close).replaceAll('\r\n', '\n');
      this.at = close + 3;
      return 'comment';
    }
    if (mark === '[CDATA[') {
      const close = bytes.indexOf(']]>', at + 9);
      if (close < 0) return this.cut();
      if (!this.plain(at + 9, close)) return this.odd();
      this.text = bytes.toString('utf8', at + 9, close).replaceAll('\r\n', '\n');
      this.at = close + 3;
      return 'text';
    }
    if (mark !== 'DOCTYPE') return this.odd();
    const close = bytes.indexOf('>', at);
    if (close < 0) return this.cut();
    if (!/^<!DOCTYPE[\t\n\r ][\t\n\r -~]*$/.test(bytes.toString('latin1', at, close)) || !/^[^[\]<>"']*(?:(["'])[^[\]<>"']*\1[^[\]<>"']*)*$/.test(bytes.toString('latin1', at + 9, close))) return this.odd();
    this.at = close + 1;
    return 'doctype';
  }

  /** True where no byte between the two places is one that no document may hold. */
  private plain(start: number, end: number): boolean {
    const { bytes } = this;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      // The two characters that are none begin with this byte.
      if ((byte < 0x20 && !isBlank(byte)) || (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) > 0xbd)) return false;
    }
    return true;
  }

  private nameHere(): string | undefined {
    const { bytes } = this;
    const end = bytes.length;
    const start = this.at;
    let hash = 0;
    let at = start;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (NAME[byte] === 0) {
        if (byte >= 0x80) return this.odd();
        this.at = at;
        return at - start > LONGEST_WORD ? bytes.toString('latin1', start, at) : this.words.of(bytes, start, at, hash);
      }
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return this.cut();
  }

  private skipBlanks(): void {
    const { bytes } = this;
    let at = this.at;
    while (at < bytes.length && isBlank(bytes[at] ?? 0)) at += 1;
    this.at = at;
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

/** What a reference stands for; undefined for one that no document without declarations may hold. */
function meaning(reference: string): string | undefined {
  if (!reference.startsWith('#')) return Object.hasOwn(ENTITIES, reference) ? ENTITIES[reference] : undefined;
  const code = /^#x[0-9a-fA-F]{1,8}$/.test(reference) ? Number.parseInt(reference.slice(2), 16) : /^#\d{1,8}$/.test(reference) ? Number(reference.slice(1)) : Number.NaN;
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
