import { normaliseHeading } from './headings';
import type { CellSource, LinkMapping, Mapping, PropertyMapping } from './mapping';

/** Where each column of a mapping stands in another table, by its heading; undefined where that table has none of the name. */
function placesIn(mapping: Mapping, headings: readonly string[]): (number | undefined)[] | null {
  const had = mapping.headings.map(normaliseHeading);
  const has = headings.map(normaliseHeading);
  if (had.length === has.length && had.every((name, column) => name === has[column])) return null;
  const places = new Map<string, number[]>();
  has.forEach((name, column) => places.set(name, [...(places.get(name) ?? []), column]));
  return had.map((name) => (name === '' ? undefined : places.get(name)?.shift()));
}

/**
 * The mapping with its columns at other places, without what needs a column that has none: a property, a text of several columns loses the
 * part, and a link whose condition cannot be looked at is left out, since nobody could say of which rows it holds.
 */
function moved(mapping: Mapping, headings: readonly string[], places: readonly (number | undefined)[], lost: Set<number>): Mapping {
  const column = (index: number): number | undefined => {
    const place = places[index];
    if (place === undefined) lost.add(index);
    return place;
  };
  const source = (from: CellSource): CellSource | null => {
    if ('constant' in from) return from;
    if ('column' in from) {
      const place = column(from.column);
      return place === undefined ? null : { column: place };
    }
    const columns = from.columns.map(column).filter((place) => place !== undefined);
    return columns.length === 0 ? null : { ...from, columns };
  };
  const properties = (each: readonly PropertyMapping[]): PropertyMapping[] => each.flatMap((property) => {
    const from = source(property.from);
    return from === null ? [] : [{ ...property, from }];
  });
  const at = <Told extends { readonly column: number }>(told: Told): Told | null => {
    const place = column(told.column);
    return place === undefined ? null : { ...told, column: place };
  };
  const link = ({ when, unless, reverseWhen, farWhen, ...rest }: LinkMapping): LinkMapping[] => {
    const [onlyFor, notFor, reversed, far] = [when, unless, reverseWhen, farWhen].map((told) => (told === undefined ? undefined : at<{ readonly column: number }>(told)));
    if (onlyFor === null || notFor === null) return [];
    return [{
      ...rest,
      properties: properties(rest.properties),
      ...(onlyFor === undefined ? {} : { when: onlyFor as NonNullable<LinkMapping['when']> }),
      ...(notFor === undefined ? {} : { unless: notFor as NonNullable<LinkMapping['unless']> }),
      ...(reversed === undefined || reversed === null ? {} : { reverseWhen: reversed as NonNullable<LinkMapping['reverseWhen']> }),
      ...(far === undefined || far === null ? {} : { farWhen: far as NonNullable<LinkMapping['farWhen']> }),
    }];
  };
  const { gradingColumn, handlingColumn, ...said } = mapping.source;
  const grading = gradingColumn === undefined ? null : at(gradingColumn);
  const handling = handlingColumn === undefined ? null : at(handlingColumn);
  const entities = mapping.entities.map((entity) => {
    const kept = properties(entity.properties);
    return { ...entity, properties: kept, sameBy: entity.sameBy.filter((id) => kept.some((each) => each.property === id)) };
  });
  return {
    ...mapping,
    headings: [...headings],
    entities,
    links: mapping.links.flatMap(link),
    source: { ...said, ...(grading === null ? {} : { gradingColumn: grading }), ...(handling === null ? {} : { handlingColumn: handling }) },
  };
}

/**
 * The mapping for a file whose columns stand in another order: columns are found again by their headings.
 * Null when a column that the mapping uses is not in the file. Files without headings must have the same width.
 */
export function fitMapping(mapping: Mapping, headings: readonly string[]): Mapping | null {
  const places = placesIn(mapping, headings);
  if (places === null) return mapping;
  const lost = new Set<number>();
  const fitted = moved(mapping, headings, places, lost);
  return lost.size > 0 ? null : fitted;
}

/** As much of the mapping as the file has columns for, with the headings of the columns that it lacks, in the order of the mapping. */
export function fitPartly(mapping: Mapping, headings: readonly string[]): { readonly mapping: Mapping; readonly missing: readonly string[] } {
  const places = placesIn(mapping, headings);
  if (places === null) return { mapping, missing: [] };
  const lost = new Set<number>();
  const fitted = moved(mapping, headings, places, lost);
  return { mapping: fitted, missing: [...lost].sort((left, right) => left - right).map((index) => mapping.headings[index] || `#${index + 1}`) };
}
