import { Failure } from '../../../shared/contract/failure';
import { Continued, encodingOf, textAt } from './biffText';
import type { TextForm } from './biffText';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { Compound } from './compound';
import type { TableRow } from './csvRecords';
import { errorText, formOf, numberText, rkNumber } from './sheetCell';
import type { CellForm } from './sheetCell';
import { withOwnPassword } from './xlsSecret';

/** Records of the binary workbook format (BIFF5 and BIFF8) that are read. */
const BOF = 0x0809;
const EOF = 0x000a;
const CONTINUE = 0x003c;
const FILEPASS = 0x002f;
const CODEPAGE = 0x0042;
const DATEMODE = 0x0022;
const FORMAT = 0x041e;
const XF = 0x00e0;
const SST = 0x00fc;
const BOUNDSHEET = 0x0085;
const LABEL = 0x0204;
const RSTRING = 0x00d6;
const LABELSST = 0x00fd;
const NUMBER = 0x0203;
const RK = 0x027e;
const MULRK = 0x00bd;
const BOOLERR = 0x0205;
const FORMULA = 0x0006;
const STRING = 0x0207;
const CELLS = new Set([LABEL, RSTRING, LABELSST, NUMBER, RK, MULRK, BOOLERR, FORMULA]);

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;
const MAX_ROWS = 65_536;
const MAX_COLUMNS = 256;
const BATCH = 500;
const PLAIN: CellForm = { kind: 'plain' };

interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Data of this record and of those that continue it. */
  readonly parts: readonly Buffer[];
  /** Where the next record starts. */
  readonly next: number;
}

interface Globals {
  readonly text: TextForm;
  readonly from1904: boolean;
  readonly forms: readonly CellForm[];
  readonly shared: readonly string[];
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly offset: number }[];
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Records from `offset` on. Throws Failure fileNotThisFormat where one is cut off. */
function* records(stream: Buffer, offset: number): Generator<BiffRecord> {
  let at = offset;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const parts: Buffer[] = [];
    do {
      const length = stream.readUInt16LE(at + 2);
      if (at + 4 + length > stream.length) throw new Failure('fileNotThisFormat', { why: 'truncated' });
      parts.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (at + 4 <= stream.length && stream.readUInt16LE(at) === CONTINUE);
    yield { type, data: parts[0] ?? Buffer.alloc(0), parts, next: at };
  }
}

/** `data` long enough to read `length` bytes from; zeros where the record is shorter than its kind. */
const atLeast = (data: Buffer, length: number): Buffer => (data.length >= length ? data : Buffer.concat([data, Buffer.alloc(length - data.length)]));

function sharedTexts(parts: readonly Buffer[]): string[] {
  const reader = new Continued(parts);
  reader.skip(8);
  const texts: string[] = [];
  while (!reader.ended) texts.push(reader.unicode(reader.u16()));
  return texts;
}

/** What holds for the whole workbook. Throws Failure fileEncrypted, fileNotThisFormat, noSheet. */
function globalsOf(stream: Buffer): Globals {
  let version = 0;
  let encoding = 'windows-1252';
  let from1904 = false;
  let shared: string[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const sheets: { data: Buffer; offset: number; hidden: boolean }[] = [];
  for (const { type, data, parts } of records(stream, 0)) {
    if (version === 0) {
      version = atLeast(data, 2).readUInt16LE(0);
      if (type !== BOF || (version !== BIFF8 && version !== BIFF5)) throw new Failure('fileNotThisFormat', { why: 'version' });
    } else if (type === FILEPASS) throw new Failure('fileEncrypted');
    else if (type === CODEPAGE) encoding = encodingOf(atLeast(data, 2).readUInt16LE(0));
    else if (type === DATEMODE) from1904 = atLeast(data, 2).readUInt16LE(0) === 1;
    else if (type === FORMAT) codes.set(atLeast(data, 2).readUInt16LE(0), textAt(parts, 2, version === BIFF8 ? { unicode: true } : { unicode: false, encoding }, version === BIFF8));
    else if (type === XF) formats.push(atLeast(data, 4).readUInt16LE(2));
    else if (type === SST) shared = sharedTexts(parts);
    // Kind 0 is a sheet of cells; charts, macros and modules are others.
    else if (type === BOUNDSHEET && data.length >= 7 && (data[5] ?? 0) === 0) sheets.push({ data, offset: data.readUInt32LE(0), hidden: ((data[4] ?? 0) & 3) !== 0 });
    else if (type === EOF) break;
  }
  const text: TextForm = version === BIFF8 ? { unicode: true } : { unicode: false, encoding };
  const named = sheets.filter(({ offset }) => offset + 4 <= stream.length && stream.readUInt16LE(offset) === BOF);
  if (named.length === 0) throw new Failure('noSheet');
  return {
    text, from1904, shared,
    forms: formats.map((id) => formOf(id, codes.get(id))),
    sheets: named.map(({ data, offset, hidden }) => ({ name: textAt([data], 6, text, false), hidden, offset })),
  };
}

/** The cells of a sheet that hold anything, as the file orders them. Charts inside the sheet are passed over. `progress` is told how far it is. */
function* cells(stream: Buffer, offset: number, book: Globals, progress: (at: number) => void): Generator<Cell> {
  let depth = 0;
  let waiting: { row: number; column: number } | null = null;
  const figure = (value: number, form: number): string => numberText(String(value), book.forms[form] ?? PLAIN, book.from1904);
  for (const record of records(stream, offset)) {
    const { type, parts } = record;
    progress(record.next);
    if (type === BOF) depth += 1;
    else if (type === EOF) {
      depth -= 1;
      if (depth <= 0) return;
    }
    if (depth !== 1) continue;
    if (type === STRING && waiting !== null) {
      yield { ...waiting, text: textAt(parts, 0, book.text) };
      waiting = null;
    }
    if (!CELLS.has(type)) continue;
    const data = atLeast(record.data, 14);
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const form = data.readUInt16LE(4);
    waiting = null;
    if (type === LABELSST) yield { row, column, text: book.shared[data.readUInt32LE(6)] ?? '' };
    else if (type === LABEL || type === RSTRING) yield { row, column, text: textAt(parts, 6, book.text) };
    else if (type === NUMBER) yield { row, column, text: figure(data.readDoubleLE(6), form) };
    else if (type === RK) yield { row, column, text: figure(rkNumber(data.readUInt32LE(6)), form) };
    else if (type === MULRK) {
      for (let at = 4, next = column; at + 6 <= record.data.length - 2; at += 6, next += 1) yield { row, column: next, text: figure(rkNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at)) };
    } else if (type === BOOLERR) yield { row, column, text: data[7] === 1 ? errorText(data[6] ?? 0) : data[6] === 1 ? 'TRUE' : 'FALSE' };
    else if (data.readUInt16LE(12) !== 0xffff) yield { row, column, text: figure(data.readDoubleLE(6), form) };
    // The value last computed: 0 a text in the next record, 1 true or false, 2 an error, 3 an empty text.
    else if (data[6] === 0) waiting = { row, column };
    else if (data[6] === 1) yield { row, column, text: data[8] === 1 ? 'TRUE' : 'FALSE' };
    else if (data[6] === 2) yield { row, column, text: errorText(data[8] ?? 0) };
  }
  throw new Failure('fileNotThisFormat', { why: 'truncated' });
}

/** Whether a sheet's cells come row by row. Excel writes them so; some programs write column by column. */
function inOrder(stream: Buffer, offset: number): boolean {
  let depth = 0;
  let last = 0;
  for (const { type, data } of records(stream, offset)) {
    if (type === BOF) depth += 1;
    else if (type === EOF) depth -= 1;
    if (depth <= 0) return true;
    if (depth !== 1 || !CELLS.has(type) || data.length < 2) continue;
    const row = data.readUInt16LE(0);
    if (row < last) return false;
    last = row;
  }
  return true;
}

function* rowsOf(found: Iterable<Cell>, ordered: boolean): Generator<TableRow[]> {
  let ready: TableRow[] = [];
  const kept = new Map<number, string[]>();
  let current = null as { row: number; cells: string[] } | null;
  for (const { row, column, text } of found) {
    if (text === '' || column >= MAX_COLUMNS || row >= MAX_ROWS) continue;
    if (current?.row !== row) {
      if (current !== null && ordered) ready.push({ row: current.row + 1, cells: current.cells });
      current = { row, cells: kept.get(row) ?? [] };
      if (!ordered) kept.set(row, current.cells);
      if (ready.length >= BATCH) {
        yield ready;
        ready = [];
      }
    }
    while (current.cells.length < column) current.cells.push('');
    current.cells[column] = text;
  }
  if (ordered && current !== null) ready.push({ row: current.row + 1, cells: current.cells });
  for (const [row, told] of [...kept].sort(([left], [right]) => left - right)) ready.push({ row: row + 1, cells: told });
  if (ready.length > 0) yield ready;
}

function opened(stream: Buffer): { readonly stream: Buffer; readonly book: Globals } {
  try {
    return { stream, book: globalsOf(stream) };
  } catch (error) {
    const clear = error instanceof Failure && error.code === 'fileEncrypted' ? withOwnPassword(stream) : null;
    if (clear === null) throw error;
    return { stream: clear, book: globalsOf(clear) };
  }
}

/**
 * Opens a workbook of Excel 5 to 2003. Read here rather than by SheetJS, which holds all cells as objects, gives dates as floats and has to be
 * kept in a process of its own for it. Throws Failure fileNotThisFormat, fileEncrypted, fileTooLarge, noSheet.
 */
export function openXls(bytes: Bytes): Book {
  const file = new Compound(bytes);
  const found = file.stream('Workbook') ?? file.stream('Book');
  if (found === null) throw new Failure('fileNotThisFormat');
  const { stream, book } = opened(found);
  const read = book.sheets.map(() => 0);
  return {
    format: 'xls',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    async *rows(at) {
      const offset = book.sheets[at]?.offset ?? 0;
      yield* rowsOf(cells(stream, offset, book, (reached) => (read[at] = reached - offset)), inOrder(stream, offset));
    },
    total(at) {
      const offset = book.sheets[at]?.offset ?? 0;
      return Math.min(stream.length, ...book.sheets.map((sheet) => sheet.offset).filter((other) => other > offset)) - offset;
    },
    done: (at) => read[at] ?? 0,
    close: () => undefined,
  };
}
