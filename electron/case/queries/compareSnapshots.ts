import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { snapshotRequests } from '../../../shared/contract/snapshots';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { FrozenDrawing } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { foldId } from './foldRow';
import { frozenMoment, presentMoment, type ChartMoment } from './chartMoments';
import { query } from './statements';

export type Compared = ResultOf<(typeof snapshotRequests)['case.compareSnapshots']>;

/** Closer than this is the same place: chart units. */
const STILL = 0.5;
/** Values of a property, and lines, that are told one by one; of more the first. */
const MOST_VALUES = 12;
const MOST_LINES = 500;
/** Signs of a note by which it is told. */
const EXCERPT = 80;

const HELD = (at: string): string => `s.seq_added <= ${at} AND (s.seq_retracted IS NULL OR s.seq_retracted > ${at})`;

const SAID = `SELECT e.id, s."values", (${HELD('@low')}) AS before, (${HELD('@high')}) AS after
  FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n
  WHERE s.seq_added <= @high AND (s.seq_retracted IS NULL OR s.seq_retracted > @low)`;

const TOUCHED = `SELECT e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value
  WHERE EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = 'entity' AND s.subject = e.n AND ((s.seq_added > @low AND s.seq_added <= @high) OR (s.seq_retracted > @low AND s.seq_retracted <= @high)))`;

const DRAWN = (at: string, hidden: string): string => `sum(l.seq_added <= ${at} AND (l.seq_retracted IS NULL OR l.seq_retracted > ${at}) AND l.id NOT IN (SELECT value FROM json_each(${hidden})))`;
const LINES = `
  WITH item(n, id) AS MATERIALIZED (SELECT e.n, e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value)
  SELECT l.type, a.id AS "from", b.id AS "to", ${DRAWN('@low', '@hiddenBefore')} AS before, ${DRAWN('@high', '@hiddenAfter')} AS after
  FROM item a CROSS JOIN link l ON l.from_n = a.n CROSS JOIN item b ON b.n = l.to_n GROUP BY l.type, a.n, b.n`;

interface Span {
  readonly low: number;
  readonly high: number;
}

type Sets = Map<string, { readonly before: Set<string>; readonly after: Set<string> }>;

/** What else is said of entities between two moments. Only those of which something is. */
function changes(db: Database, ids: readonly Id[], span: Span): Map<Id, Pick<Compared['changed'][number], 'values' | 'saidMore' | 'saidLess'>> {
  const touched = query<{ id: Id }>(db, TOUCHED).all({ ids: JSON.stringify(ids), ...span }).map((row) => row.id);
  const found = new Map<Id, { values: Sets; more: number; less: number }>(touched.map((id) => [id, { values: new Map(), more: 0, less: 0 }]));
  for (const { id, values, before, after } of query<{ id: Id; values: string; before: number; after: number }>(db, SAID).all({ ids: JSON.stringify(touched), ...span })) {
    const entry = found.get(id);
    if (entry === undefined || before + after === 0) continue;
    if (before === 0) entry.more += 1;
    if (after === 0) entry.less += 1;
    for (const [property, list] of Object.entries(JSON.parse(values) as Record<string, { v: string }[]>)) {
      const sets = entry.values.get(property) ?? { before: new Set(), after: new Set() };
      entry.values.set(property, sets);
      for (const { v } of list) {
        if (before !== 0) sets.before.add(v);
        if (after !== 0) sets.after.add(v);
      }
    }
  }
  const beyond = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...some].filter((v) => !others.has(v)).slice(0, MOST_VALUES);
  return new Map([...found].map(([id, { values, more, less }]) => [id, {
    values: [...values].map(([property, { before, after }]) => ({ property, from: beyond(before, after), to: beyond(after, before) })).filter(({ from, to }) => from.length + to.length > 0),
    saidMore: more, saidLess: less,
  }]));
}

/** Lines between what stands on the chart that are not what they were. */
function lineChanges(db: Database, catalogue: Catalogue, then: ChartMoment, later: ChartMoment, span: Span, caption: (id: Id) => string): Compared['lines'] {
  const among = ({ places, hidden }: ChartMoment, fold: string, from: Id, to: Id, count: number): number => (places.has(from) && places.has(to) && !hidden.has(fold) ? count : 0);
  const folds = new Map<string, { type: string; from: Id; to: Id; before: number; after: number }>();
  const rows = query<{ type: string; from: Id; to: Id; before: number; after: number }>(db, LINES).all({
    ids: JSON.stringify([...new Set([...then.places.keys(), ...later.places.keys()])]), ...span, hiddenBefore: JSON.stringify([...then.hidden]), hiddenAfter: JSON.stringify([...later.hidden]),
  });
  for (const { type, from: a, to: b, before, after } of rows) {
    const [from, to] = catalogue.linkType(type)?.directed === false && b < a ? [b, a] : [a, b];
    const fold = foldId(type, from, to);
    const known = folds.get(fold) ?? { type, from, to, before: 0, after: 0 };
    folds.set(fold, { ...known, before: known.before + among(then, fold, from, to, before), after: known.after + among(later, fold, from, to, after) });
  }
  return [...folds.values()].filter(({ before, after }) => before !== after).map((each) => ({ ...each, fromCaption: caption(each.from), toCaption: caption(each.to) }))
    .toSorted((a, b) => Math.sign(a.before) - Math.sign(b.before) || a.fromCaption.localeCompare(b.fromCaption));
}

/** What came, went and is not the same of things drawn by hand, told by `name`. */
function drawnChanges<T extends { readonly id: string }>(before: readonly T[], after: readonly T[], name: (thing: T) => string): Compared['groups'] {
  const [was, is] = [new Map(before.map((each) => [each.id, each])), new Map(after.map((each) => [each.id, each]))];
  return {
    added: after.filter((each) => !was.has(each.id)).map(name),
    gone: before.filter((each) => !is.has(each.id)).map(name),
    changed: after.filter((each) => was.has(each.id) && canonicalJson(was.get(each.id)) !== canonicalJson(each)).map(name),
  };
}

function optionChanges(before: FrozenDrawing['options'] = {}, after: FrozenDrawing['options'] = {}): string[] {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => canonicalJson(was[name] ?? null) !== canonicalJson(is[name] ?? null)).toSorted();
}

/** What became of a chart between two moments of it. Things that were erased from the case are named nowhere. Throws Failure("chartNotFound"). */
export function compareSnapshots(db: Database, catalogue: Catalogue, { from, to }: ParsedArgumentsOf<(typeof snapshotRequests)['case.compareSnapshots']>): Compared {
  const then = frozenMoment(db, from);
  const later = to === null ? presentMoment(db, then.chart) : frozenMoment(db, to);
  const known = new Map(query<{ id: Id; type: string; caption: string }>(db, 'SELECT e.id, e.type, e.caption FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value')
    .all({ ids: JSON.stringify([...new Set([...then.places.keys(), ...later.places.keys()])]) }).map((row) => [row.id, row]));
  const named = (ids: Iterable<string>): Compared['added'] => [...ids].flatMap((id) => known.get(id) ?? []).toSorted((a, b) => a.caption.localeCompare(b.caption));
  const placed = (ids: Iterable<string>): Compared['gone'] => named(ids).map((each) => ({ ...each, x: then.places.get(each.id)?.x ?? 0, y: then.places.get(each.id)?.y ?? 0 }));
  const stayed = [...then.places.keys()].filter((id) => later.places.has(id));
  const moved = stayed.filter((id) => {
    const [a, b] = [then.places.get(id), later.places.get(id)];
    return a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) > STILL;
  });
  const span = { low: Math.min(then.seq, later.seq), high: Math.max(then.seq, later.seq) };
  const changed = changes(db, stayed, span);
  const touched = new Set([...moved, ...changed.keys()]);
  const lines = lineChanges(db, catalogue, then, later, span, (id) => known.get(id)?.caption ?? '');
  return {
    same: stayed.filter((id) => !touched.has(id)).length,
    added: named([...later.places.keys()].filter((id) => !then.places.has(id))),
    gone: placed([...then.places.keys()].filter((id) => !later.places.has(id))),
    moved: placed(moved),
    changed: named(changed.keys()).map((each) => ({ ...each, ...(changed.get(each.id) ?? { values: [], saidMore: 0, saidLess: 0 }) })),
    lines: lines.slice(0, MOST_LINES),
    lineCount: lines.length,
    groups: drawnChanges(then.drawing.groups, later.drawing.groups, ({ name }) => name),
    notes: drawnChanges(then.drawing.annotations, later.drawing.annotations, ({ text }) => text.slice(0, EXCERPT)),
    options: optionChanges(then.drawing.options, later.drawing.options),
  };
}
