import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { errorText, formOf, numberText, rkNumber } from './sheetCell';
import type { CellForm } from './sheetCell';
import { Package } from './workbook';

/** Records of the binary workbook format of Excel 2007 and later that are read. */
const ROW = 0;
const RK = 2;
const ERROR = 3;
const BOOLEAN = 4;
const REAL = 5;
const TEXT = 6;
const SHARED = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
const FORMULA_ERROR = 11;
/** Kinds from here to SHORT_LAST are those from BLANK on, without a column: it is the one after the last cell's. */
const SHORT_FIRST = 12;
const SHORT_LAST = 18;
const SHARED_ITEM = 19;
const FORMAT = 44;
const CELL_FORM = 47;
const RICH_TEXT = 62;
const SHEET_DATA_END = 146;
const WORKBOOK = 153;
const SHEET = 156;
const CELL_FORMS = 617;
const CELL_FORMS_END = 618;

/** A record longer than this is no record: a cell holds 32,767 characters at most. */
const MAX_RECORD = 16 * 1024 * 1024;
const MAX_SHARED = 512 * 1024 * 1024;
const PLAIN: CellForm = { kind: 'plain' };

interface BinaryRecord {
  readonly type: number;
  readonly data: Buffer;
}

/** A number in pieces of seven bits, and where it ends; null when it is not whole yet. */
function packedNumber(held: Buffer, from: number, most: number): { value: number; end: number } | null {
  let value = 0;
  for (let place = 0; place < most; place += 1) {
    const byte = held[from + place];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * place);
    if ((byte & 0x80) === 0) return { value, end: from + place + 1 };
  }
  return { value, end: from + most };
}

/** The records of a part, in batches. Throws Failure fileNotThisFormat where one is cut off or beyond all measure. */
async function* records(parts: Package, path: string): AsyncGenerator<BinaryRecord[]> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of parts.pieces(path)) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    const batch: BinaryRecord[] = [];
    let at = 0;
    for (;;) {
      const kind = packedNumber(held, at, 2);
      const length = kind === null ? null : packedNumber(held, kind.end, 4);
      if (kind === null || length === null) break;
      if (length.value > MAX_RECORD) throw new Failure('fileNotThisFormat', { why: 'record' });
      if (length.end + length.value > held.length) break;
      batch.push({ type: kind.value, data: held.subarray(length.end, length.end + length.value) });
      at = length.end + length.value;
    }
    held = held.subarray(at);
    if (batch.length > 0) yield batch;
  }
  if (held.length > 0) throw new Failure('fileNotThisFormat', { why: 'truncated' });
}

/** A text behind its length in characters; empty where the record holds none. */
function textAt(data: Buffer, at: number): { text: string; end: number } {
  const length = data.length >= at + 4 ? data.readUInt32LE(at) : 0;
  if (length === 0xffffffff) return { text: '', end: at + 4 };
  const end = Math.min(data.length, at + 4 + length * 2);
  return { text: data.toString('utf16le', Math.min(at + 4, end), end), end };
}

interface Listed {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
}

async function listed(parts: Package): Promise<Listed> {
  const main = parts.has('xl/workbook.bin') ? 'xl/workbook.bin' : parts.find('/workbook.bin');
  if (main === null) throw new Failure('fileNotThisFormat');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  await parts.readAll(`${folder}_rels/${main.slice(folder.length)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship' || !(attributes['Type'] ?? '').endsWith('/worksheet')) return;
      const target = (attributes['Target'] ?? '').replaceAll('\\', '/');
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`);
    },
  });
  let from1904 = false;
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  for await (const batch of records(parts, main)) {
    for (const { type, data } of batch) {
      if (type === WORKBOOK) from1904 = ((data[0] ?? 0) & 1) === 1;
      if (type !== SHEET || data.length < 12) continue;
      const id = textAt(data, 8);
      const path = targets.get(id.text);
      if (path !== undefined && parts.has(path)) sheets.push({ name: textAt(data, id.end).text, hidden: data.readUInt32LE(0) !== 0, path });
    }
  }
  if (sheets.length === 0) throw new Failure('noSheet');
  return { from1904, sheets };
}

async function sharedTexts(parts: Package): Promise<string[]> {
  const texts: string[] = [];
  let total = 0;
  for await (const batch of records(parts, parts.find('/sharedstrings.bin') ?? '')) {
    for (const { type, data } of batch) {
      if (type !== SHARED_ITEM) continue;
      const { text } = textAt(data, 1);
      texts.push(text);
      total += text.length;
      if (total > MAX_SHARED) throw new Failure('fileTooLarge');
    }
  }
  return texts;
}

async function cellForms(parts: Package): Promise<CellForm[]> {
  const codes = new Map<number, string>();
  const forms: CellForm[] = [];
  let inCells = false;
  for await (const batch of records(parts, parts.find('/styles.bin') ?? '')) {
    for (const { type, data } of batch) {
      if (type === FORMAT && data.length >= 6) codes.set(data.readUInt16LE(0), textAt(data, 2).text);
      else if (type === CELL_FORMS) inCells = true;
      else if (type === CELL_FORMS_END) inCells = false;
      else if (type === CELL_FORM && inCells && data.length >= 4) {
        const id = data.readUInt16LE(2);
        forms.push(formOf(id, codes.get(id)));
      }
    }
  }
  return forms;
}

/** Text of a cell whose value stands at `at` of its record. */
function shown(type: number, data: Buffer, at: number, form: CellForm, shared: readonly string[], from1904: boolean): string {
  const figure = (value: number): string => numberText(String(value), form, from1904);
  const room = (bytes: number): boolean => data.length >= at + bytes;
  if (type === RK) return room(4) ? figure(rkNumber(data.readUInt32LE(at))) : '';
  if (type === REAL || type === FORMULA_NUMBER) return room(8) ? figure(data.readDoubleLE(at)) : '';
  if (type === SHARED) return room(4) ? (shared[data.readUInt32LE(at)] ?? '') : '';
  if (type === TEXT || type === FORMULA_TEXT) return textAt(data, at).text;
  if (type === RICH_TEXT) return textAt(data, at + 1).text;
  if (type === BOOLEAN || type === FORMULA_BOOLEAN) return data[at] === 1 ? 'TRUE' : 'FALSE';
  return type === ERROR || type === FORMULA_ERROR ? errorText(data[at] ?? 0) : '';
}

async function* sheetRows(parts: Package, path: string, from1904: boolean): AsyncGenerator<TableRow[]> {
  const shared = await sharedTexts(parts);
  const forms = await cellForms(parts);
  let current: { row: number; cells: string[]; fault?: TableRow['fault'] } | null = null;
  let column = -1;
  for await (const batch of records(parts, path)) {
    const ready: TableRow[] = [];
    const put = (): void => {
      if (current !== null && (current.cells.length > 0 || current.fault !== undefined)) ready.push({ row: current.row, cells: current.cells, ...(current.fault === undefined ? {} : { fault: current.fault }) });
      current = null;
    };
    for (const { type, data } of batch) {
      if (type === ROW && data.length >= 4) {
        put();
        current = { row: data.readUInt32LE(0) + 1, cells: [] };
        column = -1;
      } else if (type === SHEET_DATA_END) put();
      if (current === null) continue;
      const short = type >= SHORT_FIRST && type <= SHORT_LAST;
      if (!short && type !== RICH_TEXT && (type < 1 || type > FORMULA_ERROR)) continue;
      if (data.length < (short ? 4 : 8) && type !== SHORT_FIRST) continue;
      column = short ? column + 1 : data.readUInt32LE(0);
      const text = shown(short ? type - SHORT_FIRST + 1 : type, data, short ? 4 : 8, forms[data.readUIntLE(short ? 0 : 4, 3)] ?? PLAIN, shared, from1904);
      if (text === '') continue;
      if (column >= MAX_COLUMNS) {
        current.fault = { code: 'tooManyCells', detail: String(column + 1) };
        continue;
      }
      while (current.cells.length < column) current.cells.push('');
      current.cells[column] = text;
    }
    if (ready.length > 0) yield ready;
  }
}

/** Opens a binary workbook of Excel 2007 or later, read as a stream within the limits of Package. Throws Failure as Package does, and noSheet. */
export async function openXlsb(bytes: Bytes): Promise<Book> {
  const parts = await Package.open(bytes);
  try {
    const { from1904, sheets } = await listed(parts);
    const path = (at: number): string => sheets[at]?.path ?? '';
    return {
      format: 'xlsb',
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      rows: (at) => sheetRows(parts, path(at), from1904),
      total: (at) => parts.sizeOf(path(at)),
      done: (at) => parts.readOf(path(at)),
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}
