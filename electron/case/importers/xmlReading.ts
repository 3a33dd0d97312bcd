import { SaxesParser } from 'saxes';
import { Failure } from '../../../shared/contract/failure';
import { LineCount } from './lineCount';
import { COMMENT } from './xmlComment';
import type { XmlEvent } from './xml';
import { XmlScan } from './xmlScan';

/** What a hostile file may not exceed. */
const MAX_DEPTH = 256;
const MAX_TEXT = 64 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** True where each carriage return is half of a line end. */
function pairs(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) if (bytes[at + 1] !== 10) return false;
  return true;
}

/**
 * One walk through an XML document that comes in pieces of UTF-8. What is well-formed is read mark by mark; from the first place where something is
 * wrong, or out of the ordinary, a full parser reads.
 */
export class XmlReading {
  private readonly scan = new XmlScan();
  private readonly lines = new LineCount();
  /** Open elements: their names with prefixes, and the texts in them so far. */
  private readonly names: string[] = [];
  private readonly texts: string[] = [];
  private batch: XmlEvent[] = [];
  private parser: SaxesParser | null = null;
  /** Set while the parser is told what was read before it came. */
  private muted = false;
  private begun = false;
  private typed = false;
  private rooted = false;
  private read = 0;
  private before = 0;
  private waiting: Buffer[] = [];
  private held = 0;
  /** Not looked at again before so many bytes are there: a long text is not to be begun anew with every piece. */
  private wanted = 0;
  /** Why nothing more comes: failure fileNotThisFormat with the line. */
  fault: Failure | null = null;

  /** `closely`: the parser reads from the start, to the same result. `comments`: those inside the root come as elements. */
  constructor(closely = false, private readonly comments = false) {
    if (closely) this.callParser(NOTHING, 1);
  }

  /** What was read since it was last asked. */
  taken(): XmlEvent[] {
    const { batch } = this;
    this.batch = [];
    return batch;
  }

  /** Reads on; pieces end between characters. */
  write(piece: Buffer): void {
    // A mark before the declaration, and blanks before it, are common and harmless.
    const bytes = this.begun ? piece : Buffer.from(piece.toString('utf8').replace(/^\uFEFF?\s*/u, ''), 'utf8');
    if (bytes.length === 0) return;
    this.begun = true;
    if (this.parser !== null) {
      this.parser.write(bytes.toString('utf8'));
      return;
    }
    this.waiting.push(bytes);
    this.held += bytes.length;
    this.read += bytes.length;
    if (this.held < this.wanted) return;
    this.wanted = this.marks(false) ? 0 : Math.min(2 * this.held, 2 * MAX_TEXT);
    if (this.held >= 2 * MAX_TEXT) this.callParser(Buffer.concat(this.waiting), this.lines.lineAt(this.read - this.held));
  }

  /** Throws Failure fileNotThisFormat for a document of nothing but blanks. */
  end(): void {
    if (!this.begun) throw new Failure('fileNotThisFormat', { line: 1, why: 'empty' });
    const whole = this.parser === null && this.marks(true) && this.rooted && this.names.length === 0;
    if (whole) return;
    if (this.parser === null) this.callParser(Buffer.concat(this.waiting), this.lines.lineAt(this.read - this.held));
    (this.parser as SaxesParser | null)?.close();
  }

  /** Reads what is waiting, mark by mark. False where it ends within one, which then waits for more, or needs the parser. */
  private marks(last: boolean): boolean {
    const { scan, lines } = this;
    const all = this.waiting.length === 1 ? (this.waiting[0] ?? NOTHING) : Buffer.concat(this.waiting);
    const base = this.read - this.held;
    lines.look(all, base);
    // Half a line end at the end of the piece tells nothing yet.
    const bytes = !last && all.at(-1) === 13 ? all.subarray(0, -1) : all;
    scan.bytes = bytes;
    scan.at = 0;
    scan.base = base;
    scan.short = true;
    let start = 0;
    const paired = pairs(bytes);
    while (paired && scan.at < bytes.length) {
      start = scan.at;
      if (!this.step(base)) break;
      start = scan.at;
    }
    const line = lines.lineAt(base + start);
    this.waiting = start < all.length ? [all.subarray(start)] : [];
    this.held = all.length - start;
    if (!paired || !scan.short) this.callParser(all.subarray(start), line);
    return this.held === 0;
  }

  private step(base: number): boolean {
    const { scan, names } = this;
    const start = scan.at;
    const mark = scan.next();
    switch (mark) {
      case undefined:
        return false;
      case 'open':
      case 'alone':
        if (names.length >= MAX_DEPTH || (this.rooted && names.length === 0)) return this.odd();
        this.rooted = true;
        names.push(scan.name);
        this.open(this.lines.lineAt(base + scan.at - 1));
        if (mark === 'alone') this.close(this.lines.lineAt(base + scan.at - 1));
        return true;
      case 'close':
        if (names.at(-1) !== scan.name) return this.odd();
        this.close(this.lines.lineAt(base + scan.at - 1));
        return true;
      case 'text':
        if (names.length === 0) return this.odd();
        this.text(scan.text);
        return true;
      case 'blank':
        // Blanks before the first word are not kept: nothing need be made of them.
        if (names.length > 0 && this.texts.at(-1) !== '') this.text(scan.bytes.toString('latin1', start, scan.at).replaceAll('\r\n', '\n'));
        return true;
      case 'doctype':
        if (this.rooted || this.typed) return this.odd();
        this.typed = true;
        return true;
      case 'comment':
        if (this.comments && names.length > 0) this.comment(scan.text, this.lines.lineAt(base + scan.at - 2));
        return true;
      case 'aside':
        return true;
    }
  }

  private odd(): false {
    this.scan.short = false;
    return false;
  }

  private open(line: number): void {
    const { name, attributes: said } = this.scan;
    this.texts.push('');
    const attributes = Object.create(null) as Record<string, string>;
    for (let at = 0; at < said.length; at += 2) put(attributes, said[at] ?? '', said[at + 1] ?? '');
    this.batch.push({ kind: 'open', name: local(name), attributes, line });
  }

  private close(line: number): void {
    this.batch.push({ kind: 'close', name: local(this.names.pop() ?? ''), text: this.texts.pop() ?? '', line });
  }

  private text(piece: string): void {
    const last = this.texts.length - 1;
    if (last < 0 || this.muted) return;
    const before = this.texts[last] ?? '';
    // Blanks before the first word say nothing; between millions of elements they would fill memory.
    if (before === '' && piece.trim() === '') return;
    if (before.length + piece.length > MAX_TEXT) this.refuse('text');
    else this.texts[last] = before + piece;
  }

  private comment(text: string, line: number): void {
    if (text.length > MAX_TEXT) return this.refuse('text');
    this.batch.push({ kind: 'open', name: COMMENT, attributes: {}, line }, { kind: 'close', name: COMMENT, text, line });
  }

  private refuse(why: string): void {
    this.fault ??= new Failure('fileNotThisFormat', { line: this.parser === null ? this.lines.lineAt(this.scan.base + this.scan.at) : this.before + this.parser.line, why });
  }

  /** From here on the parser reads: `rest`, which begins on `line`, and what follows. */
  private callParser(rest: Buffer, line: number): void {
    const parser = new SaxesParser({ xmlns: false, position: false });
    this.parser = parser;
    parser.on('error', (error) => this.refuse(error.message.slice(0, 200)));
    parser.on('doctype', (text) => {
      if (text.includes('[')) this.refuse('doctype');
    });
    parser.on('opentag', (tag) => {
      if (this.fault !== null || this.muted) return;
      if (this.texts.length >= MAX_DEPTH) return this.refuse('depth');
      this.texts.push('');
      const attributes = Object.create(null) as Record<string, string>;
      for (const [name, value] of Object.entries(tag.attributes as Record<string, string>)) put(attributes, name, value);
      this.batch.push({ kind: 'open', name: local(tag.name), attributes, line: this.before + parser.line });
    });
    if (this.comments) {
      parser.on('comment', (text) => {
        if (this.fault !== null || this.muted || this.texts.length === 0) return;
        this.comment(text, this.before + parser.line);
      });
    }
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
    parser.on('closetag', (tag) => {
      if (this.fault !== null || this.muted) return;
      this.batch.push({ kind: 'close', name: local(tag.name), text: this.texts.pop() ?? '', line: this.before + parser.line });
    });
    if (this.read > rest.length) {
      this.muted = true;
      parser.write(`${this.typed ? '<!DOCTYPE x>' : ' '}${this.names.length > 0 ? this.names.map((name) => `<${name}>`).join('') : this.rooted ? '<x/>' : ''}`);
      this.muted = false;
    }
    this.before = line - 1;
    this.waiting = [];
    this.held = 0;
    this.scan.bytes = NOTHING;
    if (rest.length > 0) parser.write(rest.toString('utf8'));
  }
}

const local = (name: string): string => {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
};

/** Declarations of name spaces say nothing. */
function put(attributes: Record<string, string>, name: string, value: string): void {
  if (name !== 'xmlns' && !name.startsWith('xmlns:')) attributes[local(name)] ??= value;
}
