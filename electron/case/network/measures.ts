import type { Database } from 'better-sqlite3';
import { partsOf } from '../../../shared/analysis/network/parts';
import { tiesOf } from '../../../shared/analysis/network/ties';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { MeasureId } from '../../../shared/contract/network';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from '../queries/statements';
import { choose } from './chosen';
import { entityIds } from './identified';
import { measure, ranksOf, type Step } from './measure';
import type { WholeNetwork } from './wholeNetwork';

type Measure = CaseService['requests']['case.measure'];
type RankRanges = CaseService['requests']['case.rankRanges'];

/** Answers case.measure. Throws Failure chartNotFound, and what `step` throws. */
export function measures(db: Database, catalogue: Catalogue, whole: WholeNetwork, { scope, options, measures: wanted, resolution, most }: ParsedArgumentsOf<Measure>, step: Step): ResultOf<Measure> {
  const chosen = choose(db, catalogue, whole, scope, options);
  const { values, ties, communities, sampled } = measure(chosen, wanted, options, resolution, step);
  const n = chosen.nodes.length;
  // Of a community there is no more and no less.
  const ranked = wanted.filter((each) => each !== 'community');
  const ranks = new Map(ranked.map((each) => [each, ranksOf(values[each]!)]));
  const best = Float64Array.from({ length: n }, (_, v) => Math.min(Infinity, ...ranked.map((each) => ranks.get(each)![v]!)));
  const shown = Uint32Array.from({ length: n }, (_, v) => v).sort((a, b) => best[a]! - best[b]! || a - b).subarray(0, most);
  const ids = entityIds(db, [...shown].map((v) => whole.keys[chosen.nodes[v]!]!));
  const parts = partsOf(tiesOf({ n, from: chosen.from, to: chosen.to, weight: null }, 'both'));
  return {
    entities: n, ties, links: chosen.links, parts: parts.sizes.length, sampled,
    rows: [...shown].map((v, at) => ({
      entity: ids[at] ?? '',
      values: Object.fromEntries(wanted.map((each) => [each, values[each]![v]!])),
      ranks: Object.fromEntries(ranked.map((each) => [each, ranks.get(each)![v]!])),
    })),
    communities: communities === null ? null : { sizes: [...communities.sizes], modularity: communities.modularity, firmness: communities.firmness },
    seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0,
  };
}

/** Answers case.rankRanges: the measure once with all sources, and once without each that some link rests on alone. */
export function rankRanges(db: Database, catalogue: Catalogue, whole: WholeNetwork, { scope, options, measure: wanted, most }: ParsedArgumentsOf<RankRanges>, step: Step): ResultOf<RankRanges> {
  const chosen = choose(db, catalogue, whole, scope, options);
  const { offset, source } = whole.sources;
  const resting = new Map<number, Set<number>>();
  const all = new Set<number>();
  for (const at of new Set(chosen.link)) {
    for (let i = offset[at]!; i < offset[at + 1]!; i += 1) all.add(source[i]!);
    if (offset[at + 1]! - offset[at]! !== 1) continue;
    const only = source[offset[at]!]!;
    const links = resting.get(only);
    if (links === undefined) resting.set(only, new Set([at]));
    else links.add(at);
  }
  const reckon = (without: ReadonlySet<number>, done: number): { readonly values: ArrayLike<number>; readonly ranks: Uint32Array } => {
    const left = without.size === 0 ? chosen : choose(db, catalogue, whole, scope, options, [], without);
    const values = measure(left, [wanted satisfies MeasureId], options, 1, (part, total) => step(done + part / Math.max(1, total), resting.size + 1)).values[wanted]!;
    return { values, ranks: ranksOf(values) };
  };
  const full = reckon(new Set(), 0);
  const n = chosen.nodes.length;
  const shown = [...Uint32Array.from({ length: n }, (_, v) => v).sort((a, b) => full.ranks[a]! - full.ranks[b]! || a - b).subarray(0, most)];
  const range = shown.map((v) => ({ best: full.ranks[v]!, worst: full.ranks[v]!, source: null as number | null }));
  let done = 1;
  for (const [key, without] of [...resting].toSorted(([a], [b]) => a - b)) {
    const { ranks } = reckon(without, done);
    done += 1;
    shown.forEach((v, at) => {
      const each = range[at]!;
      each.best = Math.min(each.best, ranks[v]!);
      if (ranks[v]! > each.worst) [each.worst, each.source] = [ranks[v]!, key];
    });
  }
  const ids = entityIds(db, shown.map((v) => whole.keys[chosen.nodes[v]!]!));
  const sources = new Map(query<{ n: number; id: string; title: string }>(db, 'SELECT n, id, title FROM source WHERE n IN (SELECT value FROM json_each(@keys))').all({ keys: JSON.stringify([...resting.keys()]) }).map((row) => [row.n, row]));
  return {
    sources: all.size,
    rows: shown.map((v, at) => {
      const { best, worst, source: key } = range[at]!;
      const named = key === null ? undefined : sources.get(key);
      return { entity: ids[at] ?? '', rank: full.ranks[v]!, value: full.values[v]!, best, worst, source: named?.id ?? null, title: named?.title ?? '' };
    }),
  };
}
