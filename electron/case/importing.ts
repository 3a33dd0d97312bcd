import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract/failure';
import type { ImportReport } from '../../shared/contract/importing';
import type { Mapping } from '../../shared/mapping/mapping';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { Actor } from './actor';
import { loadCatalogue } from './catalogue';
import { Contents, hashBytes } from './db/contents';
import { openDatabase } from './db/database';
import { materialise, materialiseAdded } from './db/materialise';
import { failureOfSqlite } from './db/sqliteFailure';
import { CASE_FILE } from './folder';
import { openFileBytes } from './importers/bytes';
import type { Bytes } from './importers/bytes';
import { ImportRows } from './importers/importRows';
import type { ToCompute } from './importers/importRows';
import { mappedRows } from './importers/mappedRows';
import type { Document } from './importers/preview';
import { openTable } from './importers/table';
import { Pace } from './importers/watch';
import type { Watch } from './importers/watch';
import { appendJournal, EMPTY_STORED_PATCH, nextSeq } from './journal';
import { entities as entityViews } from './queries/entities';

export { dryRun } from './dryRun';
export { previewImport } from './importers/preview';

/** The case to import into, as another connection can open it. */
export interface ImportPlace {
  readonly folder: string;
  /** Data key; null when the case is not encrypted. */
  readonly key: Buffer | null;
}

export interface ImportRequest {
  readonly document: Document;
  readonly mapping: Mapping;
  readonly title?: string | undefined;
  readonly recipe: { readonly id: string; readonly name: string; readonly version: number } | null;
  /** Also when the same bytes are in the case already. */
  readonly again: boolean;
  readonly actor: Actor;
}

const MEDIA_TYPES: Readonly<Record<Mapping['reading']['format'], string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xmlss: 'application/xml',
  html: 'text/html',
  json: 'application/json',
};
const REPORTED = 2000;
/** Subjects whose columns are computed between two looks at the clock. */
const SLICE = 1000;

/** The most linked of the live entities among those that an import speaks of. */
function reported(db: Database, catalogue: Catalogue, { added, entities }: ToCompute): ImportReport['entities'] {
  const spoken = JSON.stringify([...entities, ...added.map(({ n }) => n)]);
  const ids = db.prepare<[string, number], string>('SELECT entity.id FROM json_each(?) spoken CROSS JOIN entity ON entity.n = spoken.value WHERE seq_retracted IS NULL ORDER BY links DESC, n LIMIT ?').pluck().all(spoken, REPORTED);
  return entityViews(db, catalogue, { ids });
}

/** Computes captions, spans, counts and search rows of all that the import touched, in slices so that it can be stopped. */
function index(db: Database, catalogue: Catalogue, { added, entities, links }: ToCompute, pace: Pace): void {
  const total = added.length + entities.length + links.length;
  let done = 0;
  const slices = <Item>(items: readonly Item[], compute: (slice: readonly Item[]) => void): void => {
    for (let at = 0; at < items.length; at += SLICE) {
      const slice = items.slice(at, at + SLICE);
      compute(slice);
      pace.step('indexing', (done += slice.length), total);
    }
  };
  slices(links, (slice) => materialise(db, catalogue, { entities: [], links: slice }));
  slices(entities, (slice) => materialise(db, catalogue, { entities: slice, links: [] }));
  slices(added, (slice) => materialiseAdded(db, catalogue, slice));
}

/** Writes everything in one transaction; a throw anywhere leaves the case as it was. */
async function write(db: Database, kept: Bytes, sha256: string, { document, mapping, title, recipe, actor }: ImportRequest, pace: Pace): Promise<ImportReport> {
  const { catalogue } = loadCatalogue(db);
  const { reading, source } = mapping;
  db.exec('BEGIN IMMEDIATE');
  try {
    const seq = nextSeq(db);
    const at = new Date().toISOString();
    const table = await openTable(kept, document.name, reading);
    const rows = new ImportRows(db, catalogue, seq, table.sheet, {
      id: newId(), kind: 'file', title: title ?? document.name, supplier: source.supplier, sha256, bytes: kept.size, mediaType: MEDIA_TYPES[reading.format],
      grading: source.grading, handling: source.handling, receivedAt: at, reading: { ...reading, ...(recipe === null ? {} : { recipe }) },
    });
    for await (const batch of mappedRows(table, mapping, catalogue)) {
      for (const outcome of batch) {
        rows.take(outcome);
        pace.rows = rows.counts.rows;
        if ((pace.rows & 15) === 0) pace.step('mapping', table.done(), table.total);
      }
    }
    const { counts } = rows;
    if (counts.statements === 0) throw new Failure('noRows', { rejected: counts.rejected });
    pace.step('writing', table.total, table.total);
    const left = rows.finish();
    index(db, catalogue, left, pace);
    const label = { rows: counts.rows, entities: counts.entitiesAdded, links: counts.linksAdded };
    appendJournal(db, { kind: 'do', command: 'import.run', label, actor, refers: null, patch: EMPTY_STORED_PATCH, at });
    const entities = reported(db, catalogue, left);
    pace.step('writing', table.total, table.total);
    db.exec('COMMIT');
    return { source: rows.sourceId, seq, ...counts, entities, counts: rows.byType };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Imports a table into a case over connections of its own: keeps the document, maps its rows, writes them as one journalled step that one
 * undo takes out. On a failure, or when `watch` cancels, nothing of it remains. The case's own connection must `reload` afterwards.
 * Throws Failure cancelled, alreadyImported, mappingInvalid, noRows, fileChanged, diskFull, caseReadOnly, and those of previewImport.
 */
export async function runImport({ folder, key }: ImportPlace, request: ImportRequest, watch: Watch): Promise<ImportReport> {
  const pace = new Pace(watch);
  const file = openFileBytes(request.document.path);
  let db: Database | null = null;
  let contents: Contents | null = null;
  try {
    const sha256 = hashBytes(file, (done) => pace.step('hashing', done, file.size));
    db = openDatabase(join(folder, CASE_FILE), { key });
    const same = db.prepare<[string], string>('SELECT title FROM source WHERE sha256 = ? AND seq_retracted IS NULL ORDER BY n LIMIT 1').pluck().get(sha256);
    if (same !== undefined && !request.again) throw new Failure('alreadyImported', { title: same });
    contents = Contents.open(folder, key);
    const held = contents.has(sha256);
    if (!held) contents.store(sha256, file, (done) => pace.step('reading', done, file.size));
    try {
      return await write(db, contents.bytes(sha256, file.size), sha256, request, pace);
    } catch (error) {
      if (!held) contents.remove(sha256);
      throw error;
    }
  } catch (error) {
    throw failureOfSqlite(error, join(folder, CASE_FILE));
  } finally {
    file.close();
    contents?.close();
    db?.close();
  }
}
