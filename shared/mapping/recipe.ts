import { z } from 'zod';
import { fitMapping, fitPartly } from './fit';
import { fingerprint, fingerprintOf } from './headings';
import type { Mapping, Reading } from './mapping';
import { importPlanSchema, isRecordPlan } from './recordPlan';
import type { ImportPlan, RecordFormatId } from './recordPlan';

/** A version of a recipe that a later one took the place of; imports that used it can still be explained. */
const earlierSchema = z.object({ version: z.number().int().min(1), fingerprint: z.string().max(64), mapping: importPlanSchema });

/** So many earlier versions are kept. */
export const MOST_EARLIER = 50;

/** A saved import of one supplier's kind of file, whatever its format. */
export const recipeSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  version: z.number().int().min(1),
  /** Of a table's headings, or of a format and its kinds: files with the same one are proposed this recipe. */
  fingerprint: z.string().max(64),
  mapping: importPlanSchema,
  /** Latest first. */
  earlier: z.array(earlierSchema).max(MOST_EARLIER).optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** Which recipe an import used; `changed` when its mapping was changed for this file alone. */
export const recipeUseSchema = z.object({ id: z.string().max(64), name: z.string().max(200), version: z.number(), changed: z.boolean().optional() });
export type RecipeUse = z.infer<typeof recipeUseSchema>;

/** Fingerprint of a file of records: its format and what it calls its kinds, whatever their order and number. */
export const recordFingerprint = (format: RecordFormatId, kinds: readonly { readonly of: string; readonly label: string }[]): string =>
  fingerprintOf(`${format}\u0000${[...new Set(kinds.map(({ of, label }) => `${of}\u0001${label}`))].sort().join('\u0000')}`);

/** Fingerprint of what a plan was made for. `kinds` of the file of records, where it is one. */
export const planFingerprint = (plan: ImportPlan, kinds: readonly { readonly of: string; readonly label: string }[]): string => (isRecordPlan(plan) ? recordFingerprint(plan.format, kinds) : fingerprint(plan.headings));

/** The recipe after a change: a plan that differs makes the next version and keeps the one before; a new name alone does not. */
export function nextRecipe(held: Recipe | null, put: Recipe): Recipe {
  if (held === null) return put;
  const before = held.earlier ?? [];
  if (JSON.stringify(held.mapping) === JSON.stringify(put.mapping)) return { ...held, name: put.name, version: Math.max(held.version, put.version) };
  const kept = { version: held.version, fingerprint: held.fingerprint, mapping: held.mapping };
  return { id: held.id, name: put.name, version: Math.max(held.version + 1, put.version), fingerprint: put.fingerprint, mapping: put.mapping, earlier: [kept, ...before].slice(0, MOST_EARLIER) };
}

/** Cells as this very file writes them: what its bytes tell comes from the file, what the supplier's habits tell from the recipe, what a person set by hand wins. */
export function readAs(mapping: Mapping, reading: Reading, known: Partial<Reading>): Mapping {
  const { dateOrder, decimal, country, currency } = mapping.reading;
  return { ...mapping, reading: { ...reading, dateOrder: known.dateOrder ?? dateOrder, decimal: known.decimal ?? decimal, country: known.country ?? country, currency: known.currency ?? currency } };
}

/** A table as a recipe meets it. */
export interface TableToFit {
  readonly headings: readonly string[];
  readonly reading: Reading;
}

/** The recipe's mapping where every column that it uses is in the table; null where one is missing, or the recipe is for records. */
export function fittedMapping(recipe: Recipe, table: TableToFit, known: Partial<Reading> = {}): Mapping | null {
  if (isRecordPlan(recipe.mapping)) return null;
  const mapping = fitMapping(recipe.mapping, table.headings);
  return mapping === null ? null : readAs(mapping, table.reading, known);
}

/** A recipe chosen by hand: as much of it as the table has columns for, with the headings of those that it lacks. Null for recipes of records. */
export function partlyFittedMapping(recipe: Recipe, table: TableToFit): { readonly mapping: Mapping; readonly missing: readonly string[] } | null {
  if (isRecordPlan(recipe.mapping)) return null;
  const { mapping, missing } = fitPartly(recipe.mapping, table.headings);
  return { mapping: readAs(mapping, table.reading, {}), missing };
}
