import { normaliseHeading } from './headings';
import type { CellSource, Mapping, PropertyMapping } from './mapping';

/**
 * The mapping for a file whose columns stand in another order: columns are found again by their headings.
 * Null when a column that the mapping uses is not in the file. Files without headings must have the same width.
 */
export function fitMapping(mapping: Mapping, headings: readonly string[]): Mapping | null {
  const had = mapping.headings.map(normaliseHeading);
  const has = headings.map(normaliseHeading);
  if (had.length === has.length && had.every((name, column) => name === has[column])) return mapping;
  const places = new Map<string, number[]>();
  has.forEach((name, column) => places.set(name, [...(places.get(name) ?? []), column]));
  const moved = had.map((name) => (name === '' ? undefined : places.get(name)?.shift()));
  let lost = false;
  const column = (index: number): number => {
    const place = moved[index];
    if (place === undefined) lost = true;
    return place ?? 0;
  };
  const source = (from: CellSource): CellSource => {
    if ('column' in from) return { column: column(from.column) };
    return 'columns' in from ? { ...from, columns: from.columns.map(column) } : from;
  };
  const properties = (each: readonly PropertyMapping[]): PropertyMapping[] => each.map((property) => ({ ...property, from: source(property.from) }));
  const { gradingColumn, handlingColumn } = mapping.source;
  const fitted: Mapping = {
    ...mapping,
    headings: [...headings],
    entities: mapping.entities.map((entity) => ({ ...entity, properties: properties(entity.properties) })),
    links: mapping.links.map((link) => ({
      ...link,
      properties: properties(link.properties),
      ...(link.when === undefined ? {} : { when: { ...link.when, column: column(link.when.column) } }),
      ...(link.unless === undefined ? {} : { unless: { ...link.unless, column: column(link.unless.column) } }),
      ...(link.reverseWhen === undefined ? {} : { reverseWhen: { ...link.reverseWhen, column: column(link.reverseWhen.column) } }),
    })),
    source: { ...mapping.source, ...(gradingColumn === undefined ? {} : { gradingColumn: { ...gradingColumn, column: column(gradingColumn.column) } }), ...(handlingColumn === undefined ? {} : { handlingColumn: { ...handlingColumn, column: column(handlingColumn.column) } }) },
  };
  return lost ? null : fitted;
}
