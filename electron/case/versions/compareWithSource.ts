import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { VersionDifference } from '../../../shared/contract/sharing';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import { openDocument } from '../importers/document';
import type { CasePlace } from '../importers/document';
import { Pace } from '../importers/watch';
import type { Watch } from '../importers/watch';
import { compareTables, describe } from './compare';
import type { CompareRequest } from './comparisons';
import { sideOfFile, sideOfSource, tableSource } from './side';

/**
 * Compares a file with a table that the case keeps, over connections of its own. Nothing is written. Throws Failure sourceNotFound, versionDiffers,
 * mappingInvalid, cancelled, and those of previewImport.
 */
export async function compareWithSource({ folder, key }: CasePlace, { document, source, mapping }: CompareRequest, watch: Watch): Promise<VersionDifference> {
  const bytes = openDocument(document, { folder, key, beat: watch.beat });
  let db: Database | null = null;
  let contents: Contents | null = null;
  try {
    db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true });
    contents = Contents.open(folder, key, true);
    const { catalogue } = loadCatalogue(db);
    const earlier = tableSource(db, source);
    const before = await sideOfSource(contents, earlier, mapping);
    const now = await sideOfFile(bytes, document.name, mapping);
    const comparison = await compareTables(before, now, catalogue, new Pace(watch));
    return await describe({ id: earlier.id, title: earlier.title }, before, now, comparison, catalogue);
  } catch (error) {
    throw failureOfSqlite(error, join(folder, CASE_FILE));
  } finally {
    bytes.close();
    contents?.close();
    db?.close();
  }
}
