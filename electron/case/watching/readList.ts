import type { Database } from 'better-sqlite3';
import { proposeWatchColumns, type WatchColumn } from '../../../shared/analysis/watching/columns';
import { EntryReader, type WatchDoubt, type WatchReject } from '../../../shared/analysis/watching/entry';
import type { TablePreview } from '../../../shared/contract/importing';
import type { Reading } from '../../../shared/mapping/mapping';
import { MOST_WATCHED, type WatchEntry } from '../../../shared/model/identity';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { hashBytes } from '../db/contents';
import { isBlank } from '../importers/csvRecords';
import { openDocument } from '../importers/document';
import type { CasePlace, Document } from '../importers/document';
import { previewTableImport } from '../importers/preview';
import { openTable } from '../importers/table';

/** What is to be read: `columns` null: as the file's headings and cells propose. `whole`: all entries, not only the first. */
export interface WatchFileAsk {
  readonly document: Document;
  readonly reading: Partial<Reading>;
  readonly columns: readonly WatchColumn[] | null;
  readonly whole: boolean;
}

/** A file as a watch list. */
export interface WatchFile {
  readonly name: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly head: Pick<TablePreview, 'reading' | 'sheets' | 'unsure' | 'headings'>;
  readonly columns: readonly WatchColumn[];
  /** Distinct entries in the order of the file: the first, or all where they were asked for, but never more than one above what a list may have. */
  readonly entries: readonly WatchEntry[];
  readonly doubts: readonly (readonly WatchDoubt[])[];
  /** Numbers of all entries. */
  readonly numbers: Float64Array;
  readonly counts: { readonly entries: number; readonly repeated: number; readonly none: number; readonly doubts: number };
  readonly none: readonly { readonly row: number; readonly why: WatchReject | 'unreadable'; readonly text: string }[];
}

const FIRST = 60;
const FIRST_NONE = 200;
const TEXT = 300;
/** Rows after which a file is no list: it would be too long anyway. */
const MOST_ROWS = 1_000_000;

/** What a person sees of a row that gives no entry. */
const written = (cells: readonly string[]): string => cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join(' · ').slice(0, TEXT);

/**
 * Reads a table as a watch list, to its last row. Rows that say the very same are one entry. Nothing is written.
 * Throws Failure fileNotFound, fileUnreadable, fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function readWatchFile(db: Database, catalogue: Catalogue, { document, reading: known, columns: chosen, whole }: WatchFileAsk, place: CasePlace | null): Promise<WatchFile> {
  const { name, reading, sheets, unsure, headings, rows, proposal } = await previewTableImport(db, catalogue, document, known);
  const columns = chosen ?? proposeWatchColumns({ headings, rows: rows.map(({ cells }) => cells), reading }, proposal, catalogue);
  const bytes = openDocument(document, place);
  try {
    const sha256 = hashBytes(bytes, () => undefined);
    const table = await openTable(bytes, document.name, reading);
    const reader = new EntryReader(columns, headings, { dateOrder: reading.dateOrder, decimal: reading.decimal, country: reading.country, currency: reading.currency }, catalogue);
    const numbers = new Set<number>();
    const entries: WatchEntry[] = [];
    const doubts: (readonly WatchDoubt[])[] = [];
    const none: { row: number; why: WatchReject | 'unreadable'; text: string }[] = [];
    const counts = { entries: 0, repeated: 0, none: 0, doubts: 0 };
    const keep = whole ? MOST_WATCHED + 1 : FIRST;
    const without = (row: number, why: WatchReject | 'unreadable', text: string): void => {
      counts.none += 1;
      if (none.length < FIRST_NONE) none.push({ row, why, text });
    };
    let seen = 0;
    reading: for await (const batch of table.rows()) {
      for (const { row, cells, fault } of batch) {
        if (row <= reading.headerRow || (fault === undefined && isBlank(cells))) continue;
        if ((seen += 1) > MOST_ROWS) break reading;
        if (fault !== undefined) {
          without(row, 'unreadable', written(cells));
          continue;
        }
        const read = reader.read(cells, row);
        counts.doubts += read.doubts.length;
        if (read.kind === 'none') without(row, read.why, written(cells));
        else if (numbers.has(read.entry.number)) counts.repeated += 1;
        else {
          numbers.add(read.entry.number);
          counts.entries += 1;
          if (entries.length < keep) {
            entries.push(read.entry);
            if (doubts.length < FIRST) doubts.push(read.doubts);
          }
        }
      }
    }
    return { name, sha256, head: { reading, sheets, unsure, headings }, columns, entries, doubts, numbers: Float64Array.from(numbers), counts, none };
  } finally {
    bytes.close();
  }
}
