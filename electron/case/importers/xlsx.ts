import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import type { Bytes } from './bytes';
import type { TableRow } from './csvRecords';
import { formOf } from './sheetCell';
import type { CellForm } from './sheetCell';
import { SheetRows } from './sheetRows';
import { Package } from './workbook';

/** Texts that cells share are held in memory while a sheet is read; this many characters at most. */
const MAX_SHARED = 512 * 1024 * 1024;

interface Workbook {
  readonly parts: Package;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
  readonly from1904: boolean;
}

/**
 * Workbooks are read here with saxes over yauzl rather than by read-excel-file: that gives rows as a stream, figures as exact text,
 * error values and hidden sheets, and lets every inflated byte count against the budget.
 */
async function openWorkbook(bytes: Bytes): Promise<Workbook> {
  const parts = await Package.open(bytes);
  try {
    const main = parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : parts.find('/workbook.xml');
    if (main === null) throw new Failure('fileNotThisFormat');
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const listed: { name: string; hidden: boolean; id: string }[] = [];
    let from1904 = false;
    await parts.readAll(main, {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
        listed.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', id });
      },
    });
    const targets = new Map<string, string>();
    await parts.readAll(`${folder}_rels/${main.slice(folder.length)}.rels`, {
      open(name, attributes) {
        if (name !== 'Relationship' || !(attributes['Type'] ?? '').endsWith('/worksheet')) return;
        const target = (attributes['Target'] ?? '').replaceAll('\\', '/');
        targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`);
      },
    });
    const sheets = listed.flatMap(({ name, hidden, id }) => {
      const path = targets.get(id);
      return path === undefined || !parts.has(path) ? [] : [{ name, hidden, path }];
    });
    if (sheets.length === 0) throw new Failure('noSheet');
    return { parts, sheets, from1904 };
  } catch (error) {
    parts.close();
    throw error;
  }
}

async function sharedTexts(parts: Package): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let total = 0;
  let inText = false;
  let phonetic = false;
  await parts.readAll(parts.has('xl/sharedStrings.xml') ? 'xl/sharedStrings.xml' : (parts.find('/sharedstrings.xml') ?? ''), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      total += piece.length;
      if (total > MAX_SHARED) throw new Failure('fileTooLarge');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

async function forms(parts: Package): Promise<CellForm[]> {
  const codes = new Map<number, string>();
  const styles: CellForm[] = [];
  let inCells = false;
  await parts.readAll(parts.has('xl/styles.xml') ? 'xl/styles.xml' : (parts.find('/styles.xml') ?? ''), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(formOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function* sheetRows(book: Workbook, path: string): AsyncGenerator<TableRow[]> {
  const rows = new SheetRows(await sharedTexts(book.parts), await forms(book.parts), book.from1904);
  for await (const _piece of book.parts.read(path, rows)) {
    const ready = rows.take();
    if (ready.length > 0) yield ready;
  }
}

/** Opens a workbook. Row numbers are those of the sheet. Throws Failure fileNotThisFormat, fileEncrypted, fileTooLarge, noSheet. */
export async function openXlsx(bytes: Bytes): Promise<Book> {
  const book = await openWorkbook(bytes);
  const path = (at: number): string => book.sheets[at]?.path ?? '';
  return {
    format: 'xlsx',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: (at) => sheetRows(book, path(at)),
    total: (at) => book.parts.sizeOf(path(at)),
    done: (at) => book.parts.readOf(path(at)),
    close: () => book.parts.close(),
  };
}
