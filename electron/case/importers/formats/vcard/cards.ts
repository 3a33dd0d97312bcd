import { Failure } from '../../../../../shared/contract/failure';
import type { Reject } from '../../../../../shared/mapping/mapping';
import type { Bytes } from '../../bytes';
import { detectEncoding } from '../../encoding';
import { readLines } from '../../textLines';
import { readProperty, textOf } from './line';
import type { CardProperty } from './line';

/** A card as its properties, values decoded from their encoding and transfer but not unescaped. */
export interface Card {
  readonly line: number;
  readonly version: string;
  readonly properties: readonly CardProperty[];
  /** Cards inside it (AGENT). */
  readonly inside: readonly Card[];
}

export type CardOutcome = { readonly kind: 'card'; readonly card: Card } | { readonly kind: 'reject'; readonly reject: Reject };

/** No property of a card, photo included, is longer than this. */
const LONGEST_PROPERTY = 48 * 1024 * 1024;
/** Properties of one card. */
const MOST_PROPERTIES = 20_000;
const MAX_DEPTH = 8;

interface OpenCard { line: number; version: string; properties: CardProperty[]; inside: Card[]; fault: string | null }

const main = (open: OpenCard): string[] => open.properties.filter((property) => ['FN', 'N', 'TEL', 'EMAIL', 'ORG'].includes(property.name)).slice(0, 6).map((property) => property.value.slice(0, 200));
const rejected = (row: number, detail: string, cells: string[]): CardOutcome => ({ kind: 'reject', reject: { row, code: 'badRecord', detail, cells } });

/** Reads cards one by one, whatever the size of the file. */
export class CardReader {
  private readonly lines: ReturnType<typeof readLines>;
  private readonly bytewise: boolean;
  /** Encoding of values that are not UTF-8. */
  private readonly otherwise: string;
  private readonly stack: OpenCard[] = [];
  private out: CardOutcome[] = [];
  /** Pieces of the property that is being read. */
  private pieces: string[] = [];
  private length = 0;
  private line = 0;
  private begun = false;
  /** A blank line came since. */
  private gap = false;
  private transfer: CardProperty['transfer'] = 'none';

  /** `encoding`: chosen by a person, else null. Throws Failure fileNotThisFormat for bytes that are no text. */
  constructor(bytes: Bytes, encoding: string | null) {
    const found = encoding ?? detectEncoding(bytes.read(0, 65_536)).encoding;
    // Values may be in different encodings, so lines are read as bytes; only UTF-16 cannot be.
    this.bytewise = !found.startsWith('utf-16');
    this.otherwise = /^utf-?8$/i.test(found) || !this.bytewise ? 'windows-1252' : found;
    this.lines = readLines(bytes, this.bytewise ? 'latin1' : found);
  }

  done(): number {
    return this.lines.done();
  }

  /** A batch per piece of the file. Throws Failure fileNotThisFormat when there is no card at all. */
  *cards(): Generator<CardOutcome[]> {
    for (const batch of this.lines.lines()) {
      for (const { line, text } of batch) this.take(line === 1 ? text.replace(/^(?:\u00EF\u00BB\u00BF|\uFEFF)/u, '') : text, line);
      yield this.flush();
    }
    this.finishProperty();
    while (this.stack.length > 0) this.abandon('card is not closed');
    if (!this.begun) throw new Failure('fileNotThisFormat', { line: 1, why: 'no card' });
    yield this.flush();
  }

  private flush(): CardOutcome[] {
    const out = this.out;
    this.out = [];
    return out;
  }

  private take(text: string, line: number): void {
    if (this.pieces.length > 0) {
      // Files with line ends of three signs show blank lines between the rows of a photo.
      if (text === '') {
        this.gap = true;
        return;
      }
      if (this.continues(text, line)) return;
    }
    this.finishProperty();
    const trimmed = text.trim();
    if (trimmed === '') return;
    const edge = /^(?:[\w-]+\.)?(BEGIN|END)[^:]*:\s*VCARD$/i.exec(trimmed)?.[1]?.toUpperCase();
    if (edge === 'BEGIN') this.begin(line);
    else if (edge === 'END') this.end(line);
    else if (this.stack.length === 0) this.out.push(rejected(line, 'outside a card', [trimmed.slice(0, 200)]));
    else this.start(text, line);
  }

  private start(text: string, line: number): void {
    const property = readProperty(text, line);
    if (property === null) {
      this.out.push(rejected(line, 'no property', [text.trim().slice(0, 200)]));
      return;
    }
    this.pieces = [text];
    this.length = text.length;
    this.line = line;
    this.transfer = property.transfer;
    this.gap = false;
  }

  /** Adds a line to the property that is being read where it belongs to it: folded, softly broken or a row of base64. */
  private continues(text: string, line: number): boolean {
    const last = this.pieces.at(-1) ?? '';
    if (this.transfer === 'quoted' && /=[ \t]*$/.test(last) && !(this.gap && readProperty(text, line) !== null)) return this.add(`\n${text}`);
    if (/^[ \t]/.test(text)) {
      const version = this.stack.at(-1)?.version;
      return this.add(version === '2.1' && this.transfer === 'none' && text.trim() !== '' ? text : text.slice(1));
    }
    if (this.transfer === 'base64' && /^[A-Za-z0-9+/=]+\s*$/.test(text)) return this.add(text);
    // Some phones break quoted-printable without saying so.
    if (this.transfer === 'quoted' && /^=[0-9A-F]{2}/i.test(text)) return this.add(text);
    return false;
  }

  private add(piece: string): boolean {
    this.length += piece.length;
    const open = this.stack.at(-1);
    if (this.length > LONGEST_PROPERTY) {
      if (open !== undefined) open.fault = 'property too long';
    } else this.pieces.push(piece);
    return true;
  }

  private finishProperty(): void {
    if (this.pieces.length === 0) return;
    const property = readProperty(this.pieces.join(''), this.line);
    this.pieces = [];
    const open = this.stack.at(-1);
    if (property === null || open === undefined) return;
    if (open.properties.length >= MOST_PROPERTIES) {
      open.fault = 'too many properties';
      return;
    }
    const decoded = { ...property, value: textOf(property, this.bytewise, this.otherwise) };
    if (decoded.name === 'VERSION' && open.version === '') open.version = decoded.value.trim();
    open.properties.push(decoded);
  }

  private begin(line: number): void {
    this.begun = true;
    // A card may stand in another only as its AGENT; else the one before was never closed.
    if (this.stack.length > 0 && (this.stack.at(-1)?.properties.at(-1)?.name !== 'AGENT' || this.stack.length >= MAX_DEPTH)) while (this.stack.length > 0) this.abandon('card is not closed');
    this.stack.push({ line, version: '', properties: [], inside: [], fault: null });
  }

  private end(line: number): void {
    const open = this.stack.pop();
    if (open === undefined) {
      this.out.push(rejected(line, 'end without a card', []));
      return;
    }
    if (open.fault !== null) {
      this.out.push(rejected(open.line, open.fault, main(open)));
      return;
    }
    const card: Card = { line: open.line, version: open.version === '' ? '3.0' : open.version, properties: open.properties, inside: open.inside };
    const outer = this.stack.at(-1);
    if (outer === undefined) this.out.push({ kind: 'card', card });
    else outer.inside.push(card);
  }

  private abandon(why: string): void {
    const open = this.stack.pop();
    if (open !== undefined) this.out.push(rejected(open.line, open.fault ?? why, main(open)));
  }
}
