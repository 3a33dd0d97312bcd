import type { Database } from 'better-sqlite3';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import { APART, type Joined } from '../../../shared/briefing/joined';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { Handling } from '../../../shared/model/evaluation';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id, SubjectKind } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { STRICT } from '../db/identity';
import type { Ranges } from '../journal';
import { chartView } from '../queries/chartView';
import { foldId } from '../queries/foldRow';
import { HANDLING_AS_IT_STANDS } from './asItStands';
import { Runs } from './runs';
import { standing, Together } from './together';
import { Verdicts, type JudgedRow } from './verdicts';

export { HANDLING_AS_IT_STANDS, STANDS_IN_SOURCE } from './asItStands';

/** Subjects whose statements are looked at at a time. */
const SLICE = 1000;

interface LightRow extends JudgedRow { readonly n: number; readonly subject: number; readonly ownGrading: 0 | 1; readonly ownHandling: 0 | 1 }
interface LinkKey { readonly n: number; readonly id: string; readonly type: string; readonly from: string; readonly to: string }

const LIGHT = `SELECT s.n, s.subject, source.n AS source, source.id AS sourceId, source.supplier, s.grading IS NOT NULL AS ownGrading, s.handling <> '' AS ownHandling, ${HANDLING_AS_IT_STANDS}
  FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL`;

export function* slices<T>(keys: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < keys.length; at += SLICE) yield keys.slice(at, at + SLICE);
}

/** What of a case leaves for an audience, by short keys only, so that a case of a million links need not be held. */
export interface Selection {
  /** In the order in which they were made; of each, at least one statement may go. Both ends of every link are among the entities. */
  readonly entities: readonly number[];
  readonly links: readonly number[];
  /** Codes of all that goes, each list once: what a marking is made from. */
  readonly handlings: readonly Handling[];
  /** Statements that were within reach and are held back. */
  readonly withheld: number;
  readonly permissions: readonly Id[];
  /** Statements that go, by their short key. */
  readonly said: Ranges;
  /** Sources of these, by their short key, and whether something that goes is graded and handled as its source is: what else a source carries is not let out. */
  readonly sources: ReadonlyMap<number, { readonly grading: boolean; readonly handling: boolean }>;
  readonly verdicts: Verdicts;
  /** Which of the entities that go were judged to be the same. */
  readonly joined: Joined;
}

/** Whether the link, or the line that it is folded into, is among the hidden: by itself, or with all that is shown as one with its ends. */
function isHidden({ id, type, from, to }: LinkKey, hidden: ReadonlySet<string>, catalogue: Catalogue, { topOf }: Joined): boolean {
  const undirected = catalogue.linkType(type)?.directed === false;
  const fold = (one: Id, other: Id): string => (undirected && other < one ? foldId(type, other, one) : foldId(type, one, other));
  return hidden.has(id) || hidden.has(fold(from, to)) || hidden.has(fold(topOf(from), topOf(to)));
}

/** Links between those entities that are not hidden. */
function linksAmong(db: Database, catalogue: Catalogue, entities: readonly number[], { hidden, joined }: Pick<Wanted, 'hidden' | 'joined'>): readonly number[] {
  const among = new Set(entities);
  const from = db.prepare<[string], { readonly n: number; readonly to: number }>('SELECT l.n, l.to_n AS "to" FROM json_each(?) wanted CROSS JOIN link l ON l.from_n = wanted.value WHERE l.seq_retracted IS NULL');
  const found: number[] = [];
  for (const slice of slices(entities)) for (const { n, to } of from.iterate(JSON.stringify(slice))) if (among.has(to)) found.push(n);
  found.sort((one, other) => one - other);
  if (hidden.size === 0) return found;
  const keys = db.prepare<[string], LinkKey>('SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to" FROM json_each(?) wanted CROSS JOIN link l ON l.n = wanted.value JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n ORDER BY l.n');
  return [...slices(found)].flatMap((slice) => keys.all(JSON.stringify(slice)).filter((link) => !isHidden(link, hidden, catalogue, joined)).map(({ n }) => n));
}

/** Which records a scope takes for one. */
const identityFor = (scope: ExportScope): IdentityMode => (scope.kind === 'chart' ? (scope.identity ?? 'judged') : 'judged');

/** Entities that a scope names, in the order of their making, what its chart hides, and which records of it stand together there. */
interface Wanted {
  readonly entities: readonly number[];
  readonly hidden: ReadonlySet<string>;
  readonly joined: Joined;
}

/**
 * What a scope names. An item of a chart stands for all records that were judged to be the same, as far as `verdicts` let anything of them be known, whether or not
 * each has a place there. Throws Failure chartNotFound.
 */
function wantedOf(db: Database, catalogue: Catalogue, scope: ExportScope, verdicts: Verdicts): Wanted {
  if (scope.kind === 'case') return { entities: db.prepare<[], number>('SELECT n FROM entity WHERE seq_retracted IS NULL ORDER BY n').pluck().all(), hidden: new Set(), joined: APART };
  const items = scope.kind === 'chart' ? chartView(db, catalogue, STRICT, { id: scope.chart }).items : [];
  const placed = items.filter((item) => item.kind === 'entity');
  const joined = scope.kind === 'chart' ? new Together(db, verdicts, identityFor(scope)).among(placed.map((item) => item.subject)) : APART;
  const ids = scope.kind === 'chart' ? standing(placed, joined) : scope.ids;
  const entities = db.prepare<[string], number>('SELECT DISTINCT e.n FROM json_each(?) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL ORDER BY e.n').pluck().all(JSON.stringify(ids));
  return { entities, hidden: new Set(items.filter((item) => item.hidden).map((item) => item.subject)), joined };
}

/** Short keys of all that a scope is about, before the gate: entities, and links between them that its chart does not hide. Throws Failure chartNotFound. */
export function withinReach(db: Database, catalogue: Catalogue, scope: ExportScope): { readonly entities: readonly number[]; readonly links: readonly number[] } {
  const wanted = wantedOf(db, catalogue, scope, new Verdicts(catalogue, INTERNAL));
  return { entities: wanted.entities, links: linksAmong(db, catalogue, wanted.entities, wanted) };
}

/** Which of these entities, all of which leave, were judged to be the same. */
function joinedAmong(db: Database, verdicts: Verdicts, mode: IdentityMode, entities: readonly number[]): Joined {
  const judged = db.prepare<[], { readonly n: number; readonly id: Id }>('SELECT n, id FROM entity WHERE id IN (SELECT left_id FROM judgement UNION SELECT right_id FROM judgement)').all();
  if (judged.length === 0) return APART;
  const leaving = new Set(entities);
  return new Together(db, verdicts, mode).ofLeaving(new Set(judged.filter(({ n }) => leaving.has(n)).map(({ id }) => id)));
}

/**
 * Finds out what of a scope may leave for an audience: the one allow-list that data in other tools' formats, bundles and "see as recipient" are built from.
 * `step` is called for each slice and may throw to stop. Throws Failure chartNotFound.
 */
export function selectReleasable(db: Database, catalogue: Catalogue, scope: ExportScope, audience: Audience, step: () => void = () => undefined): Selection {
  const verdicts = new Verdicts(catalogue, audience);
  const light = db.prepare<{ keys: string; kind: SubjectKind }, LightRow>(LIGHT);
  const said = new Runs();
  const texts = new Map<string, readonly Handling[]>();
  const permissions = new Set<Id>();
  const sources = new Map<number, { grading: boolean; handling: boolean }>();
  let withheld = 0;
  const leaving = (kind: SubjectKind, keys: readonly number[]): number[] => [...slices(keys)].flatMap((slice) => {
    const may = new Set<number>();
    for (const row of light.iterate({ keys: JSON.stringify(slice), kind })) {
      const verdict = verdicts.of(row);
      if (verdict.withheld !== null) {
        withheld += 1;
        continue;
      }
      may.add(row.subject);
      said.add(row.n);
      let source = sources.get(row.source);
      if (source === undefined) sources.set(row.source, (source = { grading: false, handling: false }));
      source.grading ||= row.ownGrading === 0;
      source.handling ||= row.ownHandling === 0;
      texts.set(row.handling, verdict.handling);
      for (const id of verdict.permissions) permissions.add(id);
    }
    step();
    return verdicts.all ? slice : slice.filter((n) => may.has(n));
  });
  const wanted = wantedOf(db, catalogue, scope, verdicts);
  const entities = leaving('entity', wanted.entities);
  const links = leaving('link', linksAmong(db, catalogue, entities, wanted));
  return { entities, links, handlings: [...texts.values()].flat(), withheld, permissions: [...permissions].sort(), said: said.ranges(), sources, verdicts, joined: joinedAmong(db, verdicts, identityFor(scope), entities) };
}
