import type { StoredValue } from '../../../../../shared/values/kind';
import type { EntityDraft, LinkDraft } from '../../records/draft';
import type { ReadingContext } from '../../records/format';

/** A name of the file with its text. */
export type Fact = readonly [name: string, text: string];

/** One point as the file has it. */
export interface Point {
  readonly line: number;
  readonly latitude: string;
  readonly longitude: string;
  /** Empty when the file tells none. */
  readonly time: string;
  readonly name: string;
  /** All else that is said of it: height, speed, heart rate … */
  readonly facts: readonly Fact[];
}

const figure = (text: string): number => (/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?\s*$/i.test(text) ? Number(text) : Number.NaN);

function fixed(degrees: number): string {
  const text = degrees.toFixed(5);
  return text === '-0.00000' ? '0.00000' : text;
}

/** The position in canonical form; null when the file's text is none on this earth. */
export function positionOf(latitude: string, longitude: string): StoredValue | null {
  const [north, east] = [figure(latitude), figure(longitude)];
  if (!(Math.abs(north) <= 90) || !(Math.abs(east) <= 180)) return null;
  const v = `${fixed(north)},${fixed(east)}`;
  const raw = `${latitude.trim()},${longitude.trim()}`;
  return v === raw ? { v } : { v, raw };
}

/** Says a position under `property`, where the type has it; else under its own name. */
export function sayPosition(context: ReadingContext, draft: EntityDraft, property: string, position: StoredValue | null): EntityDraft {
  if (position === null) return draft;
  return context.catalogue.property(draft.type, property) === undefined ? draft.other(property, position.v) : draft.keep(property, position);
}

/** Says what a person wrote about it: as description where the type has one, else as note. */
export function describe(context: ReadingContext, draft: EntityDraft, text: string): EntityDraft {
  return draft.say(context.catalogue.property(draft.type, 'description') === undefined ? 'note' : 'description', text);
}

/** Keeps the rest under the file's own names. */
export function keepFacts<T extends EntityDraft | LinkDraft>(draft: T, facts: readonly Fact[]): T {
  for (const [name, text] of facts) draft.other(name, text);
  return draft;
}
