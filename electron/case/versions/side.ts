import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { fitMapping } from '../../../shared/mapping/fit';
import { normaliseHeading } from '../../../shared/mapping/headings';
import { mappingSchema, readingSchema } from '../../../shared/mapping/mapping';
import type { CellSource, Mapping, PropertyMapping } from '../../../shared/mapping/mapping';
import { asVersionSchema } from '../../../shared/contract/sharing';
import type { AsVersion } from '../../../shared/contract/sharing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Contents } from '../db/contents';
import type { Bytes } from '../importers/bytes';
import { mappedRows } from '../importers/mappedRows';
import type { Outcome } from '../importers/mappedRows';
import { openTable, previewTable } from '../importers/table';

/** One of two tables that are compared: its bytes, and how its rows are taken. */
export interface Side {
  readonly bytes: Bytes;
  readonly name: string;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
}

/** A table that was imported. */
export interface TableSource {
  readonly n: number;
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: Mapping['reading'];
  /** How it was taken in; null for imports that did not keep that. */
  readonly mapping: Mapping | null;
  /** What it was imported as a later version of. */
  readonly version: AsVersion | null;
}

interface Row {
  readonly n: number;
  readonly id: string;
  readonly title: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly reading: string | null;
}

function tableOf({ sha256, reading, ...row }: Row): TableSource | null {
  if (sha256 === null || reading === null) return null;
  const stored = JSON.parse(reading) as Record<string, unknown>;
  const parsed = readingSchema.safeParse(stored);
  if (!parsed.success) return null;
  const mapping = mappingSchema.safeParse(stored['mapping']);
  const version = asVersionSchema.safeParse(stored['version']);
  return { ...row, sha256, reading: parsed.data, mapping: mapping.success ? mapping.data : null, version: version.success ? version.data : null };
}

const COLUMNS = 'SELECT n, id, title, sha256, bytes, reading FROM source WHERE seq_retracted IS NULL';

/** All live tables, the latest first. */
export const tableSources = (db: Database): TableSource[] => db.prepare<[], Row>(`${COLUMNS} AND kind = 'file' ORDER BY n DESC`).all().flatMap((row) => tableOf(row) ?? []);

/** Throws Failure sourceNotFound when there is no such live source, versionDiffers when it is no table. */
export function tableSource(db: Database, id: string): TableSource {
  const row = db.prepare<[string], Row>(`${COLUMNS} AND id = ?`).get(id);
  if (row === undefined) throw new Failure('sourceNotFound');
  const table = tableOf(row);
  if (table === null) throw new Failure('versionDiffers');
  return table;
}

const columnsOf = (from: CellSource): readonly number[] => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []);

/** The mapping for an earlier file: what is filled from columns that it does not have is left out. Null when nothing is left. */
function fitEarlier(mapping: Mapping, headings: readonly string[]): Mapping | null {
  const has = new Set(headings.map(normaliseHeading));
  const known = (column: number): boolean => has.has(normaliseHeading(mapping.headings[column] ?? '')) && (mapping.headings[column] ?? '') !== '';
  const properties = (each: readonly PropertyMapping[]): PropertyMapping[] => each.filter(({ from }) => columnsOf(from).every(known));
  const { gradingColumn, handlingColumn, ...source } = mapping.source;
  const entities = mapping.entities.map((entity) => ({ ...entity, properties: properties(entity.properties) }));
  const links = mapping.links.map(({ when, unless, reverseWhen, ...link }) => ({
    ...link,
    properties: properties(link.properties),
    ...(when !== undefined && known(when.column) ? { when } : {}),
    ...(unless !== undefined && known(unless.column) ? { unless } : {}),
    ...(reverseWhen !== undefined && known(reverseWhen.column) ? { reverseWhen } : {}),
  }));
  if (entities.every((entity) => entity.properties.length === 0)) return null;
  return fitMapping({ ...mapping, entities, links, source: { ...source, ...(gradingColumn !== undefined && known(gradingColumn.column) ? { gradingColumn } : {}), ...(handlingColumn !== undefined && known(handlingColumn.column) ? { handlingColumn } : {}) } }, headings);
}

/** A kept table, taken as `mapping` says. Throws Failure versionDiffers when it has none of the mapping's columns, sourceNotFound when it is not kept. */
export async function sideOfSource(contents: Contents, source: TableSource, mapping: Mapping): Promise<Side> {
  const bytes = contents.bytes(source.sha256, source.bytes);
  const { headings } = await previewTable(bytes, source.title, source.reading, 1);
  const wanted = { ...mapping, reading: source.reading };
  const fitted = fitMapping(wanted, headings) ?? (source.reading.headerRow === 0 ? null : fitEarlier(wanted, headings));
  if (fitted === null) throw new Failure('versionDiffers');
  return { bytes, name: source.title, headings, mapping: { ...fitted, reading: source.reading } };
}

/** The file that comes in. */
export async function sideOfFile(bytes: Bytes, name: string, mapping: Mapping): Promise<Side> {
  const { headings } = await previewTable(bytes, name, mapping.reading, 1);
  return { bytes, name, headings, mapping };
}

/** Rows of a side through its mapping, in batches. `done` tells how far it is, 0 to 1. */
export async function* rowsOf(side: Side, catalogue: Catalogue): AsyncGenerator<{ readonly outcomes: readonly Outcome[]; readonly done: number }> {
  const table = await openTable(side.bytes, side.name, side.mapping.reading);
  for await (const outcomes of mappedRows(table, side.mapping, catalogue)) yield { outcomes, done: table.total === 0 ? 1 : table.done() / table.total };
}
