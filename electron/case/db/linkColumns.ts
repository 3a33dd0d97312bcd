import { sumAmounts } from '../../../shared/model/amount';
import type { Strength } from '../../../shared/model/strength';
import { spanOf, type Span } from '../../../shared/schema/dates';
import type { LinkType } from '../../../shared/schema/types';
import type { Gathered } from './gather';

/** The materialised columns of a link. */
export interface LinkColumns {
  readonly start: string | null;
  readonly end: string | null;
  readonly amount: string | null;
  readonly sources: number;
  readonly strength: Strength;
  readonly grading: string;
  readonly handling: string;
}

/**
 * A happening has one amount, however many sources tell of it: the first that can be read. A lasting link adds up what each of its
 * statements says; null where currencies differ or an amount cannot be read.
 */
function amountOf(type: LinkType, { values, statements }: Gathered): string | null {
  const property = type.amount;
  if (property === undefined) return null;
  if (type.occurrence) return values[property]?.find((value) => value.doubt === undefined)?.v ?? null;
  return sumAmounts(statements.flatMap((said) => said[property] ?? []).map((value) => value.v));
}

/** What is said of a link, as its columns hold it. A type that is not known here has neither span nor amount. */
export function linkColumns(type: LinkType | undefined, known: Gathered): LinkColumns {
  const { start, end }: Span = type ? spanOf(type, known.values) : {};
  return { start: start ?? null, end: end ?? null, amount: type ? amountOf(type, known) : null, sources: known.sources, strength: known.strength, grading: known.grading, handling: known.handling };
}
