import { parse } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ImportPreview } from '../../../shared/contract/importing';
import { fitMapping } from '../../../shared/mapping/fit';
import { PART_ENDINGS } from '../../../shared/mapping/headingWords';
import { fingerprint } from '../../../shared/mapping/headings';
import { recipeSchema } from '../../../shared/mapping/mapping';
import type { Mapping, Reading, Recipe } from '../../../shared/mapping/mapping';
import { propose } from '../../../shared/mapping/propose';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { hashBytes } from '../db/contents';
import { openFileBytes } from './bytes';
import type { Bytes } from './bytes';
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
 * The head of a file as a table, with what Knoop takes it for and how it would map it. Nothing is written. `known` is what the user set by hand.
 * Throws Failure fileNotFound, fileUnreadable, fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function previewImport(db: Database, catalogue: Catalogue, document: Document, known: Partial<Reading> = {}): Promise<ImportPreview> {
  const bytes = openFileBytes(document.path);
  try {
    const head = await previewTable(bytes, document.name, known);
    const [recipe, mapping] = recipesFor(db, fingerprint(head.headings)).flatMap((each): [Recipe, Mapping][] => {
      const fit = fitted(each, head.headings, head.reading, known);
      return fit === null ? [] : [[each, fit]];
    })[0] ?? [null, null];
    const proposal = mapping ?? propose({ headings: head.headings, rows: head.rows.map((row) => row.cells), reading: head.reading, namespace: namespaceOf(document.name) }, catalogue);
    return {
      name: document.name,
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
  } finally {
    bytes.close();
  }
}
