import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Locator } from '../../../shared/model/records';

/** Columns that hold JSON, empty text or null where there is nothing. They were checked when written. */
export const storedGrading = (text: string | null): Grading | null => (text === null || text === '' ? null : (JSON.parse(text) as Grading | null));
export const storedHandling = (text: string): Handling[] => (text === '' ? [] : (JSON.parse(text) as Handling[]));

/** The row stands in a column of its own, because rows are sought by it; sheet and page beside it. */
export function storedLocator(row: number | null, text: string): Locator {
  const rest = text === '' ? {} : (JSON.parse(text) as Locator);
  return row === null ? rest : { ...rest, row };
}
