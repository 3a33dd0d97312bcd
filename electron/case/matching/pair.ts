import type { Database } from 'better-sqlite3';
import { contradictionOf } from '../../../shared/analysis/identity';
import type { Contradiction, judgingRequests } from '../../../shared/contract/judging';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Id } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { identityOf } from '../db/identity';
import { judgedPairs } from '../db/judged';
import { ENTITY_COLUMNS, entityView, type EntityRow } from '../queries/entityRows';
import { query } from '../queries/statements';
import { judgementViews } from './judgements';
import { pairView } from './queue';

type Request = (typeof judgingRequests)['case.pair'];
type Result = ResultOf<Request>;
type Said = Result['properties'][number]['left'];

/** Statements of one entity that are set beside those of the other. */
const STATEMENTS = 2000;
/** Neighbours that are looked at, and that are shown. */
const NEIGHBOURS = 20_000;
const SHARED = 200;

const SAID = `SELECT s."values", source.title FROM statement s JOIN source ON source.n = s.source WHERE s.subject_kind = 'entity' AND s.subject = @n AND s.seq_retracted IS NULL ORDER BY s.n LIMIT ${STATEMENTS}`;
const LINKED = `SELECT to_n AS other, type FROM link WHERE from_n = @n AND seq_retracted IS NULL UNION SELECT from_n, type FROM link WHERE to_n = @n AND seq_retracted IS NULL LIMIT ${NEIGHBOURS}`;

/** What each source says of one entity, by property: each value once, with all that say it. */
function saidOf(db: Database, n: number): Map<string, Map<string, Said[number]>> {
  const properties = new Map<string, Map<string, Said[number]>>();
  for (const { values, title } of query<{ values: string; title: string }>(db, SAID).all({ n })) {
    for (const [property, list] of Object.entries(JSON.parse(values) as Values)) {
      let known = properties.get(property);
      if (known === undefined) properties.set(property, (known = new Map()));
      for (const { v, raw } of list) {
        const mark = raw === undefined ? v : `${v}\u0000${raw}`;
        const held = known.get(mark);
        if (held === undefined) known.set(mark, { value: raw === undefined ? { v } : { v, raw }, sources: [title] });
        else if (!held.sources.includes(title)) held.sources.push(title);
      }
    }
  }
  return properties;
}

/** By property, the featured first and then as their types have them. */
function propertiesOf(db: Database, catalogue: Catalogue, [left, right]: readonly [EntityKey, EntityKey]): Result['properties'] {
  const [a, b] = [saidOf(db, left.n), saidOf(db, right.n)];
  const order = new Map<string, number>();
  for (const { type } of [left, right]) {
    const properties = catalogue.entityType(type)?.properties ?? [];
    properties.forEach(({ id, featured }, at) => {
      if (!order.has(id)) order.set(id, (featured === true ? 0 : properties.length) + at);
    });
  }
  const place = (property: string): number => order.get(property) ?? Infinity;
  return [...new Set([...a.keys(), ...b.keys()])].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1)).map((property) => {
    const [ours, theirs] = [[...(a.get(property)?.values() ?? [])], [...(b.get(property)?.values() ?? [])]];
    const values = new Set(ours.map(({ value }) => value.v));
    const finding = ours.length === 0 || theirs.length === 0 ? null : theirs.some(({ value }) => values.has(value.v)) ? 'same' as const : 'differs' as const;
    return { property, left: ours, right: theirs, finding };
  });
}

interface EntityKey { readonly n: number; readonly type: string }

/** Neighbours with the types of their links; what is judged one counts as one. */
function linkedWith(db: Database, n: number, topOf: (n: number) => number): Map<number, string[]> {
  const linked = new Map<number, string[]>();
  for (const { other, type } of query<{ other: number; type: string }>(db, LINKED).all({ n })) {
    const top = topOf(other);
    const types = linked.get(top);
    if (types === undefined) linked.set(top, [type]);
    else if (!types.includes(type)) types.push(type);
  }
  return linked;
}

function neighboursOf(db: Database, left: EntityKey, right: EntityKey): Pick<Result, 'shared' | 'sharedTotal' | 'only'> {
  const { topOf } = identityOf(db, 'judged');
  const [a, b] = [linkedWith(db, left.n, topOf), linkedWith(db, right.n, topOf)];
  const own = new Set([topOf(left.n), topOf(right.n)]);
  for (const n of own) for (const each of [a, b]) each.delete(n);
  const both = [...a.keys()].filter((n) => b.has(n));
  const rows = query<EntityRow & { n: number }>(db, `SELECT e.n, ${ENTITY_COLUMNS} FROM json_each(@keys) AS wanted CROSS JOIN entity e ON e.n = wanted.value WHERE e.seq_retracted IS NULL ORDER BY e.links, e.n LIMIT ${SHARED}`).all({ keys: JSON.stringify(both) });
  return {
    shared: rows.map((row) => ({ entity: entityView(row), left: a.get(row.n) ?? [], right: b.get(row.n) ?? [] })),
    sharedTotal: both.length,
    only: { left: a.size - both.length, right: b.size - both.length },
  };
}

/** What of our own judgements would stand against a verdict on the pair. */
function against(db: Database, left: Id, right: Id, verdict: 'same' | 'different'): Contradiction | null {
  const found = contradictionOf(judgedPairs(db), { left, right }, verdict);
  if (found === null) return null;
  const ids = [...(found.apart === null ? [] : [found.apart.id]), ...found.chain.map(({ id }) => id)];
  const views = new Map(judgementViews(db, ids).map((view) => [view.id, view]));
  return { apart: found.apart === null ? null : views.get(found.apart.id) ?? null, chain: found.chain.flatMap(({ id }) => views.get(id) ?? []) };
}

/** Two live entities side by side, each by itself: what sources say of them, whom both know, and what was judged. Throws Failure subjectNotFound. */
export function pairOf(db: Database, catalogue: Catalogue, args: ParsedArgumentsOf<Request>): Result {
  const find = query<EntityRow & { n: number }>(db, `SELECT e.n, ${ENTITY_COLUMNS} FROM entity e WHERE e.id = @id AND e.seq_retracted IS NULL`);
  const [left, right] = [find.get({ id: args.left }), find.get({ id: args.right })];
  if (left === undefined || right === undefined) throw new Failure('subjectNotFound');
  return {
    pair: pairView(db, catalogue, entityView(left), entityView(right)),
    properties: propertiesOf(db, catalogue, [left, right]),
    ...neighboursOf(db, left, right),
    against: { same: against(db, args.left, args.right, 'same'), different: against(db, args.left, args.right, 'different') },
  };
}
