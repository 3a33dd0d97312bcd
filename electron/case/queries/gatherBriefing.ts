import type { Database } from 'better-sqlite3';
import type { GatheredEntity, GatheredLink, GatheredSource } from '../../../shared/briefing/gathered';
import type { Material } from '../../../shared/briefing/material';
import type { BriefingBlock, BriefingRecord } from '../../../shared/model/briefing';
import type { AnnotationRecord, CaseSettings, ChartGroupRecord } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { Evaluations } from '../db/evaluation';
import { ImagedRows } from '../db/imaged';
import { annotationsAmong, drawnLinks, groupsAmong, hiddenAmong, placesAmong, photosOn, storedCharts, stylesAmong } from './drawnCharts';
import { exhibitsOf, picturesOf, type KeptBytes } from './exhibits';
import { frozenCharts } from './frozenCharts';
import { amongJudgements, judgementsOf, withAliases } from './gatherJudgements';
import { SaidStatements } from './saidStatements';
import { query } from './statements';

/** A live entity or link with its short key. */
type Keyed<T> = T & { readonly n: number };

/** What a briefing is composed with beside its own record. */
export interface Occasion {
  readonly settings: CaseSettings;
  /** Last entry of the journal. */
  readonly head: Material['head'];
  /** When it is composed: ISO, UTC. */
  readonly at: string;
  /** Absent: pictures are named, not shown. */
  readonly kept?: KeptBytes;
}

const ENTITIES = `SELECT n, id, type FROM entity WHERE seq_retracted IS NULL AND (id IN (SELECT value FROM json_each(@ids)) OR n IN (SELECT value FROM json_each(@keys))) ORDER BY n`;

/** Live links of which both ends are among the entities, by way of the index on their start. */
const AMONG = `
  WITH item(n, id) AS MATERIALIZED (SELECT e.n, e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL)
  SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to"
  FROM item a CROSS JOIN link l ON l.from_n = a.n CROSS JOIN item b ON b.n = l.to_n
  WHERE l.seq_retracted IS NULL ORDER BY l.n`;

/** Live links that touch an entity, or are asked for by their short key; both ends live. */
const TOUCHING = `
  WITH whole(n) AS MATERIALIZED (SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(@ids))),
  wanted(n) AS (SELECT l.n FROM whole CROSS JOIN link l ON l.from_n = whole.n UNION SELECT l.n FROM whole CROSS JOIN link l ON l.to_n = whole.n UNION SELECT value FROM json_each(@keys))
  SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to", a.n AS fromKey, b.n AS toKey
  FROM wanted CROSS JOIN link l ON l.n = wanted.n CROSS JOIN entity a ON a.n = l.from_n CROSS JOIN entity b ON b.n = l.to_n
  WHERE l.seq_retracted IS NULL AND a.seq_retracted IS NULL AND b.seq_retracted IS NULL ORDER BY l.n`;

/** Retracted ones too: what was said then may be frozen or cited. */
const SOURCES = 'SELECT id, title, supplier, sha256, received_at AS receivedAt, grading FROM source';

/** Statements that a briefing's sentences and rows rest on. */
export const citesOf = (blocks: readonly BriefingBlock[]): Id[] => blocks.flatMap((block) => (block.kind === 'text' ? block.sentences.flatMap((sentence) => sentence.cites) : block.kind === 'grid' ? block.rows.flatMap((row) => row.cites) : []));

/** What the blocks of a briefing ask for, by id. */
function wantedOf(blocks: readonly BriefingBlock[]) {
  const scopes = blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'timeline' ? [block.scope] : []));
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
  return {
    charts: [...figures.filter((figure) => figure.snapshot === null).map((figure) => figure.chart), ...scopes.flatMap((scope) => (scope.kind === 'chart' ? [scope.chart] : []))],
    snapshots: figures.flatMap((figure) => (figure.snapshot === null ? [] : [figure.snapshot])),
    groups: scopes.flatMap((scope) => (scope.kind === 'entities' ? [scope.ids] : [])),
    profiles: blocks.flatMap((block) => (block.kind === 'profile' ? [block.entity] : [])),
    exhibits: blocks.flatMap((block) => (block.kind === 'exhibit' ? [block] : [])),
  };
}

/**
 * All that a briefing is made from, read by a fixed number of queries however much is in it, but for four per frozen chart. What no longer exists is left out; what
 * may be one with what is asked for comes along, as the briefing takes records for one. Not yet past the gate.
 */
export function gatherBriefing(db: Database, catalogue: Catalogue, briefing: BriefingRecord, { settings, head, at, kept = () => null }: Occasion): Material {
  const evaluations = new Evaluations(catalogue);
  const said = new SaidStatements(db, evaluations);
  const asked = wantedOf(briefing.blocks);
  const judgements = briefing.identity === 'strict' ? [] : judgementsOf(db);
  const withOthers = withAliases(judgements, briefing.identity);
  const wanted = { ...asked, profiles: [...withOthers(asked.profiles)], groups: asked.groups.map(withOthers) };
  const rows = new ImagedRows(db);
  const stored = storedCharts(db, wanted.charts).map((chart) => ({ ...chart, places: placesAmong(chart.items) }));
  const frozen = frozenCharts(db, catalogue, said, wanted.snapshots);
  const cited = said.byId(citesOf(briefing.blocks));
  const citedKeys = (kind: 'entity' | 'link'): number[] => cited.filter(({ statement }) => statement.subjectKind === kind).map(({ key }) => key);
  const touching = query<Keyed<GatheredLink> & { fromKey: number; toKey: number }>(db, TOUCHING).all({ ids: JSON.stringify(wanted.profiles), keys: JSON.stringify(citedKeys('link')) });
  // Tables of a frozen chart's members tell of them as they stand today.
  const members = [...stored, ...frozen.map((each) => each.chart)].flatMap((chart) => chart.places.map((place) => place.entity));
  const ids = withOthers([...members, ...wanted.groups.flatMap((group) => [...group]), ...wanted.profiles]);
  // Also who is linked or cited may be one with others, by whose name it is then known.
  const others = withOthers([...touching.flatMap(({ from, to }) => [from, to]), ...cited.flatMap(({ statement }) => (statement.subjectKind === 'entity' ? [statement.subject] : []))]);
  const entities = query<Keyed<GatheredEntity>>(db, ENTITIES).all({ ids: JSON.stringify([...ids, ...others]), keys: JSON.stringify([...citedKeys('entity'), ...touching.flatMap(({ fromKey, toKey }) => [fromKey, toKey])]) });
  const among = query<Keyed<GatheredLink>>(db, AMONG).all({ ids: JSON.stringify([...ids]) });
  const charts = stored.map(({ id, name, options, places, items }) => ({ id, name, ...(options === undefined ? {} : { options }), ...stylesAmong(items), ...groupsAmong(rows.list('chart_group', { chart: id }) as ChartGroupRecord[]), ...annotationsAmong(rows.list('annotation', { chart: id }) as AnnotationRecord[]), places, links: drawnLinks(withOthers(places.map((place) => place.entity)), items, among, catalogue), hidden: hiddenAmong(items) }));
  const shown = new Set([...charts.flatMap((chart) => chart.links), ...frozen.flatMap((each) => each.chart.links), ...touching.map((link) => link.id)]);
  const links = [...new Map([...among.filter((link) => shown.has(link.id) || wanted.groups.some((group) => group.has(link.from) && group.has(link.to))), ...touching].map(({ n, id, type, from, to }) => [n, { n, id, type, from, to }])).values()].sort((a, b) => a.n - b.n);
  const profiled = new Set(wanted.profiles);
  const beside = touching.flatMap(({ from, to, fromKey, toKey }) => [...(profiled.has(from) ? [toKey] : []), ...(profiled.has(to) ? [fromKey] : [])]);
  const portraits = [...picturesOf(db, [...new Set(beside)]), ...[...charts, ...frozen.map((each) => each.chart)].flatMap(photosOn)];
  const sources = query<GatheredSource & { grading: string | null }>(db, SOURCES).all({}).map((source) => ({ ...source, grading: evaluations.grading(source.grading)?.text ?? '' }));
  return {
    briefing, settings, charts, frozen, cited: cited.map(({ statement }) => statement),
    entities: entities.map(({ id, type }) => ({ id, type })), links: links.map(({ id, type, from, to }) => ({ id, type, from, to })), statements: [...said.about('entity', entities), ...said.about('link', links)], sources,
    exhibits: exhibitsOf(db, [...wanted.exhibits.map((exhibit) => exhibit.source), ...portraits], new Set([...wanted.exhibits.filter((exhibit) => exhibit.show === 'picture').map((exhibit) => exhibit.source), ...portraits]), kept),
    judgements: amongJudgements(judgements, withOthers(entities.map(({ id }) => id))), head, at,
  };
}
