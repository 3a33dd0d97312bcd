import { valueKinds } from '../values';
import type { StoredValue } from '../values/kind';
import type { EntityType, LinkType } from './types';

/** Canonical dates between which an item was; either may be unknown. */
export interface Span {
  readonly start?: string;
  readonly end?: string;
}

/** The span of an entity or link by its type's dates: the earliest start and the latest end that no one doubts. */
export function spanOf(type: Pick<EntityType | LinkType, 'dates'>, values: Readonly<Record<string, readonly StoredValue[]>>): Span {
  if (type.dates === undefined) return {};
  const start = sorted(values[type.dates.start])[0];
  const ends = type.dates.end === undefined ? [] : sorted(values[type.dates.end]);
  const end = ends[ends.length - 1];
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function sorted(values: readonly StoredValue[] | undefined): readonly string[] {
  const [first] = values ?? [];
  // Nearly always there is one, and a million calls ask.
  if (values === undefined || first === undefined || values.length === 1) return first === undefined || first.doubt !== undefined ? [] : [first.v];
  return values
    .filter((value) => value.doubt === undefined)
    .map((value) => value.v)
    .sort(valueKinds.date.compare);
}
