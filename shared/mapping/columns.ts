import { foldHeading } from '../schema/heading';
import type { PropertyType } from '../schema/types';
import { valueKinds } from '../values';
import type { ParseContext, ValueKindId } from '../values/kind';
import { SIDE_WORDS } from './headingWords';
import { normaliseHeading } from './headings';

/** A column of the head of a table, as the proposal looks at it. */
export interface Column {
  readonly index: number;
  /** Normalised heading, and its parts where a heading stands in two languages ("Rekening/Compte"). */
  readonly names: readonly string[];
  /** Which side of a pair its heading puts it on. */
  readonly side: 'a' | 'b' | null;
  /** Up to 100 values that are not blank. */
  readonly samples: readonly string[];
  /** Share of the samples that look like a kind, once counted. */
  readonly shapes: Map<ValueKindId, number>;
  /** How well the heading names a property, once told. */
  readonly named: Map<PropertyType, number>;
  /** Names of properties in the form of headings, once folded: one list for all columns of a table, since a wide one asks for them often. */
  readonly labels: Map<PropertyType, readonly string[]>;
}

const MAX_SAMPLES = 100;
/** Further to the right nothing is proposed: no table that people made is so wide, and a guess must not take longer than they wait. */
const MAX_COLUMNS = 500;

function sideOf(names: readonly string[]): Column['side'] {
  for (const name of names) {
    const words = name.split(' ');
    for (const side of ['b', 'a'] as const) {
      if (words.some((word) => SIDE_WORDS[side].includes(word)) && (words.length > 1 || words[0]?.length !== 1)) return side;
    }
  }
  return null;
}

/** The first 500 columns of a table by its headings and first rows. */
export function columnsOf(headings: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  const labels: Column['labels'] = new Map();
  return headings.slice(0, MAX_COLUMNS).map((heading, index) => {
    const whole = normaliseHeading(heading);
    const parts = heading.split('/').map(normaliseHeading).filter((part) => part.length > 1);
    const samples: string[] = [];
    for (const cells of rows) {
      const cell = cells[index]?.trim() ?? '';
      if (cell !== '') samples.push(cell);
      if (samples.length === MAX_SAMPLES) break;
    }
    const names = [...new Set([whole, foldHeading(heading), ...parts])].filter((name) => name !== '');
    return { index, names, side: sideOf(names), samples, shapes: new Map(), named: new Map(), labels };
  });
}

const withoutSide = (name: string): string => name.split(' ').filter((word) => !SIDE_WORDS.a.includes(word) && !SIDE_WORDS.b.includes(word)).join(' ');

/** How well the heading names the property: 1 is its own word, 0 is nothing in common. */
export function nameScore(column: Column, property: PropertyType): number {
  const told = column.named.get(property);
  if (told !== undefined) return told;
  const score = countedNameScore(column, property);
  column.named.set(property, score);
  return score;
}

function labelsOf({ labels }: Column, property: PropertyType): readonly string[] {
  const held = labels.get(property) ?? Object.values(property.label).map(foldHeading);
  labels.set(property, held);
  return held;
}

function countedNameScore(column: Column, property: PropertyType): number {
  const headings = property.headings ?? [];
  const labels = labelsOf(column, property);
  let best = 0;
  for (const name of column.names) {
    if (headings.includes(name)) return 1;
    if (labels.includes(name)) best = Math.max(best, 0.95);
    const bare = withoutSide(name);
    if (bare !== '' && (headings.includes(bare) || labels.includes(bare))) best = Math.max(best, 0.85);
    if (headings.some((heading) => heading.length >= 4 && ` ${name} `.includes(` ${heading} `))) best = Math.max(best, 0.6);
  }
  return best;
}

/** Share of the samples that look like the property's kind; null where the kind cannot tell, or there are no samples. */
export function shapeShare(column: Column, property: PropertyType, context: ParseContext): number | null {
  const { looksLike } = valueKinds[property.kind];
  if (looksLike === undefined || column.samples.length === 0) return null;
  const counted = column.shapes.get(property.kind);
  if (counted !== undefined) return counted;
  const share = column.samples.filter((sample) => looksLike.call(valueKinds[property.kind], sample, context)).length / column.samples.length;
  column.shapes.set(property.kind, share);
  return share;
}

/** Heading and samples together: 0 and below is no fit, from 0.5 on a column may be proposed, above 1 both agree. */
export function fitScore(column: Column, property: PropertyType, context: ParseContext): number {
  const named = nameScore(column, property);
  const shape = shapeShare(column, property, context);
  if (shape === null) return named;
  if (named === 0) return property.identifier !== undefined && shape >= 0.9 && column.samples.length >= 3 ? 0.6 : 0;
  // Of a few cells that all look otherwise, a heading that only holds the property's word ("Phone 1 - Type") says nothing.
  if (shape < 0.2 && (column.samples.length >= 3 || named <= 0.6)) return named - (named === 1 ? 0.3 : 0.6);
  return named + shape * 0.5;
}
