import type { Values } from '../model/records';
import type { LinkType } from '../schema/types';
import { momentOf } from '../values/moment';
import type { Moment } from '../values/moment';
import type { LinkMapping } from './mapping';

/** How rows that tell of one happening are found: seconds that its start, and its length, may differ by; `duration` null: however long. */
export interface LegPlan {
  /** Property of the start; of the length, null where the type has none. */
  readonly start: string;
  readonly length: string | null;
  readonly seconds: number;
  readonly duration: number | null;
  /** Whether rows say from which end they tell it. */
  readonly sided: boolean;
}

/** When a happening began, and how many seconds it took; null where that is not told. */
export interface Told extends Moment {
  readonly length: number | null;
}

/** A happening as one row tells it. */
export interface Leg extends Told {
  readonly plan: LegPlan;
  /** The end that it is told from; null where the row does not say. */
  readonly end: 'from' | 'to' | null;
}

/** How the rows of a link mapping find each other; null where each is its own, or the type has no start. */
export function legPlanOf(type: LinkType, { legs, reverseWhen, farWhen }: LinkMapping): LegPlan | null {
  if (legs === undefined || !type.occurrence || !type.directed || type.dates === undefined) return null;
  return {
    start: type.dates.start,
    length: type.properties.find((property) => property.kind === 'duration')?.id ?? null,
    seconds: legs.seconds,
    duration: legs.duration,
    sided: farWhen !== undefined || (reverseWhen?.values.length ?? 0) > 0,
  };
}

const WHOLE = /^\d{1,9}$/;

/** When, from the canonical values of a start and of a length; null where the start is not told to the minute. */
export function toldOf(start: string | undefined, length: string | undefined): Told | null {
  const at = start === undefined ? null : momentOf(start);
  return at === null ? null : { from: at.from, to: at.to, length: length !== undefined && WHOLE.test(length) ? Number(length) : null };
}

/** What a row tells of when a happening was; null when that is too vague to find it again. `far`: told from the far end. */
export function legOf(plan: LegPlan, values: Values, far: boolean): Leg | null {
  const sure = (property: string | null): string | undefined => {
    const value = property === null ? undefined : values[property]?.[0];
    return value === undefined || value.doubt !== undefined ? undefined : value.v;
  };
  const told = toldOf(sure(plan.start), sure(plan.length));
  return told === null ? null : { ...told, plan, end: plan.sided ? (far ? 'to' : 'from') : null };
}

/** Seconds between two starts; 0 where they may be the same. `shift` is added to the first, in seconds. */
function apart(one: Moment, other: Moment, shift: number): number {
  const gap = Math.max(other.from - one.to - shift * 1000, one.from + shift * 1000 - other.to, 0);
  return gap / 1000;
}

/**
 * How well what a row tells fits what was told before: seconds between the starts, plus a little for lengths that differ. Null when it cannot be
 * the same happening. `shift`: as if the row's clock were so many seconds behind.
 */
export function fitOf(leg: Leg, told: Told, shift = 0): number | null {
  const { seconds, duration } = leg.plan;
  const gap = apart(leg, told, shift);
  if (gap > seconds) return null;
  const longer = leg.length === null || told.length === null ? 0 : Math.abs(leg.length - told.length);
  return duration !== null && longer > duration ? null : gap + longer / 1000;
}
