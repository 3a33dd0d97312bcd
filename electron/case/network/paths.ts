import type { Database } from 'better-sqlite3';
import { connecting } from '../../../shared/analysis/network/connecting';
import { earliestArrival } from '../../../shared/analysis/network/earliest';
import { fewestSteps, type Path } from '../../../shared/analysis/network/shortest';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { PathView } from '../../../shared/contract/network';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { TextRanks } from '../../../shared/analysis/evaluation';
import { choose, type Chosen } from './chosen';
import { entityIds, linkFacts } from './identified';
import type { Step } from './measure';
import { aroundIn, arcsIn, pathsIn } from './reckoned';
import { strengthAt, strengthRank, type WholeNetwork } from './wholeNetwork';

type Paths = CaseService['requests']['case.paths'];
type Connect = CaseService['requests']['case.connect'];
type LinkedTo = CaseService['requests']['case.linkedTo'];

const HOUR = 3_600_000;

/** The strongest of the links between each two neighbours, so that a path is told by its best evidence: links of lesser strength are put last among the arcs of a node. */
function found(chosen: Chosen, options: ParsedArgumentsOf<Paths>['options'], ends: { readonly start: number; readonly end: number }, { count, most }: { readonly count: number; readonly most: number }, least: number, watch: () => void): Path[] {
  const { whole, link } = chosen;
  const links = least === 0 ? undefined : Uint8Array.from(link, (at) => (whole.strength[at]! < least ? 1 : 0));
  return fewestSteps(pathsIn(chosen, options), chosen.nodes.length, ends, { count, most, barred: { links }, watch });
}

/** Paths whose weakest step is as strong as can be; among these those with the fewest steps. */
function strongest(chosen: Chosen, asked: ParsedArgumentsOf<Paths>, ends: { readonly start: number; readonly end: number }, watch: () => void): Path[] {
  const paths: Path[] = [];
  for (let least = 2; least >= 0 && paths.length < asked.count; least -= 1) {
    for (const path of found(chosen, asked.options, ends, { count: asked.count, most: asked.most }, least, watch)) {
      if (paths.length < asked.count && !paths.some((other) => other.nodes.join(' ') === path.nodes.join(' '))) paths.push(path);
    }
  }
  return paths;
}

/** One path that arrives earliest: links in the order of time. */
function earliest(chosen: Chosen, asked: ParsedArgumentsOf<Paths>, { start, end }: { readonly start: number; readonly end: number }): Path[] {
  const { whole, from, to, link } = chosen;
  const { times } = whole;
  const path = earliestArrival(
    { n: chosen.nodes.length, from, to, directed: Uint8Array.from(link, () => (asked.options.following === 'both' ? 0 : 1)), start: Float64Array.from(link, (at) => times.start[at]!), end: Float64Array.from(link, (at) => times.end[at]!) },
    start, end, { from: -Infinity, wait: asked.wait === null ? Infinity : asked.wait * HOUR },
  );
  return path === null ? [] : [path];
}

type Leg = readonly [number, number];

/** Which of those asked for are joined: each with the next, or all pairs. */
const legsOf = (count: number, legs: 'next' | 'pairs'): Leg[] => Array.from({ length: count }, (_, first) => first).flatMap((first) => Array.from({ length: count - first - 1 }, (_, at): Leg => [first, first + 1 + at])).filter(([first, last]) => legs === 'pairs' || last === first + 1);

/** Answers case.paths. Throws Failure subjectNotFound, chartNotFound, and what `step` throws. */
export function paths(db: Database, catalogue: Catalogue, whole: WholeNetwork, asked: ParsedArgumentsOf<Paths>, step: Step): ResultOf<Paths> {
  const asking = [asked.from, ...asked.over, asked.to].map((id) => whole.nodesOf([id])[0]);
  const ends = asking.filter((node) => node !== undefined);
  if (ends.length < asking.length) throw new Failure('subjectNotFound');
  const chosen = choose(db, catalogue, whole, asked.scope, asked.options, ends);
  const legs = legsOf(ends.length, asked.legs);
  const waysOf = ([first, last]: Leg, done: number): Path[] => {
    const leg = { start: chosen.placeOf[ends[first]!]!, end: chosen.placeOf[ends[last]!]! };
    const watch = (): void => step(done, legs.length);
    return asked.order === 'earliest' ? earliest(chosen, asked, leg) : asked.order === 'strongest' ? strongest(chosen, asked, leg, watch) : found(chosen, asked.options, leg, asked, 0, watch);
  };
  const byLeg = legs.map((leg, done) => ({ leg, ways: waysOf(leg, done) }));
  const ways = byLeg.flatMap((each) => each.ways);
  const keyOf = (node: number): number => whole.keys[chosen.nodes[node]!]!;
  const nodes = [...new Set(ways.flatMap((way) => way.nodes))];
  const ids = new Map(entityIds(db, nodes.map(keyOf)).map((id, at) => [nodes[at]!, id]));
  const between = betweenAll(chosen, asked.options, ways);
  const facts = linkFacts(db, [...between.values()].map(({ best }) => whole.linkKeys[best]!));
  const ranks = new TextRanks(catalogue);
  return {
    gaps: byLeg.filter((each) => each.ways.length === 0).map(({ leg: [first, last] }) => [first, last]),
    paths: byLeg.flatMap(({ leg: [first, last], ways: own }) => own.map((way): PathView => {
      const steps = way.links.map((arc, at) => {
        const [a, b] = [way.nodes[at]!, way.nodes[at + 1]!];
        const place = asked.order === 'earliest' ? chosen.link[arc]! : (between.get(`${a} ${b}`)?.best ?? chosen.link[arc]!);
        const fact = facts.get(whole.linkKeys[place]!) ?? linkFacts(db, [whole.linkKeys[place]!]).get(whole.linkKeys[place]!)!;
        return { link: fact.id, type: fact.type, count: between.get(`${a} ${b}`)?.count ?? 1, strength: strengthAt(whole.strength[place]!), grading: fact.grading, start: fact.start, end: fact.end, along: whole.from[place] === chosen.nodes[a] };
      });
      return {
        leg: [first, last], entities: way.nodes.map((node) => ids.get(node) ?? ''), steps,
        weakest: strengthAt(steps.reduce((least, each) => Math.min(least, strengthRank(each.strength)), 2)),
        weakestGrading: steps.map(({ grading }) => grading).reduce((a, b) => (ranks.betterGrading(a, b) === a ? b : a), steps[0]?.grading ?? ''),
      };
    })),
  };
}

/** For each step of the paths how many links there are that lead so, and the place of the strongest of them: a path is told by its best evidence. */
function betweenAll(chosen: Chosen, options: ParsedArgumentsOf<Paths>['options'], ways: readonly Path[]): ReadonlyMap<string, { readonly best: number; readonly count: number }> {
  const { whole, link } = chosen;
  const { offset, adjacent, link: arcs } = arcsIn(chosen, options).forward;
  const found = new Map<string, { readonly best: number; readonly count: number }>();
  for (const way of ways) way.nodes.slice(1).forEach((b, at) => {
    const a = way.nodes[at]!;
    if (found.has(`${a} ${b}`)) return;
    let best = -1;
    let count = 0;
    for (let i = offset[a]!; i < offset[a + 1]!; i += 1) {
      if (adjacent[i] !== b) continue;
      const place = link[arcs[i]!]!;
      count += 1;
      if (best < 0 || whole.strength[place]! > whole.strength[best]!) best = place;
    }
    if (best >= 0) found.set(`${a} ${b}`, { best, count });
  });
  return found;
}

/** How long a link is to go over, by its strength: weak evidence is worth a way round. */
const LENGTHS = [2.5, 1.5, 1];

/** Answers case.connect. Throws Failure subjectNotFound, chartNotFound. */
export function connect(db: Database, catalogue: Catalogue, whole: WholeNetwork, { ids, scope, options }: ParsedArgumentsOf<Connect>): ResultOf<Connect> {
  const asked = whole.nodesOf(ids);
  if (asked.length < 2) throw new Failure('subjectNotFound');
  const chosen = choose(db, catalogue, whole, scope, { ...options, following: 'both' }, asked);
  const { forward } = arcsIn(chosen, { ...options, following: 'both' });
  const { nodes, links, groups } = connecting(forward, asked.map((node) => chosen.placeOf[node]!), (arc) => LENGTHS[whole.strength[chosen.link[arc]!]!] ?? 1);
  const keysOf = (places: readonly number[]): number[] => places.map((place) => whole.keys[chosen.nodes[place]!]!);
  const facts = linkFacts(db, links.map((arc) => whole.linkKeys[chosen.link[arc]!]!));
  return { entities: entityIds(db, keysOf(nodes)), links: [...facts.values()].map(({ id }) => id), groups: groups.map((group) => entityIds(db, keysOf(group))) };
}

/** Answers case.linkedTo: breadth first, nearest first. Throws Failure chartNotFound. */
export function linkedTo(db: Database, catalogue: Catalogue, whole: WholeNetwork, { ids, depth, scope, options, entityTypes, most }: ParsedArgumentsOf<LinkedTo>): ResultOf<LinkedTo> {
  const start = whole.nodesOf(ids);
  const chosen = choose(db, catalogue, whole, scope, options, start);
  const { nodes, ends } = aroundIn(chosen, options).of(start.map((node) => chosen.placeOf[node]!), depth);
  const wanted = Uint8Array.from(whole.types, (type) => (entityTypes === undefined || entityTypes.some((each) => catalogue.isA(type, each)) ? 1 : 0));
  const found: { readonly key: number; readonly steps: number }[] = [];
  const byStep: number[] = [];
  let total = 0;
  for (let step = 1; step < ends.length; step += 1) {
    let here = 0;
    for (let at = ends[step - 1]!; at < ends[step]!; at += 1) {
      const place = chosen.nodes[nodes[at]!]!;
      if (wanted[whole.typeOf[place]!] === 0) continue;
      here += 1;
      if (found.length < most) found.push({ key: whole.keys[place]!, steps: step });
    }
    byStep.push(here);
    total += here;
  }
  const known = entityIds(db, found.map(({ key }) => key));
  return { found: found.map(({ steps: far }, at) => ({ entity: known[at] ?? '', steps: far })), total, byStep };
}
