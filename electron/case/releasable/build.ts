import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { CaseSettings } from '../../../shared/model/drawing';
import type { Handling } from '../../../shared/model/evaluation';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Actor } from '../actor';
import { RowWriter } from '../db/bulk';
import { recomputeCanonical } from '../db/canonical';
import { materialise } from '../db/materialise';
import { migrate } from '../db/migrate';
import { appendJournal, EMPTY_STORED_PATCH, type Ranges } from '../journal';
import { MIGRATIONS } from '../migrations';
import { writeSettings } from '../settings';
import { addCharts } from './charts';
import { countOf } from './runs';
import { selectReleasable, type Selection } from './selection';
import { addStatements, Places } from './statements';
import { addOwnTypes } from './types';
import type { Verdicts } from './verdicts';

/** Number of the one entry of the journal that a built case has: all of its rows came in under it. */
const SEQ = 1;

/** All that is not taken from the case, so that the same case and the same options give the same bytes. */
export interface BuildOptions {
  /** Id of the built case, when it was built (ISO, UTC) and by whom: stand in it as they are given here. */
  readonly id: Id;
  readonly at: string;
  readonly actor: Actor;
  /** Command of its one journal entry: "bundle.made". */
  readonly command: string;
  readonly settings: CaseSettings;
  /** Charts of the scope: those with something on them, all, or none. */
  readonly charts: 'filled' | 'all' | 'none';
}

/** Called with what is done of `total` rows; may throw to give up. */
export type BuildStep = (done: number, total: number) => void;

export interface Built {
  readonly counts: { readonly entities: number; readonly links: number; readonly statements: number; readonly sources: number; readonly judgements: number; readonly charts: number };
  /** Ids of the judgements that are in it. */
  readonly judgements: readonly Id[];
  /** Statements within reach that are held back. */
  readonly withheld: number;
  readonly permissions: readonly Id[];
  /** Statements of the case that are in it, by their short key there. */
  readonly said: Ranges;
  /** Codes of all that is in it: what its marking is made from. */
  readonly handlings: readonly Handling[];
}

interface SourceRow { readonly n: number; readonly id: string; readonly kind: 'file' | 'entry' | 'bundle'; readonly title: string; readonly supplier: string; readonly sha256: string | null; readonly bytes: number; readonly mediaType: string; readonly grading: string | null; readonly handling: string; readonly receivedAt: string; readonly reading: string | null }
interface EntityRow { readonly n: number; readonly id: string; readonly type: string }
interface LinkRow { readonly n: number; readonly id: string; readonly type: string; readonly from: number; readonly to: number }
interface JudgementRow { readonly id: string; readonly left: string; readonly right: string; readonly verdict: 'same' | 'different' | 'unsure'; readonly reason: string }

const SOURCES = 'SELECT n, id, kind, title, supplier, sha256, bytes, media_type AS mediaType, grading, handling, received_at AS receivedAt, reading FROM source ORDER BY id';
const ENTITIES = 'SELECT n, id, type FROM entity WHERE seq_retracted IS NULL ORDER BY id';
const LINKS = 'SELECT n, id, type, from_n AS "from", to_n AS "to" FROM link WHERE seq_retracted IS NULL ORDER BY id';
/** Our own: what other services judged is theirs to tell. */
const JUDGEMENTS = 'SELECT id, left_id AS "left", right_id AS "right", verdict, reason FROM judgement WHERE seq_retracted IS NULL AND seq_added NOT IN (SELECT seq FROM bundle_step) ORDER BY id';

const lastOf = (db: Database, table: string): number => db.prepare<[], number>(`SELECT coalesce(max(n), 0) FROM ${table}`).pluck().get() ?? 0;

/** How a source was read stays unless everything may go: it names columns that nothing of may be in what goes. Its evaluation goes where something that goes rests on it. */
function addSources(from: Database, writer: RowWriter, sources: Selection['sources'], all: boolean): Places {
  const places = new Places(lastOf(from, 'source'));
  for (const { n, grading, handling, reading, ...row } of from.prepare<[], SourceRow>(SOURCES).iterate()) {
    const inherited = sources.get(n);
    if (inherited === undefined) continue;
    places.put(n, writer.addSource({
      ...row,
      reading: all && reading !== null ? (JSON.parse(reading) as Record<string, unknown>) : null,
      grading: inherited.grading && grading !== null && grading !== '' ? (JSON.parse(grading) as null) : null,
      handling: inherited.handling && handling !== '' ? (JSON.parse(handling) as Handling[]) : [],
    }));
  }
  return places;
}

/**
 * What people here decided about two entities of which both may be seen, by those who may see what bears no codes of its own; what other services decided is theirs to
 * pass on. Why they did is left out: nothing says who may read it.
 */
function addJudgements(from: Database, into: Database, writer: RowWriter, { all, ofOurs }: Verdicts): readonly Id[] {
  if (!ofOurs) return [];
  const known = into.prepare<[string], number>('SELECT 1 FROM entity WHERE id = ?').pluck();
  const added: Id[] = [];
  for (const judgement of from.prepare<[], JudgementRow>(JUDGEMENTS).iterate()) {
    if (known.get(judgement.left) === undefined || known.get(judgement.right) === undefined) continue;
    writer.addJudgement(all ? judgement : { ...judgement, reason: '' });
    added.push(judgement.id);
  }
  return added;
}

/**
 * Builds a case that holds just what an audience may have of a scope: `into` is an empty database, which gets the newest shape and is filled from an allow-list.
 * Nothing is copied to be taken out again. Rows are numbered anew by their ids and all that is computed is computed from them, so that no gap, count or order
 * tells of what is not there. `from` must stand at one moment (a read transaction). Nothing of it is held but short keys.
 * Throws Failure chartNotFound, and whatever `step` throws; `into` is then empty of rows.
 */
export function buildReleasable(from: Database, catalogue: Catalogue, audience: Audience, scope: ExportScope, into: Database, options: BuildOptions, step: BuildStep = () => undefined): Built {
  const { entities, links, sources, said, withheld, permissions, handlings, verdicts } = selectReleasable(from, catalogue, scope, audience, () => step(0, 0));
  migrate(into, MIGRATIONS);
  const statements = countOf(said);
  // Every row is written, and every subject computed.
  const total = 2 * (entities.length + links.length) + statements;
  let done = 0;
  const next = (): void => step((done += 1), total);
  return into.transaction((): Built => {
    const meta = into.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    meta.run('id', options.id);
    meta.run('createdAt', options.at);
    appendJournal(into, { kind: 'do', command: options.command, label: {}, actor: options.actor, refers: null, patch: EMPTY_STORED_PATCH, at: options.at });
    writeSettings(into, options.settings);
    addOwnTypes(from, into, catalogue, { entities, links, sources, handlings, settings: options.settings });

    const writer = new RowWriter(into, SEQ, catalogue);
    const sourcePlaces = addSources(from, writer, sources, verdicts.all);
    const entityPlaces = new Places(lastOf(from, 'entity'), entities);
    for (const { n, id, type } of from.prepare<[], EntityRow>(ENTITIES).iterate()) {
      if (!entityPlaces.wants(n)) continue;
      entityPlaces.put(n, writer.newEntity(id, type));
      next();
    }
    const linkPlaces = new Places(lastOf(from, 'link'), links);
    for (const { n, id, type, from: start, to: end } of from.prepare<[], LinkRow>(LINKS).iterate()) {
      if (!linkPlaces.wants(n)) continue;
      linkPlaces.put(n, writer.joinEntities(id, type, entityPlaces.of(start), entityPlaces.of(end)));
      next();
    }
    writer.flush();
    addStatements(from, into, catalogue, { said, sources: sourcePlaces, entities: entityPlaces, links: linkPlaces, seq: SEQ }, next);
    const judgements = addJudgements(from, into, writer, verdicts);
    writer.flush();
    const charts = addCharts(from, into, catalogue, scope, options.charts, verdicts);
    recomputeCanonical(into);
    materialise(into, catalogue, { entities: entityPlaces.all(), links: linkPlaces.all() }, next);
    return { counts: { entities: entities.length, links: links.length, statements, sources: sources.size, judgements: judgements.length, charts }, judgements, withheld, permissions, said, handlings };
  }).immediate();
}
