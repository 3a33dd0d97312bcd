import { sumAmounts } from '../../../shared/model/amount';
import type { Strength } from '../../../shared/model/strength';
import { spanOf, type Span } from '../../../shared/schema/dates';
import type { LinkType } from '../../../shared/schema/types';
import type { Gathered } from './gather';

/** Those that come from what is said of it. */
export interface OwnColumns {
  readonly start: string | null;
  readonly end: string | null;
  readonly amount: string | null;
}

/** The materialised columns of a link. */
export interface LinkColumns extends OwnColumns {
  readonly sources: number;
  readonly strength: Strength;
  readonly grading: string;
  readonly handling: string;
  /** Nothing but assessments tells of it. */
  readonly assessed: boolean;
}

/**
 * A happening has one amount, however many sources tell of it: the first that can be read. A lasting link adds up what each of its
 * statements says; null where currencies differ or an amount cannot be read.
 */
function amountOf(type: LinkType, { values, amounts }: Pick<Gathered, 'values' | 'amounts'>): string | null {
  const property = type.amount;
  if (property === undefined) return null;
  if (type.occurrence) return values[property]?.find((value) => value.doubt === undefined)?.v ?? null;
  return sumAmounts(amounts);
}

const NOTHING: OwnColumns = { start: null, end: null, amount: null };

/** Span and amount of a link, by all that is said of it. A type that is not known here has neither. */
function spanAndAmount(type: LinkType | undefined, known: Pick<Gathered, 'values' | 'amounts'>): OwnColumns {
  if (type === undefined) return NOTHING;
  const { start, end }: Span = spanOf(type, known.values);
  return { start: start ?? null, end: end ?? null, amount: amountOf(type, known) };
}

/** The same of a link that one statement tells all of. */
export function ownColumns(type: LinkType | undefined, values: Gathered['values']): OwnColumns {
  return spanAndAmount(type, { values, amounts: (type?.amount === undefined ? undefined : values[type.amount])?.map((value) => value.v) ?? [] });
}

/** What is said of a link, as its columns hold it; `known` was gathered with the amount of the type. */
export function linkColumns(type: LinkType | undefined, known: Gathered): LinkColumns {
  return { ...spanAndAmount(type, known), sources: known.sources, strength: known.strength, grading: known.grading, handling: known.handling, assessed: known.assessed };
}
