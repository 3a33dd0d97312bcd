import type { Database } from 'better-sqlite3';
import { compose, INTERNAL, type Audience } from '../../../shared/briefing/compose';
import type { BriefingDocument } from '../../../shared/briefing/document';
import type { Gathered, GatheredChart, GatheredEntity, GatheredLink, GatheredSource, GatheredStatement } from '../../../shared/briefing/gathered';
import { withheldTexts } from '../../../shared/briefing/withheldTexts';
import { wordsOf, type Words } from '../../../shared/briefing/words';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { CaseSettings } from '../../../shared/model/drawing';
import type { Values } from '../../../shared/model/records';
import { onBasis } from '../../../shared/analysis/evaluation';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Language } from '../../../shared/values/kind';
import { Evaluations } from '../db/evaluation';
import { chartView } from './chartView';
import { foldId } from './lines';
import { query } from './statements';
import { storedHandling, storedLocator } from './stored';

const texts = import.meta.glob<Record<string, string>>('../../../resources/translations/*/document.json', { eager: true, import: 'default' });

/** What a document says in one language. */
export function documentWords(language: Language): Words {
  return wordsOf(texts[`../../../resources/translations/${language}/document.json`] ?? {}, language);
}

/** A live entity or link with its short key. */
type Keyed<T> = T & { readonly n: number };

interface SaidRow {
  id: string;
  subject: number;
  subjectKind: 'entity' | 'link';
  source: string;
  row: number | null;
  locator: string;
  values: string;
  grading: string | null;
  handling: string;
  basis: 'fact' | 'assessment';
}

const ENTITIES = 'SELECT e.n, e.id, e.type FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL';

/** Live links of which both ends are among the entities, by way of the index on their start. */
const LINKS = `
  WITH item(n, id) AS MATERIALIZED (SELECT e.n, e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value)
  SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to"
  FROM item a CROSS JOIN link l ON l.from_n = a.n CROSS JOIN item b ON b.n = l.to_n
  WHERE l.seq_retracted IS NULL ORDER BY l.n`;

/** Live statements with their evaluation as it stands: their own, or their source's where they have none. */
const STATEMENTS = `
  SELECT s.id, s.subject, s.subject_kind AS subjectKind, source.id AS source, s.row, s.locator, s."values", s.basis,
    coalesce(s.grading, source.grading) AS grading, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling
  FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source
  WHERE s.seq_retracted IS NULL ORDER BY s.n`;

const SOURCES = 'SELECT id, title, supplier, sha256, received_at AS receivedAt, grading FROM source WHERE seq_retracted IS NULL';

/** The charts that still exist, with the places of what is visible on them; links follow once they are known. */
function chartsOf(db: Database, catalogue: Catalogue, ids: readonly string[]): { chart: GatheredChart; hidden: ReadonlySet<string> }[] {
  const known = new Set(query<{ id: string }>(db, 'SELECT id FROM chart').all({}).map((row) => row.id));
  return ids.filter((id) => known.has(id)).map((id) => {
    const { chart, items } = chartView(db, catalogue, { id });
    const hidden = new Set(items.filter((item) => item.hidden).map((item) => item.subject));
    const places = items.filter((item) => item.kind === 'entity' && !item.hidden).map(({ subject, x, y }) => ({ entity: subject, x, y }));
    return { chart: { id, name: chart.name, places, links: [] }, hidden };
  });
}

/** Links that are drawn on a chart: both ends are on it, and neither the link nor its fold is hidden. */
function drawnLinks(chart: GatheredChart, hidden: ReadonlySet<string>, links: readonly GatheredLink[], catalogue: Catalogue): string[] {
  const on = new Set(chart.places.map((place) => place.entity));
  return links.filter(({ id, type, from, to }) => {
    if (!on.has(from) || !on.has(to) || hidden.has(id)) return false;
    const turned = catalogue.linkType(type)?.directed === false && to < from;
    return !hidden.has(turned ? foldId(type, to, from) : foldId(type, from, to));
  }).map((link) => link.id);
}

function statementsOf(db: Database, evaluations: Evaluations, kind: 'entity' | 'link', subjects: readonly Keyed<{ readonly id: string }>[]): GatheredStatement[] {
  const ids = new Map(subjects.map(({ n, id }) => [n, id]));
  return query<SaidRow>(db, STATEMENTS).all({ keys: JSON.stringify(subjects.map(({ n }) => n)), kind }).map((row) => {
    const graded = evaluations.grading(row.grading);
    const locator = storedLocator(row.row, row.locator);
    return {
      id: row.id, subject: ids.get(row.subject) ?? '', subjectKind: kind, source: row.source, row: locator.row ?? null, unit: locator.unit ?? null, page: locator.page ?? null, values: JSON.parse(row.values) as Values,
      grading: graded?.text ?? '', gradingWeight: graded?.weight ?? Number.MAX_SAFE_INTEGER, strength: onBasis(graded?.strength ?? 'unconfirmed', row.basis), handling: storedHandling(row.handling), basis: row.basis,
    };
  });
}

/** All that a briefing is made from, read by a fixed number of queries however much is on its charts. */
function gatherBriefing(db: Database, catalogue: Catalogue, briefing: BriefingRecord, settings: CaseSettings, head: Gathered['head'], at: string): Gathered {
  const evaluations = new Evaluations(catalogue);
  const drawn = chartsOf(db, catalogue, briefing.charts);
  const ids = JSON.stringify([...new Set(drawn.flatMap(({ chart }) => chart.places.map((place) => place.entity)))]);
  const entities = query<Keyed<GatheredEntity>>(db, ENTITIES).all({ ids });
  const among = query<Keyed<GatheredLink>>(db, LINKS).all({ ids });
  const charts = drawn.map(({ chart, hidden }) => ({ ...chart, links: drawnLinks(chart, hidden, among, catalogue) }));
  const shown = new Set(charts.flatMap((chart) => chart.links));
  const links = among.filter((link) => shown.has(link.id));
  const sources = query<GatheredSource & { grading: string | null }>(db, SOURCES).all({}).map((source) => ({ ...source, grading: evaluations.grading(source.grading)?.text ?? '' }));
  return { briefing, settings, charts, entities, links, statements: [...statementsOf(db, evaluations, 'entity', entities), ...statementsOf(db, evaluations, 'link', links)], sources, head, at };
}

/**
 * Composes a briefing from the open case; nothing is written. Charts that no longer exist are left out. `at` is when it is composed (ISO, UTC),
 * `words` speaks the briefing's language.
 */
export function composeBriefing(
  db: Database, catalogue: Catalogue, briefing: BriefingRecord, settings: CaseSettings, head: Gathered['head'],
  words: Words = documentWords(briefing.language), at: string = new Date().toISOString(), audience: Audience = INTERNAL,
): BriefingDocument {
  return compose(gatherBriefing(db, catalogue, briefing, settings, head, at), catalogue, words, audience);
}

/** Every text that must not be found in the written briefing: values, ids and file names that were held back and that nothing allowed says as well. */
export function withheldFromBriefing(db: Database, catalogue: Catalogue, briefing: BriefingRecord, settings: CaseSettings, head: Gathered['head'], audience: Audience = INTERNAL): readonly string[] {
  // Inside the service nothing is held back, so nothing need be read.
  if (audience.rights === null && audience.purpose === 'internal') return [];
  return withheldTexts(gatherBriefing(db, catalogue, briefing, settings, head, ''), catalogue, documentWords(briefing.language), audience);
}
