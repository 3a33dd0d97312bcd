import { StringDecoder } from 'node:string_decoder';
import { Failure } from '../../../../../shared/contract/failure';
import { STATEMENT_COLUMNS } from '../../../../../shared/mapping/ownTables';
import type { StatementColumn } from '../../../../../shared/mapping/ownTables';
import { restoredCell } from '../../../../../shared/values/formulaCell';
import type { Bytes } from '../../bytes';
import { CsvRecords } from '../../csvRecords';
import type { TableRow } from '../../csvRecords';
import { Package } from '../../workbook';
import { openXlsx } from '../../xlsx';

/** One row of the table of statements, by its columns. */
export interface SaidRow {
  readonly row: number;
  readonly cell: (column: StatementColumn) => string;
  /** Cells are missing or broken. */
  readonly fault: boolean;
}

export interface SaidTable {
  rows(): AsyncIterable<readonly SaidRow[]>;
  readonly total: number;
  done(): number;
  close(): void;
}

const PART = 'statements.csv';

/** Names rows by the headings of the first; null when these are not those of statements. */
function reader(restored: (cell: string) => string): (rows: readonly TableRow[]) => SaidRow[] | null {
  let at: ReadonlyMap<string, number> | null = null;
  return (rows) => {
    const found: SaidRow[] = [];
    for (const { row, cells, fault } of rows) {
      if (at === null) {
        at = new Map(cells.map((name, column) => [name.replace(/^\uFEFF/u, ''), column]));
        if (!STATEMENT_COLUMNS.every((column) => at?.has(column))) return null;
        continue;
      }
      const columns = at;
      found.push({ row, fault: fault !== undefined, cell: (column) => restored(cells[columns.get(column) ?? -1] ?? '') });
    }
    return found;
  };
}

async function* csvBatches(parts: Package): AsyncGenerator<TableRow[]> {
  const records = new CsvRecords({ delimiter: ';', quote: '"' });
  const decoder = new StringDecoder('utf8');
  let first = true;
  for await (const piece of parts.pieces(PART)) {
    const text = decoder.write(piece);
    yield records.push(first ? text.replace(/^\uFEFF/u, '') : text);
    first = false;
  }
  yield records.push(decoder.end());
  yield records.end();
}

/** The table of statements in an archive or a workbook that Knoop wrote. Throws Failure fileNotThisFormat when there is none, and as Package does. */
export async function openSaid(bytes: Bytes): Promise<SaidTable> {
  const parts = await Package.open(bytes);
  if (parts.has(PART)) {
    return {
      total: parts.sizeOf(PART),
      done: () => parts.readOf(PART),
      close: () => parts.close(),
      async *rows() {
        const read = reader(restoredCell);
        for await (const batch of csvBatches(parts)) {
          const rows = read(batch);
          if (rows === null) throw new Failure('fileNotThisFormat');
          yield rows;
        }
      },
    };
  }
  parts.close();
  const book = await openXlsx(bytes);
  const last = book.sheets.length - 1;
  return {
    total: book.total(last),
    done: () => book.done(last),
    close: () => book.close(),
    async *rows() {
      const read = reader((cell) => cell);
      for await (const batch of book.rows(last)) {
        const rows = read(batch);
        if (rows === null) throw new Failure('fileNotThisFormat');
        yield rows;
      }
    },
  };
}
