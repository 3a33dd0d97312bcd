import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../../shared/contract/failure';
import { CHUNK } from './bytes';
import type { Bytes } from './bytes';

/** Limits on what a workbook may unfold to, counted on what really comes out, not on what its directory says. */
const MAX_ENTRIES = 10_000;
const MAX_EXPANDED = 4 * 1024 ** 3;
/** A part that unfolds to more than this must not do so from next to nothing; below it, decent sheets of equal rows do. */
const RATIO_FROM = 64 * 1024 * 1024;
const MAX_RATIO = 300;
const MAX_DEPTH = 256;
/** Signs of one text between two tags. */
const MAX_TEXT = 64 * 1024 * 1024;

/** Lets yauzl read from any Bytes. */
class BytesReader extends RandomAccessReader {
  constructor(private readonly bytes: Bytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { bytes } = this;
    let at = start;
    return new Readable({
      read() {
        try {
          if (at >= end) {
            this.push(null);
            return;
          }
          const chunk = bytes.read(at, Math.min(CHUNK, end - at));
          at += chunk.length;
          this.push(chunk.length === 0 ? null : chunk);
        } catch (error) {
          this.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      },
    });
  }
}

/** What saxes tells while it reads a part: names without prefix. */
export interface PartHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A zip file with XML parts, read part by part within the limits above. */
export class Package {
  private expanded = 0;
  private readonly progress = new Map<string, number>();

  private constructor(private readonly zip: ZipFile, private readonly entries: ReadonlyMap<string, Entry>) {}

  /** Reads the directory. Throws Failure fileNotThisFormat, or fileTooLarge beyond the limits. */
  static async open(bytes: Bytes): Promise<Package> {
    try {
      const zip = await fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.size, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
      if (zip.entryCount > MAX_ENTRIES) throw new Failure('fileTooLarge');
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      return new Package(zip, entries);
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** Names of all parts, in lower case. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** Bytes of a part when unfolded, as the directory tells. */
  sizeOf(path: string): number {
    return this.entries.get(path.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** Bytes of a part that were unfolded so far. */
  readOf(path: string): number {
    return this.progress.get(path.toLowerCase()) ?? 0;
  }

  /** Part whose name ends so, where the usual place is empty. */
  find(ending: string): string | null {
    for (const name of this.entries.keys()) if (name.endsWith(ending)) return name;
    return null;
  }

  /** Unfolds a part, piece by piece. A part that is not there has no pieces. Throws Failure fileNotThisFormat (also when it is not what was packed), fileEncrypted, fileTooLarge. */
  async *pieces(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new Failure('fileEncrypted');
    let inflated = 0;
    let sum = 0;
    let stream: Readable | null = null;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const piece of stream) {
        const chunk = piece as Buffer;
        inflated += chunk.length;
        sum = crc32(chunk, sum);
        this.expanded += chunk.length;
        this.progress.set(path.toLowerCase(), inflated);
        if (this.expanded > MAX_EXPANDED || (inflated > RATIO_FROM && inflated > MAX_RATIO * Math.max(1, entry.compressedSize))) throw new Failure('fileTooLarge');
        yield chunk;
      }
      // What was altered on its way must not come in as if it had been said.
      if (sum !== entry.crc32) throw new Failure('fileNotThisFormat', { why: 'checksum' });
    } catch (error) {
      throw asFailure(error);
    } finally {
      stream?.destroy();
    }
  }

  /**
   * Reads a part as XML; after each piece of it the control comes back, so that the reader may stop early. A part that is not there has no pieces.
   * Throws Failure fileNotThisFormat (broken, with a DOCTYPE, nested too deep), fileEncrypted, fileTooLarge.
   */
  async *read(path: string, handler: PartHandler): AsyncGenerator<void> {
    if (this.has(path)) yield* parsedXml(decoded(this.pieces(path)), handler);
  }

  /** Reads a part to its end. */
  async readAll(path: string, handler: PartHandler): Promise<void> {
    for await (const _piece of this.read(path, handler));
  }

  close(): void {
    this.zip.close();
  }
}

async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) yield decoder.write(piece);
  yield decoder.end();
}

/**
 * Tells `handler` what XML holds that comes in pieces of text, and gives the control back after each of them. Throws Failure fileNotThisFormat
 * (broken, with a DOCTYPE, nested too deep).
 */
export async function* parsedXml(pieces: AsyncIterable<string>, handler: PartHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ fragment: false });
  let depth = 0;
  let since = 0;
  parser.on('error', (error) => {
    throw new Failure('fileNotThisFormat', {}, { cause: error });
  });
  parser.on('doctype', () => {
    throw new Failure('fileNotThisFormat');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    since = 0;
    if (depth > MAX_DEPTH) throw new Failure('fileNotThisFormat');
    handler.open?.(local(tag.name), tag.attributes as Readonly<Record<string, string>>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    since = 0;
    handler.close?.(local(tag.name));
  });
  if (handler.text !== undefined) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  try {
    for await (const piece of pieces) {
      since += piece.length;
      parser.write(piece);
      if (since > MAX_TEXT) throw new Failure('fileTooLarge', { limit: MAX_TEXT });
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure('fileNotThisFormat', {}, error instanceof Error ? { cause: error } : {});
}
