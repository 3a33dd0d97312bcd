import type { Database } from 'better-sqlite3';
import type { NetworkOptions, NetworkScope } from '../../../shared/contract/network';
import { Failure } from '../../../shared/contract/failure';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { stretchOf } from '../../../shared/briefing/timeScale';
import { gradingsAtLeast } from '../../../shared/analysis/formatting';
import { query } from '../queries/statements';
import { strengthRank, type WholeNetwork } from './wholeNetwork';

/** The part of a network that a question is about: nodes and links of the whole by their places in it. */
export interface Chosen {
  readonly whole: WholeNetwork;
  /** Places of its nodes in the whole, ascending; a node here is a place in this list. */
  readonly nodes: Uint32Array;
  /** Ends by node here, one entry an arc: a link that leads both ways stands twice. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Place of the link in the whole, by arc. */
  readonly link: Uint32Array;
  /** Links that count, each once. */
  readonly links: number;
  /** Node here of a node of the whole; -1 where it is not in. */
  readonly placeOf: Int32Array;
  /** True when some links lead one way only. */
  readonly directed: boolean;
}

/** Networks of the whole case that are kept ready for the next question: some 60 MB each for 1,000,000 links. */
const MOST_KEPT = 2;

const ON_CHART = "SELECT e.n FROM chart_item item CROSS JOIN entity e ON e.id = item.subject WHERE item.chart = @id AND item.kind = 'entity' AND item.hidden = 0 AND e.seq_retracted IS NULL";
const HIDDEN = "SELECT item.subject FROM chart_item item WHERE item.chart = @id AND item.hidden = 1 AND item.kind = 'link'";

/** Nodes of the whole that a scope names; null: all. Throws Failure chartNotFound. */
function nodesOf(db: Database, whole: WholeNetwork, scope: NetworkScope): { readonly nodes: ReadonlySet<number> | null; readonly hidden: ReadonlySet<string> } {
  if (scope.kind === 'case') return { nodes: null, hidden: new Set() };
  if (scope.kind === 'entities') return { nodes: new Set(whole.nodesOf(scope.ids)), hidden: new Set() };
  if (query<{ id: string }>(db, 'SELECT id FROM chart WHERE id = @id').get({ id: scope.chart }) === undefined) throw new Failure('chartNotFound');
  const nodes = query<{ n: number }>(db, ON_CHART).all({ id: scope.chart }).map(({ n }) => whole.nodeOf(n)).filter((node) => node >= 0);
  return { nodes: new Set(nodes), hidden: new Set(query<{ subject: string }>(db, HIDDEN).all({ id: scope.chart }).map(({ subject }) => subject)) };
}

/** Places of links that a chart hides, by their own id or that of the line that they are folded into. */
function hiddenLinks(db: Database, whole: WholeNetwork, hidden: ReadonlySet<string>): ReadonlySet<number> {
  if (hidden.size === 0) return new Set();
  const single = query<{ n: number }>(db, 'SELECT l.n FROM json_each(@ids) wanted CROSS JOIN link l ON l.id = wanted.value').all({ ids: JSON.stringify([...hidden].filter((id) => !id.includes('|'))) }).map(({ n }) => n);
  const folds = new Set([...hidden].filter((id) => id.includes('|')).flatMap((fold) => {
    const [type = '', a = '', b = ''] = fold.split('|');
    const [from, to] = [whole.nodesOf([a])[0], whole.nodesOf([b])[0]];
    const place = whole.linkTypes.indexOf(type);
    return from === undefined || to === undefined || place < 0 ? [] : [`${place} ${from} ${to}`, `${place} ${to} ${from}`];
  }));
  const keys = new Set(single);
  const found = new Set<number>();
  whole.linkKeys.forEach((key, at) => {
    if (keys.has(key) || (folds.size > 0 && folds.has(`${whole.linkTypeOf[at]} ${whole.from[at]} ${whole.to[at]}`))) found.add(at);
  });
  return found;
}

/** A test of links by their place: types, strength, grading, time. */
function wanted(whole: WholeNetwork, catalogue: Catalogue, options: NetworkOptions): (at: number) => boolean {
  const allowed = Uint8Array.from(whole.linkTypes, (type) => ((options.linkTypes === undefined || options.linkTypes.includes(type)) && options.withoutTypes?.includes(type) !== true ? 1 : 0));
  const least = options.strength === undefined ? 0 : strengthRank(options.strength);
  const good = options.grading === undefined ? null : gradingsAtLeast(catalogue.scheme(options.grading.scheme), options.grading.least);
  const gradings = good === null ? null : whole.gradings;
  const graded = gradings && Uint8Array.from(gradings.texts, (text) => (good?.has(text) === true ? 1 : 0));
  const from = options.from === undefined ? -Infinity : (stretchOf(options.from)?.from ?? -Infinity);
  const until = options.until === undefined ? Infinity : (stretchOf(options.until)?.until ?? Infinity);
  const timed = from > -Infinity || until < Infinity;
  const times = timed ? whole.times : null;
  return (at) => {
    if (allowed[whole.linkTypeOf[at]!] === 0 || whole.strength[at]! < least || (gradings !== null && graded?.[gradings.of[at]!] !== 1)) return false;
    if (times === null) return true;
    const start = times.start[at]!;
    const end = times.end[at]!;
    return start <= until && (Number.isNaN(end) ? start : end) >= from;
  };
}

/**
 * The nodes and links that a question is about. `keep`: nodes of the whole that stay in even where the options bar entities (the ends of a path). Throws Failure
 * chartNotFound.
 */
export function choose(db: Database, catalogue: Catalogue, whole: WholeNetwork, scope: NetworkScope, options: NetworkOptions, keep: readonly number[] = [], without: ReadonlySet<number> = new Set()): Chosen {
  // Of the whole case the same is asked again and again; what is left out for one question, or drawn on one chart, is not.
  const { weight: _weight, ...counting } = options;
  const lasting = scope.kind === 'case' && without.size === 0 && (options.withoutEntities ?? []).length === 0 && (options.withoutEntityTypes ?? []).length === 0;
  const key = lasting ? JSON.stringify(counting) : '';
  const known = whole.chosen.get(key);
  if (known !== undefined) return known;
  const made = chosenAnew(db, catalogue, whole, scope, options, keep, without);
  if (lasting) {
    for (const oldest of [...whole.chosen.keys()].slice(0, Math.max(0, whole.chosen.size + 1 - MOST_KEPT))) whole.chosen.delete(oldest);
    whole.chosen.set(key, made);
  }
  return made;
}

function chosenAnew(db: Database, catalogue: Catalogue, whole: WholeNetwork, scope: NetworkScope, options: NetworkOptions, keep: readonly number[], without: ReadonlySet<number>): Chosen {
  const { nodes: named, hidden } = nodesOf(db, whole, scope);
  const kept = new Set(keep);
  const barred = new Set(whole.nodesOf(options.withoutEntities ?? []));
  const barredTypes = Uint8Array.from(whole.types, (type) => (options.withoutEntityTypes?.some((each) => catalogue.isA(type, each)) === true ? 1 : 0));
  const placeOf = new Int32Array(whole.keys.length).fill(-1);
  const nodes: number[] = [];
  for (let node = 0; node < whole.keys.length; node += 1) {
    if (!kept.has(node) && ((named !== null && !named.has(node)) || barred.has(node) || barredTypes[whole.typeOf[node]!] === 1)) continue;
    placeOf[node] = nodes.length;
    nodes.push(node);
  }
  const unseen = hiddenLinks(db, whole, hidden);
  const counts = wanted(whole, catalogue, options);
  const undirected = Uint8Array.from(whole.linkTypes, (type) => (catalogue.linkType(type)?.directed === false ? 1 : 0));
  const both = options.following === 'both';
  const most = whole.linkKeys.length * (both ? 1 : 2);
  const [from, to, link] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  let arcs = 0;
  let links = 0;
  let directed = false;
  const put = (a: number, b: number, at: number): void => {
    from[arcs] = a;
    to[arcs] = b;
    link[arcs] = at;
    arcs += 1;
  };
  for (let at = 0; at < whole.linkKeys.length; at += 1) {
    const [a, b] = [placeOf[whole.from[at]!]!, placeOf[whole.to[at]!]!];
    if (a < 0 || b < 0 || !counts(at) || unseen.has(at) || without.has(at)) continue;
    links += 1;
    if (options.following === 'in') put(b, a, at);
    else put(a, b, at);
    if (both) continue;
    if (undirected[whole.linkTypeOf[at]!] === 0) directed = true;
    else if (options.following === 'in') put(a, b, at);
    else put(b, a, at);
  }
  return { whole, nodes: Uint32Array.from(nodes), from: from.slice(0, arcs), to: to.slice(0, arcs), link: link.slice(0, arcs), links, placeOf, directed };
}
