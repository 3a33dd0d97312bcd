import { z } from 'zod';
import { columnsOf, fitScore } from '../../mapping/columns';
import type { Column } from '../../mapping/columns';
import type { Mapping, Reading } from '../../mapping/mapping';
import type { Catalogue } from '../../schema/catalogue';
import { foldHeading } from '../../schema/heading';
import type { EntityType, PropertyType } from '../../schema/types';
import { LANGUAGES } from '../../values/kind';
import type { ParseContext } from '../../values/kind';

/**
 * What a column of a watch list is. value: a property of a type, as in the case. kind: names the type that the row is about ("Vessel"). note: kept as words beside the
 * entry. none: passed over.
 */
export const watchColumnSchema = z.discriminatedUnion('use', [
  z.object({ use: z.literal('value'), type: z.string().max(64), property: z.string().max(128) }),
  z.object({ use: z.literal('kind') }),
  z.object({ use: z.literal('note') }),
  z.object({ use: z.literal('none') }),
]);
export type WatchColumn = z.infer<typeof watchColumnSchema>;

/** The supplier's own numbers say nothing of what they number. */
const REFERENCE = 'reference';
/** From this fit on a column is taken for what its heading and cells say. */
const ENOUGH = 0.6;
/** A type that the list has already is rather meant than another. */
const AT_HAND = 0.15;
/** Share of a column's cells that name types, for it to tell what rows are about. */
const TELLING = 0.6;

const isPartOfName = (type: EntityType, property: PropertyType): boolean => type.matchAs !== undefined && property.kind === 'name';
const isPartOfAddress = (type: EntityType, property: PropertyType): boolean => type.matchAs === 'address' && type.caption.some((parts) => parts.includes(property.id));
const isFeature = (type: EntityType, property: PropertyType): boolean => type.matchAs !== undefined && property.match !== undefined && property.match !== 'identifier';

/** True for a property by which somebody or something can be found: a name, an identifier, a birth date, part of an address. */
export const isWatchable = (type: EntityType, property: PropertyType): boolean =>
  property.identifier !== REFERENCE && (property.identifier !== undefined || isFeature(type, property) || isPartOfName(type, property) || isPartOfAddress(type, property));

/** All that a column can be: the watchable properties of each type that exists. */
export function watchables(catalogue: Catalogue): readonly { readonly type: EntityType; readonly properties: readonly PropertyType[] }[] {
  return catalogue.entityTypes.flatMap((declared) => {
    const type = catalogue.entityType(declared.id) ?? declared;
    const properties = declared.abstract === true ? [] : type.properties.filter((property) => isWatchable(type, property));
    return properties.length === 0 ? [] : [{ type, properties }];
  });
}

/** Names of types by which lists call what a row is about, folded: labels and plurals in four languages, and headings that suggest the type. */
export function typeNames(catalogue: Catalogue): ReadonlyMap<string, EntityType> {
  const names = new Map<string, EntityType>();
  const types = catalogue.entityTypes.filter(({ abstract }) => abstract !== true).map((type) => catalogue.entityType(type.id) ?? type);
  for (const type of types) for (const language of LANGUAGES) for (const label of [type.label[language], type.plural[language]]) if (!names.has(foldHeading(label))) names.set(foldHeading(label), type);
  for (const type of types) for (const heading of type.headings ?? []) if (!names.has(heading)) names.set(heading, type);
  return names;
}

/** "Phone 2" and "Alias (3)" are further columns of the same. */
const unnumbered = (heading: string): string => heading.replace(/\s*[#(]?\s*\d{1,2}\)?\s*$/u, '');

interface Head {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly reading: Reading;
}

function bestFit(column: Column, catalogue: Catalogue, held: ReadonlySet<string>, context: ParseContext): WatchColumn | null {
  let best: { readonly column: WatchColumn; readonly score: number } | null = null;
  for (const { type, properties } of watchables(catalogue)) {
    for (const property of properties) {
      const score = fitScore(column, property, context);
      const ranked = score + (held.has(type.id) ? AT_HAND : 0);
      if (score >= ENOUGH && (best === null || ranked > best.score)) best = { column: { use: 'value', type: type.id, property: property.id }, score: ranked };
    }
  }
  return best?.column ?? null;
}

/** The property that names things of a type. */
const nameOf = (type: EntityType | undefined): PropertyType | undefined => type?.properties.find(({ match }) => match === 'name');

/** Of the types that rows are about, the one that most are about among those that have names. */
function mostNamed(kinds: readonly EntityType[]): EntityType | null {
  const counts = new Map<EntityType, number>();
  for (const type of kinds) if (type.matchAs !== undefined && nameOf(type) !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Where rows say what they are about, a column of names is that of most of them. */
function renamed(column: WatchColumn, named: EntityType, catalogue: Catalogue): WatchColumn {
  const type = column.use === 'value' ? catalogue.entityType(column.type) : undefined;
  const name = nameOf(named);
  return column.use === 'value' && type?.matchAs !== undefined && nameOf(type)?.id === column.property && name !== undefined ? { use: 'value', type: named.id, property: name.id } : column;
}

/**
 * What the columns of a list seem to be: as an import of the file was proposed, then by each column's own heading and cells; the rest is kept as words. One column at most
 * tells kinds.
 */
export function proposeWatchColumns({ headings, rows, reading }: Head, proposal: Mapping, catalogue: Catalogue): WatchColumn[] {
  const columns: (WatchColumn | null)[] = headings.map(() => null);
  const held = new Set<string>();
  for (const { type: id, properties } of proposal.entities) {
    const type = catalogue.entityType(id);
    for (const { property: name, from } of type === undefined ? [] : properties) {
      const property = type?.properties.find((each) => each.id === name);
      if (type === undefined || property === undefined || !('column' in from) || !isWatchable(type, property)) continue;
      columns[from.column] ??= { use: 'value', type: id, property: name };
      held.add(id);
    }
  }
  const context: ParseContext = { dateOrder: reading.dateOrder, decimal: reading.decimal, country: reading.country, currency: reading.currency };
  const names = typeNames(catalogue);
  let kinds: readonly EntityType[] | null = null;
  for (const column of columnsOf(headings.map(unnumbered), rows)) {
    const telling = column.samples.length === 0 ? 0 : column.samples.filter((cell) => names.has(foldHeading(cell))).length / column.samples.length;
    if (kinds === null && telling >= TELLING) {
      kinds = column.samples.flatMap((cell) => names.get(foldHeading(cell)) ?? []);
      columns[column.index] = { use: 'kind' };
    } else columns[column.index] ??= bestFit(column, catalogue, held, context);
  }
  const named = kinds === null ? null : mostNamed(kinds);
  return columns.map((column) => (column === null ? { use: 'note' } : named === null ? column : renamed(column, named, catalogue)));
}
