import type { ChartView, EntityView, LineView } from '../../shared/contract';
import { amountBand, countBand } from '../../shared/analysis/histogram/bands';
import { DATE_PARTS, datePart, type DatePart } from '../../shared/analysis/histogram/dateParts';
import { categoryCodes } from '../../shared/schema/category';
import type { ValueKindId } from '../../shared/values/kind';

/** What is counted: entities, lines; or, of what both have, the two together. */
export type Subject = 'entities' | 'lines';

/** What items are put into bars by. `of` says whose it is: that of "all" is counted over entities, and as a filter speaks of lines as well. */
export interface Dimension {
  readonly of: Subject | 'all';
  readonly attribute: 'type' | 'category' | 'grading' | 'handling' | 'basis' | 'sources' | 'degree' | 'members' | 'start' | 'strength' | 'links' | 'amount' | 'property';
  /** Of a date: which part of it. */
  readonly part?: DatePart;
  /** Of a property: its id and kind. */
  readonly property?: string;
  readonly kind?: ValueKindId;
}

/** Values of properties by property, then by entity. */
export type PropertyValues = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What of a chart the values of its items are read from. */
export type Shown = Pick<ChartView, 'entities' | 'lines'>;

const parts = (dimension: Dimension, offered: readonly DatePart[] = DATE_PARTS): Dimension[] => offered.map((part) => ({ ...dimension, part }));

/** What entities can be counted by beside their properties. */
export const ENTITY_DIMENSIONS: readonly Dimension[] = [
  { of: 'entities', attribute: 'type' }, { of: 'entities', attribute: 'category' }, { of: 'all', attribute: 'grading' }, { of: 'all', attribute: 'handling' }, { of: 'all', attribute: 'basis' },
  { of: 'entities', attribute: 'sources' }, { of: 'entities', attribute: 'degree' }, { of: 'entities', attribute: 'members' }, ...parts({ of: 'entities', attribute: 'start' }),
];

/** What lines can be counted by. */
export const LINE_DIMENSIONS: readonly Dimension[] = [
  { of: 'lines', attribute: 'type' }, { of: 'lines', attribute: 'grading' }, { of: 'lines', attribute: 'handling' }, { of: 'lines', attribute: 'basis' }, { of: 'lines', attribute: 'strength' },
  { of: 'lines', attribute: 'links' }, { of: 'lines', attribute: 'amount' }, ...parts({ of: 'lines', attribute: 'start' }),
];

/** Dimensions of one property: a date by year and month, since properties are days far more often than times. */
export const propertyDimensions = (property: string, kind: ValueKindId): Dimension[] => (kind === 'date' ? parts({ of: 'entities', attribute: 'property', property, kind }, ['year', 'month']) : [{ of: 'entities', attribute: 'property', property, kind }]);

/** The same text for the same dimension. */
export const dimensionKey = ({ of, attribute, part, property }: Dimension): string => [of, attribute, part, property].join(' ');

/** Whose bars a dimension has. */
export const subjectOf = ({ of }: Dimension): Subject => (of === 'lines' ? 'lines' : 'entities');

/** Kinds whose values have a size by which they are put together. */
const SIZED: readonly ValueKindId[] = ['money', 'number'];

/** True where bars have an order of their own beside how many there are: numbers, dates. */
export const isOrdered = ({ attribute, part, kind }: Dimension): boolean => part !== undefined || ['sources', 'degree', 'members', 'links', 'amount'].includes(attribute) || (kind !== undefined && SIZED.includes(kind));

const partOf = (canonical: string | null, part: DatePart | undefined): readonly string[] => [canonical === null || canonical === '' ? '' : (datePart(canonical, part ?? 'year') ?? '')];

/** Values of a property as bars: parts of dates, bands of amounts, others as they stand. */
function valueBars(values: readonly string[], { part, kind }: Dimension): readonly string[] {
  if (values.length === 0) return [''];
  if (part !== undefined) return [...new Set(values.flatMap((v) => partOf(v, part)))];
  if (kind !== undefined && SIZED.includes(kind)) return [...new Set(values.map((v) => amountBand(v) ?? v))];
  return values;
}

/** What is the same of entities and lines. */
function commonBars(item: EntityView | LineView, { attribute, part }: Dimension): readonly string[] | null {
  if (attribute === 'type') return [item.type];
  if (attribute === 'grading') return [item.grading];
  if (attribute === 'handling') return [item.handling];
  if (attribute === 'basis') return [item.assessed === true ? 'assessment' : 'fact'];
  return attribute === 'start' ? partOf(item.start, part) : null;
}

/** How many lines of the chart meet at each entity. */
export function degreesOf({ lines }: Pick<Shown, 'lines'>): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of lines) for (const end of from === to ? [from] : [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return degrees;
}

/** A reader of the bars that an entity belongs to by a dimension; "" is the bar of those without. */
export function entityBars(view: Shown, dimension: Dimension, properties: PropertyValues): (entity: EntityView) => readonly string[] {
  const { attribute, property = '' } = dimension;
  if (attribute === 'degree') {
    const degrees = degreesOf(view);
    return (entity) => [countBand(degrees.get(entity.id) ?? 0)];
  }
  if (attribute === 'property') {
    const values = properties.get(property);
    return (entity) => valueBars(values?.get(entity.id) ?? [], dimension);
  }
  if (attribute === 'category') return ({ category }) => (category === '' ? [''] : categoryCodes(category));
  if (attribute === 'sources') return ({ sources }) => [countBand(sources)];
  if (attribute === 'members') return ({ members }) => [countBand(members?.length ?? 1)];
  return (entity) => commonBars(entity, dimension) ?? [''];
}

/** The same of a line. */
export function lineBars(dimension: Dimension): (line: LineView) => readonly string[] {
  if (dimension.attribute === 'strength') return ({ strength }) => [strength];
  if (dimension.attribute === 'links') return ({ count }) => [countBand(count)];
  if (dimension.attribute === 'amount') return ({ amount }) => [amount === null ? '' : (amountBand(amount) ?? '')];
  return (line) => commonBars(line, dimension) ?? [''];
}

/** One bar: its value and whose it is. */
export interface Bar {
  readonly value: string;
  readonly ids: readonly string[];
}

/** Items of a chart by the bars that they belong to, in the order in which they were first met; only those in `kept`, where it is given. What they have is reckoned on the whole chart. */
export function barsOf(view: Shown, dimension: Dimension, properties: PropertyValues, kept: ReadonlySet<string> | null = null): Bar[] {
  const bars = new Map<string, string[]>();
  const put = (id: string, values: readonly string[]): void => {
    if (kept !== null && !kept.has(id)) return;
    for (const value of values) {
      const own = bars.get(value);
      if (own) own.push(id);
      else bars.set(value, [id]);
    }
  };
  if (subjectOf(dimension) === 'lines') {
    const read = lineBars(dimension);
    for (const line of view.lines) put(line.id, read(line));
  } else {
    const read = entityBars(view, dimension, properties);
    for (const entity of view.entities) put(entity.id, read(entity));
  }
  return [...bars].map(([value, ids]) => ({ value, ids }));
}
