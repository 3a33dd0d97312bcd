import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import { CHUNK } from './bytes';
import type { Bytes } from './bytes';
import type { TableRow } from './csvRecords';
import { createDecoder } from './encoding';
import { OdsRows } from './odsRows';
import { Package, parsedXml } from './workbook';
import type { PartHandler } from './workbook';
import { xmlEncoding } from './xml';

const CONTENT = 'content.xml';

/** The XML that holds the sheets, to be read as often as wanted. */
interface Source {
  read(handler: PartHandler): AsyncGenerator<void>;
  readonly total: number;
  done(): number;
  close(): void;
}

/** A text file as decoded pieces, with what was read so far. */
export function textPieces(bytes: Bytes, encoding: string): { pieces(): AsyncGenerator<string>; done(): number } {
  let at = 0;
  return {
    done: () => at,
    async *pieces() {
      at = 0;
      const decoder = createDecoder(encoding);
      while (at < bytes.size) {
        const piece = bytes.read(at, CHUNK / 4);
        at += piece.length;
        yield decoder.write(piece);
      }
      yield decoder.end();
    },
  };
}

/** Office documents with a password are told by their list of contents. */
async function isEncrypted(parts: Package): Promise<boolean> {
  let found = false;
  await parts.readAll('META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') found = true;
    },
  });
  return found;
}

async function* sheetRows(source: Source, wanted: number): AsyncGenerator<TableRow[]> {
  const rows = new OdsRows(wanted);
  for await (const _piece of source.read(rows)) {
    yield* rows.take();
    if (rows.done) return;
  }
}

async function bookOf(source: Source, sheet: string | null): Promise<Book> {
  try {
    const list = new OdsRows(null);
    for await (const _piece of source.read(list)) if (sheet !== null && list.sheets.some(({ name }) => name === sheet)) break;
    if (list.sheets.length === 0) throw new Failure('noSheet');
    return {
      format: 'ods',
      sheets: list.sheets,
      rows: (at) => sheetRows(source, at),
      total: () => source.total,
      done: () => source.done(),
      close: () => source.close(),
    };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** Opens an OpenDocument spreadsheet (.ods), read as a stream. Sheets behind the one named `sheet` are not looked for. Throws Failure as Package does, and fileEncrypted, noSheet. */
export async function openOds(bytes: Bytes, sheet: string | null): Promise<Book> {
  const parts = await Package.open(bytes);
  let encrypted = false;
  try {
    encrypted = await isEncrypted(parts);
  } catch (error) {
    // The list of contents is only asked for encryption; many writers get it wrong or leave it out.
    if (error instanceof Failure && error.code !== 'fileNotThisFormat') {
      parts.close();
      throw error;
    }
  }
  if (encrypted) {
    parts.close();
    throw new Failure('fileEncrypted');
  }
  return await bookOf({ read: (handler) => parts.read(CONTENT, handler), total: parts.sizeOf(CONTENT), done: () => parts.readOf(CONTENT), close: () => parts.close() }, sheet);
}

/** Opens a flat OpenDocument spreadsheet (.fods): one XML file. Throws Failure fileNotThisFormat, noSheet. */
export async function openFlatOds(bytes: Bytes, sheet: string | null): Promise<Book> {
  const text = textPieces(bytes, xmlEncoding(bytes, null));
  return await bookOf({ read: (handler) => parsedXml(text.pieces(), handler), total: bytes.size, done: () => text.done(), close: () => undefined }, sheet);
}
