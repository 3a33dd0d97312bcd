import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import type { ParsedArgumentsOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { PastChart, timeRequests } from '../../../shared/contract/time';
import type { ChartItemRecord, FrozenDrawing } from '../../../shared/model/drawing';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import { openInMemory } from '../db/database';
import { identityOf } from '../db/identity';
import { chartView } from '../queries/chartView';
import { query } from '../queries/statements';
import { buildReleasable } from '../releasable/build';
import { readSettings } from '../settings';
import type { Actor } from '../actor';
import { rebuilt, type PastWanted, type Rebuilt } from './rebuilt';

type Asked = ParsedArgumentsOf<(typeof timeRequests)['case.pastChart']>;

/** Who looks back: with which identity, and, where somebody else's eyes are borrowed, for whom. */
export interface PastReader {
  readonly mode: IdentityMode;
  readonly other: { readonly audience: Audience; readonly actor: Actor } | null;
}

interface SnapshotRow { readonly chart: Id; readonly seq: number; readonly items: string; readonly drawing: string | null }

/** The last entry that was made by a moment: entries are in the order in which they were made, whatever a clock was set to. */
const LAST_BY = 'SELECT coalesce(max(seq), 0) AS seq FROM journal WHERE @at IS NULL OR at <= @at';
const AT = 'SELECT at FROM journal WHERE seq = @seq';

function wantedOf(db: Database, asked: Asked): Omit<PastWanted, 'mode' | 'standing'> {
  if ('chart' in asked) {
    const at = asked.at === undefined ? null : new Date(asked.at);
    if (at !== null && Number.isNaN(at.getTime())) throw new Failure('invalidArguments', { name: 'case.pastChart', where: 'at' });
    return { chart: asked.chart, seq: query<{ seq: number }>(db, LAST_BY).get({ at: at?.toISOString() ?? null })?.seq ?? 0 };
  }
  const row = query<SnapshotRow>(db, 'SELECT chart, seq, items, drawing FROM snapshot WHERE id = @id').get({ id: asked.snapshot });
  if (row === undefined) throw new Failure('chartNotFound');
  const { chart, seq, items, drawing } = row;
  return { chart, seq, frozen: { items: JSON.parse(items) as ChartItemRecord[], ...(drawing === null ? {} : { drawing: JSON.parse(drawing) as FrozenDrawing }) } };
}

/** What of a rebuilt chart an audience may have: through the release gate, in a case of its own. */
function asOther(db: Database, then: Rebuilt, chart: Id, mode: IdentityMode, { audience, actor }: NonNullable<PastReader['other']>): Rebuilt {
  const into = openInMemory(null);
  try {
    buildReleasable(then.db, then.catalogue, audience, { kind: 'chart', chart, identity: mode }, into, { id: chart, at: '', actor: { ...actor, workstation: '' }, command: 'case.viewed', settings: readSettings(db), charts: 'all' });
    return { db: into, catalogue: then.catalogue };
  } catch (error) {
    into.close();
    throw error;
  }
}

/**
 * A chart as it stood at a moment, or as a snapshot froze it: places, captions, gradings, handling, counts and who was taken for one are those of then. Somebody else gets only what still
 * stands, evaluated as it is today, and of that what they may have. Throws Failure chartNotFound, invalidArguments.
 */
export function pastChart(db: Database, asked: Asked, { mode, other }: PastReader): PastChart {
  const wanted = wantedOf(db, asked);
  let then = rebuilt(db, { ...wanted, mode, standing: other !== null });
  try {
    if (other !== null) {
      const seen = asOther(db, then, wanted.chart, mode, other);
      then.db.close();
      then = seen;
    }
    const view = chartView(then.db, then.catalogue, identityOf(then.db, mode), { id: wanted.chart });
    return { ...view, seq: wanted.seq, at: query<{ at: string }>(db, AT).get({ seq: wanted.seq })?.at ?? '' };
  } finally {
    then.db.close();
  }
}

/**
 * When a chart was made, and when the case changed last. Throws Failure chartNotFound.
 */
export function chartHistory(db: Database, chart: Id): { first: string; last: string } {
  if (query(db, 'SELECT 1 FROM chart WHERE id = @chart').get({ chart }) === undefined) throw new Failure('chartNotFound');
  const made = query<{ at: string }>(db, "SELECT journal.at FROM patch JOIN journal USING (seq) WHERE instr(coalesce(patch.content, patch.remainder), @chart) > 0 ORDER BY seq LIMIT 1").get({ chart })?.at;
  const ends = query<{ first: string | null; last: string | null }>(db, "SELECT min(at) AS first, max(at) AS last FROM journal WHERE kind <> 'note'").get({});
  return { first: made ?? ends?.first ?? '', last: ends?.last ?? '' };
}
