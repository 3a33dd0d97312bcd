import type { Database } from 'better-sqlite3';
import { findPattern, type Finding } from '../../../shared/analysis/network/pattern/search';
import type { Sought, SoughtEdge, SoughtIn } from '../../../shared/analysis/network/pattern/sought';
import { stretchOf } from '../../../shared/briefing/timeScale';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { patternFault, type Pattern, type PatternEdge, type PatternNode } from '../../../shared/model/pattern';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from '../queries/statements';
import { choose, type Chosen } from './chosen';
import { entityIds } from './identified';
import type { Step } from './measure';
import { PatternNodes } from './patternNodes';
import { arcsIn } from './reckoned';
import type { WholeNetwork } from './wholeNetwork';

type Request = CaseService['requests']['case.pattern'];

const DAY = 86_400_000;
/** Links that are named of one edge of one place. */
const NAMED = 20;

const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));
const nodeLabel = ({ types, families, entity, conditions }: PatternNode): string => JSON.stringify([sorted(types), sorted(families), entity, sorted(conditions.map((each) => JSON.stringify(each)))]);
const edgeLabel = ({ types, since, until, least, most }: PatternEdge): string => JSON.stringify([sorted(types), since, until, least, most]);

/** A pattern as it is sought. An edge of which all types lack direction has none either. */
function soughtOf({ nodes, edges, sequences, distinct, different }: Pattern, catalogue: Catalogue): Sought {
  const apart = new Set(different.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return {
    labels: nodes.map(nodeLabel),
    edges: edges.map((edge): SoughtEdge => ({ from: edge.from, to: edge.to, either: edge.either || (edge.types.length > 0 && edge.types.every((type) => catalogue.linkType(type)?.directed === false)), count: edge.count, absent: edge.absent, label: edgeLabel(edge) })),
    sequences: sequences.map(({ first, second, ordered, days }) => ({ first, second, ordered, within: days === null ? Infinity : days * DAY })),
    different: (a, b) => distinct || apart.has(`${a} ${b}`),
  };
}

/** A test of links by their place in the whole: what an edge of a pattern asks of each. */
function edgeTest(whole: WholeNetwork, { types, since, until, least, most }: PatternEdge): (at: number) => boolean {
  const allowed = Uint8Array.from(whole.linkTypes, (type) => (types.length === 0 || types.includes(type) ? 1 : 0));
  const times = since === null && until === null ? null : whole.times;
  const amounts = least === null && most === null ? null : whole.amounts;
  const first = since === null ? -Infinity : (stretchOf(since)?.from ?? -Infinity);
  const last = until === null ? Infinity : (stretchOf(until)?.until ?? Infinity);
  return (at) => {
    if (allowed[whole.linkTypeOf[at]!] === 0) return false;
    if (amounts !== null && !(amounts[at]! > 0 && amounts[at]! >= (least ?? 0) && amounts[at]! <= (most ?? Infinity))) return false;
    if (times === null) return true;
    const [start, end] = [times.start[at]!, times.end[at]!];
    return start < last && (Number.isNaN(end) ? start : end) >= first;
  };
}

/** For each link of what was chosen, of which edges it may be. */
function fitsOf({ whole, link }: Chosen, edges: readonly PatternEdge[]): Uint16Array {
  const tests = edges.map((edge) => edgeTest(whole, edge));
  return Uint16Array.from(link, (at) => tests.reduce((bits, test, e) => (test(at) ? bits | (1 << e) : bits), 0));
}

function degreesOf({ nodes, from, to }: Chosen): Uint32Array {
  const degrees = new Uint32Array(nodes.length);
  for (const ends of [from, to]) for (const v of ends) degrees[v]! += 1;
  return degrees;
}

/** Places found, in ids. */
function told(db: Database, { whole, nodes, link }: Chosen, found: readonly Finding[]): ResultOf<Request>['found'] {
  const places = [...new Set(found.flatMap((each) => each.nodes))];
  const ids = new Map(entityIds(db, places.map((v) => whole.keys[nodes[v]!]!)).map((id, at) => [places[at]!, id]));
  const keyOf = (at: number): number => whole.linkKeys[link[at]!]!;
  const keys = [...new Set(found.flatMap((each) => each.links.flatMap((own) => own.slice(0, NAMED).map(keyOf))))];
  const links = new Map(query<{ n: number; id: string }>(db, 'SELECT l.n, l.id FROM json_each(@keys) wanted CROSS JOIN link l ON l.n = wanted.value').all({ keys: JSON.stringify(keys) }).map(({ n, id }) => [n, id]));
  return found.map((each) => ({ entities: each.nodes.map((v) => ids.get(v) ?? ''), links: each.links.map((own) => own.slice(0, NAMED).flatMap((at) => links.get(keyOf(at)) ?? [])), counts: each.links.map((own) => own.length) }));
}

/** Answers case.pattern. Throws Failure patternInvalid, chartNotFound, and what `step` throws. */
export function pattern(db: Database, catalogue: Catalogue, whole: WholeNetwork, { pattern: asked, scope, options, most }: ParsedArgumentsOf<Request>, step: Step): ResultOf<Request> {
  if (patternFault(asked) !== null) throw new Failure('patternInvalid');
  const both = { ...options, following: 'both' } as const;
  const chosen = choose(db, catalogue, whole, scope, both);
  const nodes = new PatternNodes(db, catalogue, chosen, degreesOf(chosen), step);
  const free = Uint8Array.from(whole.linkTypes, (type) => (catalogue.linkType(type)?.directed === false ? 1 : 0));
  const network: SoughtIn = {
    arcs: arcsIn(chosen, both).forward,
    from: chosen.from,
    free: Uint8Array.from(chosen.link, (at) => free[whole.linkTypeOf[at]!]!),
    fits: fitsOf(chosen, asked.edges),
    candidates: asked.nodes.map((node) => nodes.candidates(node)),
    start: asked.sequences.length === 0 ? new Float64Array(0) : Float64Array.from(chosen.link, (at) => whole.times.start[at]!),
  };
  const { found, more, candidates } = findPattern(soughtOf(asked, catalogue), network, most, (share) => step(share, 1));
  return { found: told(db, chosen, found), more, candidates: [...candidates], seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0 };
}
