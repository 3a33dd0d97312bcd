import { parse } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { ImportPreview, TablePreview } from '../../../shared/contract/importing';
import { PART_ENDINGS } from '../../../shared/mapping/headingWords';
import { fingerprint } from '../../../shared/mapping/headings';
import type { Mapping, Reading } from '../../../shared/mapping/mapping';
import { propose } from '../../../shared/mapping/propose';
import { fittedMapping } from '../../../shared/mapping/recipe';
import type { Recipe } from '../../../shared/mapping/recipe';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { hashBytes } from '../db/contents';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import type { Bytes } from './bytes';
import { isCompound } from './compound';
import { openDocument } from './document';
import type { CasePlace, Document } from './document';
import { recogniseRecords, recordFormat } from './records/formats';
import { previewRecords } from './recordPreview';
import { recipesFor } from './recipesFor';
import { previewTable } from './table';
import { isZip } from './tableFormat';

/** Title of the live source with these bytes. The file is only hashed when one of the case's has as many bytes. */
function titleOfSame(db: Database, bytes: Bytes): string | null {
  const sized = db.prepare("SELECT 1 FROM source WHERE bytes = ? AND sha256 IS NOT NULL AND seq_retracted IS NULL LIMIT 1").get(bytes.size);
  if (sized === undefined) return null;
  const hash = hashBytes(bytes, () => undefined);
  return db.prepare<[string], string>('SELECT title FROM source WHERE sha256 = ? AND seq_retracted IS NULL ORDER BY n LIMIT 1').pluck().get(hash) ?? null;
}

/** Name that the parts of one delivery share: "caviar.nodes.csv" and "caviar.edges.csv" are both "caviar". */
export function namespaceOf(name: string): string {
  const stem = parse(name).name;
  return stem.replace(PART_ENDINGS, '') || stem;
}

/**
 * The head of a file, with what Knoop takes it for and how it would take it in: its kinds where it says itself what it holds, else as a table. Nothing is written. `known` and `records` are what the user set by hand, `records` null where it shall be read as a table whatever it looks like; `place` is where what is kept is found.
 * Throws Failure fileNotFound, fileUnreadable, fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function previewImport(db: Database, catalogue: Catalogue, document: Document, known: Partial<Reading> = {}, records: Partial<RecordPlan> | null = {}, place: CasePlace | null = null, recipes = true): Promise<ImportPreview> {
  const bytes = openDocument(document, place);
  try {
    const format = records === null ? null : records.format === undefined ? recogniseRecords(bytes, document.name) : recordFormat(records.format);
    if (records !== null && format !== null) {
      try {
        return { ...(await previewRecords(bytes, document.name, format, records, catalogue, (print) => (recipes ? (recipesFor(db, print)[0] ?? null) : null))), alreadyImported: titleOfSame(db, bytes) };
      } catch (error) {
        // An archive or a compound file may be a workbook under another format's name.
        if (records.format !== undefined || !(error instanceof Failure && error.code === 'fileNotThisFormat') || !(isZip(bytes) || isCompound(bytes))) throw error;
        return await tablePreview(db, catalogue, bytes, document.name, known, recipes).catch(() => Promise.reject(error));
      }
    }
    return await tablePreview(db, catalogue, bytes, document.name, known, recipes);
  } finally {
    bytes.close();
  }
}

/** The same for a file that is to be read as a table, whatever it looks like. */
export async function previewTableImport(db: Database, catalogue: Catalogue, document: Document, known: Partial<Reading> = {}): Promise<TablePreview> {
  const bytes = openDocument(document, null);
  try {
    return await tablePreview(db, catalogue, bytes, document.name, known);
  } finally {
    bytes.close();
  }
}

async function tablePreview(db: Database, catalogue: Catalogue, bytes: Bytes, name: string, known: Partial<Reading>, recipes = true): Promise<TablePreview> {
  const head = await previewTable(bytes, name, known);
  const [recipe, mapping] = (recipes ? recipesFor(db, fingerprint(head.headings)) : []).flatMap((each): [Recipe, Mapping][] => {
    const fit = fittedMapping(each, head, known);
    return fit === null ? [] : [[each, fit]];
  })[0] ?? [null, null];
  const proposal = mapping ?? propose({ headings: head.headings, rows: head.rows.map((row) => row.cells), reading: head.reading, namespace: namespaceOf(name) }, catalogue);
  return {
    kind: 'table',
    name,
    bytes: bytes.size,
    reading: proposal.reading,
    sheets: [...head.sheets],
    headings: head.headings,
    rows: head.rows,
    titles: head.titles,
    proposal,
    recipe,
    alreadyImported: titleOfSame(db, bytes),
    unsure: recipe === null ? [...head.unsure] : head.unsure.filter((guess) => guess !== 'dateOrder'),
  };
}
