import { parse } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ImportPreview, TablePreview } from '../../../shared/contract/importing';
import { fitMapping } from '../../../shared/mapping/fit';
import { PART_ENDINGS } from '../../../shared/mapping/headingWords';
import { fingerprint } from '../../../shared/mapping/headings';
import { recipeSchema } from '../../../shared/mapping/mapping';
import type { Mapping, Reading, Recipe } from '../../../shared/mapping/mapping';
import { propose } from '../../../shared/mapping/propose';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { hashBytes } from '../db/contents';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import { openFileBytes } from './bytes';
import type { Bytes } from './bytes';
import { recogniseRecords, recordFormat } from './records/formats';
import { previewRecords } from './recordPreview';
import { SHIPPED_RECIPES } from './shippedRecipes';
import { previewTable } from './table';

/** A file that a user chose: main granted its path under a token. */
export interface Document {
  readonly path: string;
  /** What people call it; its last part. */
  readonly name: string;
}

/** Title of the live source with these bytes. The file is only hashed when one of the case's has as many bytes. */
function titleOfSame(db: Database, bytes: Bytes): string | null {
  const sized = db.prepare("SELECT 1 FROM source WHERE bytes = ? AND sha256 IS NOT NULL AND seq_retracted IS NULL LIMIT 1").get(bytes.size);
  if (sized === undefined) return null;
  const hash = hashBytes(bytes, () => undefined);
  return db.prepare<[string], string>('SELECT title FROM source WHERE sha256 = ? AND seq_retracted IS NULL ORDER BY n LIMIT 1').pluck().get(hash) ?? null;
}

/** Recipes for files of this shape: the case's own, the latest first, then those that come with Knoop. */
function recipesFor(db: Database, print: string): Recipe[] {
  const own = db.prepare<[string], string>('SELECT content FROM recipe WHERE fingerprint = ? ORDER BY id DESC').pluck().all(print).flatMap((content) => {
    const recipe = recipeSchema.safeParse(JSON.parse(content));
    return recipe.success ? [recipe.data] : [];
  });
  return [...own.sort((left, right) => right.version - left.version), ...SHIPPED_RECIPES.filter((recipe) => recipe.fingerprint === print)];
}

/** A recipe's mapping for this very file: its columns where they stand here, its cells as this file writes them. */
function fitted(recipe: Recipe, headings: readonly string[], reading: Reading, known: Partial<Reading>): Mapping | null {
  const mapping = fitMapping(recipe.mapping, headings);
  if (mapping === null) return null;
  const { dateOrder, decimal, country, currency } = mapping.reading;
  return { ...mapping, reading: { ...reading, dateOrder: known.dateOrder ?? dateOrder, decimal: known.decimal ?? decimal, country: known.country ?? country, currency: known.currency ?? currency } };
}

/** Name that the parts of one delivery share: "caviar.nodes.csv" and "caviar.edges.csv" are both "caviar". */
export function namespaceOf(name: string): string {
  const stem = parse(name).name;
  return stem.replace(PART_ENDINGS, '') || stem;
}

/**
 * The head of a file, with what Knoop takes it for and how it would take it in: its kinds where it says itself what it holds, else as a table. Nothing is written. `known` and `records` are what the user set by hand.
 * Throws Failure fileNotFound, fileUnreadable, fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function previewImport(db: Database, catalogue: Catalogue, document: Document, known: Partial<Reading> = {}, records: Partial<RecordPlan> = {}): Promise<ImportPreview> {
  const bytes = openFileBytes(document.path);
  try {
    const format = records.format === undefined ? recogniseRecords(bytes, document.name) : recordFormat(records.format);
    if (format !== null) return { ...(await previewRecords(bytes, document.name, format, records, catalogue)), alreadyImported: titleOfSame(db, bytes) };
    return await tablePreview(db, catalogue, bytes, document.name, known);
  } finally {
    bytes.close();
  }
}

/** The same for a file that is to be read as a table, whatever it looks like. */
export async function previewTableImport(db: Database, catalogue: Catalogue, document: Document, known: Partial<Reading> = {}): Promise<TablePreview> {
  const bytes = openFileBytes(document.path);
  try {
    return await tablePreview(db, catalogue, bytes, document.name, known);
  } finally {
    bytes.close();
  }
}

async function tablePreview(db: Database, catalogue: Catalogue, bytes: Bytes, name: string, known: Partial<Reading>): Promise<TablePreview> {
  const head = await previewTable(bytes, name, known);
  const [recipe, mapping] = recipesFor(db, fingerprint(head.headings)).flatMap((each): [Recipe, Mapping][] => {
    const fit = fitted(each, head.headings, head.reading, known);
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
