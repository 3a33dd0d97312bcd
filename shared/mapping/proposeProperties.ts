import type { LinkType, PropertyType } from '../schema/types';
import type { ParseContext } from '../values/kind';
import { fitScore } from './columns';
import type { Column } from './columns';
import { AREA_HEADINGS, END_WORDS, LAST_WORDS, LATITUDE, LONGITUDE, TIME_HEADINGS } from './headingWords';
import type { PropertyMapping } from './mapping';

const ENOUGH = 0.5;
const CLOCK = /^\d{1,2}[:.hu]\d{2}(?:[:.]\d{2})?$/;
const NOTHING: ReadonlySet<number> = new Set();

const named = (column: Column, words: readonly string[]): boolean => column.names.some((name) => words.includes(name) || words.some((word) => name.endsWith(` ${word}`)));
const says = (column: Column, words: readonly string[]): boolean => column.names.some((name) => name.split(' ').some((word) => words.includes(word)));
const isClock = (column: Column): boolean => column.samples.length > 0 && column.samples.every((sample) => CLOCK.test(sample));

/** The end that a column's heading names; null when it names none. */
const endOf = (column: Column): 'from' | 'to' | null => (says(column, END_WORDS.to) ? 'to' : says(column, END_WORDS.from) ? 'from' : null);

/** Whether a property speaks of the last of several places: its headings say so, or those of its counterpart. */
const isOfLast = (property: PropertyType, type: LinkType): boolean => (property.headings ?? type.properties.find(({ id }) => id === property.side?.other)?.headings ?? []).some((heading) => heading.split(' ').some((word) => LAST_WORDS.includes(word)));

/** As fitScore; a property of one end asks for a heading that does not name the other, one of the far end for a heading that names that. */
function score(column: Column, property: PropertyType, type: LinkType, context: ParseContext): number {
  if (property.kind === 'date' && isClock(column)) return 0;
  const { side } = property;
  if (side === undefined) return fitScore(column, property, context);
  if (says(column, LAST_WORDS) && !isOfLast(property, type)) return 0;
  const end = endOf(column);
  if (side.of === 'from') return end === 'to' ? 0 : fitScore(column, property, context);
  const near = end === 'to' ? type.properties.find(({ id }) => id === side.other) : undefined;
  return near === undefined ? 0 : fitScore(column, near, context);
}

/**
 * Columns for the properties of a link type, each column once, best fit first. A time beside its date, a longitude beside its latitude and an area
 * beside its cell come along. Of the columns in `held`, which say something of other things, only properties of one end may speak again.
 */
export function linkProperties(type: LinkType, free: readonly Column[], context: ParseContext, held: ReadonlySet<number> = NOTHING): PropertyMapping[] {
  const fits = type.properties
    .flatMap((property) => free.map((column) => ({ property, column, score: held.has(column.index) && property.side === undefined ? 0 : score(column, property, type, context) })))
    .filter((fit) => fit.score >= ENOUGH)
    .sort((left, right) => right.score - left.score);
  const taken = new Set<number>();
  const out: PropertyMapping[] = [];
  for (const { property, column } of fits) {
    if (taken.has(column.index) || out.some((each) => each.property === property.id)) continue;
    taken.add(column.index);
    const beside = property.kind === 'date' ? clockBeside(property, type, column, free, taken) : undefined;
    if (beside !== undefined) taken.add(beside.index);
    const area = property.side === undefined || property.kind !== 'documentNumber' ? undefined : free.find((other) => !taken.has(other.index) && Math.abs(other.index - column.index) === 1 && named(other, AREA_HEADINGS) && endOf(other) === endOf(column));
    if (area !== undefined) taken.add(area.index);
    out.push({ property: property.id, from: beside !== undefined ? { columns: [column.index, beside.index], join: ' ' } : area !== undefined ? { columns: [area.index, column.index], join: '-' } : { column: column.index } });
  }
  for (const place of type.properties) {
    if (place.kind !== 'coordinates' || out.some((each) => each.property === place.id)) continue;
    const isLast = isOfLast(place, type);
    const fit = (words: readonly string[]): Column | undefined => free.find((column) => !taken.has(column.index) && named(column, words) && (place.side === undefined || ((endOf(column) === 'to') === (place.side.of === 'to') && says(column, LAST_WORDS) === isLast)));
    const [latitude, longitude] = [fit(LATITUDE), fit(LONGITUDE)];
    if (latitude === undefined || longitude === undefined) continue;
    taken.add(latitude.index).add(longitude.index);
    out.push({ property: place.id, from: { columns: [latitude.index, longitude.index], join: ',' } });
  }
  return out;
}

/** The column of times that goes with a column of dates: for the end of a span one whose heading says so. */
function clockBeside(property: PropertyType, type: LinkType, date: Column, free: readonly Column[], taken: ReadonlySet<number>): Column | undefined {
  if (date.samples.length > 0 && date.samples.some((sample) => /\d[:hu]\d{2}/.test(sample))) return undefined;
  const isEnd = property.id === type.dates?.end;
  const clocks = free.filter((other) => !taken.has(other.index) && isClock(other) && says(other, LAST_WORDS) === isEnd);
  return isEnd ? clocks[0] : clocks.find((other) => named(other, TIME_HEADINGS));
}
