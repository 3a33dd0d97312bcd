import type { evaluatingRequests } from '../../../shared/contract/evaluating';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { SHIPPED } from '../catalogue';
import { categories } from '../queries/categories';
import { evaluations } from '../queries/evaluations';
import { overdueReviews, reviews } from '../queries/reviews';

/** Answers of the case about gradings, handling, categories, reviews and schemes. */
export function evaluatingHandlers({ open: { store } }: Served): Handlers<{ readonly requests: typeof evaluatingRequests; readonly events: Events }> {
  const { db } = store;
  const shipped = new Set(SHIPPED.schemes.map((scheme) => scheme.id));
  return {
    'case.reviews': () => reviews(db, store.catalogue, new Date().toISOString().slice(0, 10)),
    'case.overdueReviews': () => ({ count: overdueReviews(db, new Date().toISOString().slice(0, 10)) }),
    'case.evaluations': (args) => evaluations(db, store.catalogue, args),
    'case.categories': () => categories(db, store.catalogue),
    'case.ownSchemes': () => store.catalogue.schemes.map((scheme) => scheme.id).filter((id) => !shipped.has(id)),
  };
}
