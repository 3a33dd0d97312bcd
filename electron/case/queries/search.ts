import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import type { Facets } from '../../../shared/contract/facets';
import { markIdentifier, markWord } from './excerpt';
import { facetsGiven, hasFacets, IN_FACETS, narrows } from './facets';
import { mergedViews } from './mergedViews';
import { pageSearch } from './pageSearch';
import { shownEntities } from './shownEntities';
import { fullTextQueries, termsOf, wordsOf } from './searchTerms';
import type { Terms } from './searchTerms';
import { query } from './statements';

type Request = CaseService['requests']['case.search'];
type Hit = ResultOf<Request>['hits'][number];

/** Candidates are cut off here before anything is ranked, so that a common word costs no more than a rare one. */
const MOST_CANDIDATES = 500;
/** Rows of the full-text index that are looked at for these. A filter by type has to look further. */
const MOST_ROWS = 1000;
const MOST_ROWS_BY_TYPE = 20_000;
/** Pages of documents that are shown beside the hits. */
const MOST_PAGES = 20;
/** Statements of one hit in which the match is sought. */
const STATEMENTS_PER_HIT = 20;

const CANDIDATE = 'e.n, e.caption, e.links';
/** What is taken for one with others is looked at whatever it is itself: those that stand for several are chosen by what all of them are. */
const LIVE = `e.seq_retracted IS NULL AND (((@types IS NULL OR e.type IN (SELECT value FROM json_each(@types))) AND ${IN_FACETS}) OR e.n IN (SELECT value FROM json_each(@members)))`;

const EXACT = `
  SELECT DISTINCT ${CANDIDATE} FROM json_each(@exact) AS sought
  CROSS JOIN identifier i ON i.kind = sought.value ->> 'kind' AND i.value = sought.value ->> 'value'
  CROSS JOIN entity e ON e.n = i.entity WHERE ${LIVE} LIMIT ${MOST_CANDIDATES}`;

const BEGINNING = `
  SELECT DISTINCT ${CANDIDATE} FROM json_each(@spans) AS span
  CROSS JOIN identifier i ON i.kind = span.value ->> 'kind' AND i.value >= span.value ->> 'low' AND i.value < span.value ->> 'high'
  CROSS JOIN entity e ON e.n = i.entity WHERE ${LIVE} LIMIT ${MOST_CANDIDATES}`;

const FULL_TEXT = `
  SELECT ${CANDIDATE} FROM (SELECT rowid AS n FROM fulltext WHERE fulltext MATCH @match LIMIT @rows) AS found
  CROSS JOIN entity e ON e.n = found.n WHERE ${LIVE} LIMIT ${MOST_CANDIDATES}`;

const SAID = `
  SELECT hit.value AS entity, s."values" FROM json_each(@keys) AS hit
  CROSS JOIN statement s ON s.n IN (
    SELECT n FROM statement WHERE subject_kind = 'entity' AND subject = hit.value AND seq_retracted IS NULL LIMIT ${STATEMENTS_PER_HIT})`;

interface Candidate {
  readonly n: number;
  readonly caption: string;
  readonly links: number;
}

/** How well a candidate answers, the best first. */
const RANKS = { identifier: 0, identifierBeginning: 1, captionBeginning: 2, captionWords: 3, property: 4 } as const;

/** Rank by the caption: does it begin with the text, or do its words begin with all words of the text? */
function captionRank(caption: string, terms: Terms): number {
  const words = wordsOf(caption);
  if (words.join(' ').startsWith(terms.words.join(' '))) return RANKS.captionBeginning;
  return terms.words.every((sought) => words.some((word) => word.startsWith(sought))) ? RANKS.captionWords : RANKS.property;
}

function candidates(db: Database, identity: Identity, terms: Terms, types: readonly string[] | undefined, facets: Facets | undefined): Map<Candidate, number> {
  const found = new Map<number, [Candidate, number]>();
  const narrowed = types !== undefined || narrows(facets);
  const filter = { types: types === undefined ? null : JSON.stringify(types), ...facetsGiven(facets), members: narrowed && identity.any ? JSON.stringify([...identity.groups.values()].flat()) : '[]' };
  const take = (rows: readonly Candidate[], rank: (candidate: Candidate) => number): void => {
    for (const row of rows) if (!found.has(row.n) && found.size < MOST_CANDIDATES) found.set(row.n, [row, rank(row)]);
  };
  if (terms.exact.length > 0) take(query<Candidate>(db, EXACT).all({ exact: JSON.stringify(terms.exact), ...filter }), () => RANKS.identifier);
  if (terms.spans.length > 0) take(query<Candidate>(db, BEGINNING).all({ spans: JSON.stringify(terms.spans), ...filter }), () => RANKS.identifierBeginning);
  for (const match of fullTextQueries(terms)) {
    if (found.size >= MOST_CANDIDATES) break;
    const rows = query<Candidate>(db, FULL_TEXT).all({ match, ...filter, rows: narrowed ? MOST_ROWS_BY_TYPE : MOST_ROWS });
    take(rows, (row) => captionRank(row.caption, terms));
  }
  return new Map(found.values());
}

interface Place {
  readonly property: string;
  readonly excerpt: string;
}

/** Where the text stands in what is said of each entity: identifiers in any notation before words. */
function placesInStatements(db: Database, keys: readonly number[], terms: Terms): Map<number, Place> {
  const places = new Map<number, Place>();
  if (keys.length === 0) return places;
  const rows = query<{ entity: number; values: string }>(db, SAID);
  for (const { entity, values } of rows.iterate({ keys: JSON.stringify(keys) })) {
    if (places.has(entity)) continue;
    const place = placeIn(JSON.parse(values) as Values, terms);
    if (place !== null) places.set(entity, place);
  }
  return places;
}

function placeIn(values: Values, terms: Terms): Place | null {
  const written = Object.entries(values).flatMap(([property, list]) => list.flatMap(({ v, raw }) => [{ property, text: v }, ...(raw === undefined ? [] : [{ property, text: raw }])]));
  for (const mark of [markIdentifier, markWord]) {
    for (const { property, text } of written) {
      const excerpt = mark(text, terms);
      if (excerpt !== null) return { property, excerpt };
    }
  }
  return null;
}

function placeInCaption(caption: string, terms: Terms): Place | null {
  const excerpt = markIdentifier(caption, terms) ?? markWord(caption, terms);
  return excerpt === null ? null : { property: '', excerpt };
}

/** A candidate with its rank, and the short key of what it is shown as. */
interface Ranked extends Candidate {
  readonly rank: number;
  readonly top: number;
}

const better = (a: Ranked, b: Ranked): number => a.rank - b.rank || b.links - a.links || order(a.caption, b.caption) || a.n - b.n;

/** The best first; of those that are taken for one the best of them, where what they are together was asked for. */
function inOrder(db: Database, catalogue: Catalogue, identity: Identity, found: ReadonlyMap<Candidate, number>, { types, facets }: Pick<ParsedArgumentsOf<Request>, 'types' | 'facets'>): Ranked[] {
  const ranked = [...found].map(([candidate, rank]) => ({ ...candidate, rank, top: identity.topOf(candidate.n) })).sort(better);
  if (!identity.any) return ranked;
  const merged = mergedViews(db, catalogue, identity, ranked.map((each) => each.top));
  const best = new Map<number, Ranked>();
  for (const each of ranked) {
    const view = merged.get(each.top)?.view;
    if (best.has(each.top) || (view !== undefined && ((types !== undefined && !types.includes(view.type)) || !hasFacets(view, facets)))) continue;
    best.set(each.top, view === undefined ? each : { ...each, links: view.links });
  }
  return [...best.values()].sort(better);
}

/**
 * Search as you type over everything that live statements say of entities: identifiers in any notation first, then names that begin with the text,
 * then names whose words do, then anything else; the best connected first within each. Any text is allowed. Of entities that are taken for one, whichever has it gives the
 * one that is shown, once. `more`: there are hits beyond `limit`, or may be beyond the candidates that were looked at. `pages`: pages of documents that have the words,
 * unless only some types or facets are asked for.
 */
export function search(db: Database, catalogue: Catalogue, identity: Identity, { text, limit, types, facets }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const terms = termsOf(text, catalogue);
  if (terms.words.length === 0) return { hits: [], more: false, pages: [] };
  const found = candidates(db, identity, terms, types, facets);
  const ranked = inOrder(db, catalogue, identity, found, { types, facets });
  const chosen = ranked.slice(0, limit);
  const views = shownEntities(db, catalogue, identity, chosen.map((each) => each.top));
  const inCaption = chosen.map((each) => (each.rank === RANKS.property ? null : placeInCaption(each.caption, terms)));
  const elsewhere = placesInStatements(db, chosen.filter((_, at) => inCaption[at] === null).map((each) => each.n), terms);
  const hits = views.map((entity, at): Hit => {
    const [place, { n, caption }] = [inCaption[at], chosen[at] ?? { n: 0, caption: '' }];
    return { entity, ...(place ?? elsewhere.get(n) ?? placeInCaption(caption, terms) ?? { property: '', excerpt: entity.caption }) };
  });
  return { hits, more: ranked.length > limit || found.size >= MOST_CANDIDATES, pages: types === undefined && !narrows(facets) ? pageSearch(db, catalogue, text, terms, Math.min(limit, MOST_PAGES)) : [] };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
