import type { Database } from 'better-sqlite3';
import type { Review } from '../../../shared/contract/evaluating';
import { dueAfter, REVIEW_MONTHS } from '../../../shared/model/reviewTerm';
import { categoryOf } from '../../../shared/schema/category';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { readSettings } from '../settings';
import { sources } from './sources';
import { query } from './statements';

/** Types whose entities have a category of data subject: persons, and types that extend them. */
export const personTypes = (catalogue: Catalogue): string => JSON.stringify(catalogue.entityTypes.filter((type) => categoryOf(type) !== undefined).map((type) => type.id));

const PERSONS = `
  SELECT source.id, count(DISTINCT s.subject) AS persons
  FROM json_each(@types) type CROSS JOIN entity e ON e.type = type.value AND e.seq_retracted IS NULL
    CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n AND s.seq_retracted IS NULL JOIN source ON source.n = s.source
  GROUP BY source.n`;

/** How many live sources should have been looked at by now: asked after every change, so nothing but sources is read. */
export function overdueReviews(db: Database, today: string): number {
  const months = readSettings(db).reviewMonths ?? REVIEW_MONTHS;
  const rows = query<{ receivedAt: string; due: string | null }>(db, 'SELECT received_at AS receivedAt, source_review.due FROM source LEFT JOIN source_review ON source_review.source = source.id WHERE seq_retracted IS NULL').all({});
  return rows.filter(({ receivedAt, due }) => (due ?? dueAfter(receivedAt, months)) < today).length;
}

/** Live sources by the day on which they must be looked at again, the most overdue first. `today` is a day: "2026-05-03". */
export function reviews(db: Database, catalogue: Catalogue, today: string): Review[] {
  const months = readSettings(db).reviewMonths ?? REVIEW_MONTHS;
  const set = new Map(query<{ source: string; due: string }>(db, 'SELECT source, due FROM source_review').all({}).map((row) => [row.source, row.due]));
  const persons = new Map(query<{ id: string; persons: number }>(db, PERSONS).all({ types: personTypes(catalogue) }).map((row) => [row.id, row.persons]));
  return sources(db, catalogue).map(({ id, title, supplier, receivedAt, statements }): Review => {
    const own = set.get(id);
    const due = own ?? dueAfter(receivedAt, months);
    return { source: id, title, supplier, due, own: own !== undefined, overdue: due < today, statements, persons: persons.get(id) ?? 0 };
  }).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
