import type { Database } from 'better-sqlite3';
import { calibrate, type LabelledPair } from '../../../shared/analysis/matching/calibrate';
import type { MatchWeights } from '../../../shared/analysis/matching/matchRecord';
import { featuresOf, likelihood } from '../../../shared/analysis/matching/score';
import { isOpposed, joinJudged } from '../../../shared/analysis/identity';
import type { judgingRequests } from '../../../shared/contract/judging';
import type { ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { judgedPairs } from '../db/judged';
import { query } from '../queries/statements';
import { Scoring } from './scoring';

type Result = ResultOf<(typeof judgingRequests)['case.calibrate']>;
interface Rates { readonly precision: number; readonly recall: number }

/** Fewer judged pairs tell chance from habit no better than the weights that Knoop ships. */
const FEWEST = 20;
/** The latest count; more would not be learnt from any better. */
const MOST = 4000;
const FOLDS = 2;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What is to be learnt from: pairs judged the same or different, with what is found of them now. */
function labelled(db: Database, catalogue: Catalogue): LabelledPair[] {
  const judged = judgedPairs(db);
  const joined = joinJudged(judged, 'judged');
  const told = judged.filter((each) => each.verdict !== 'unsure' && !isOpposed(each, joined)).slice(-MOST);
  const keys = new Map(query<{ id: Id; n: number }>(db, 'SELECT entity.id, entity.n FROM json_each(@ids) wanted CROSS JOIN entity ON entity.id = wanted.value WHERE seq_retracted IS NULL').all({ ids: JSON.stringify(told.flatMap(({ left, right }) => [left, right])) }).map(({ id, n }) => [id, n]));
  const scoring = new Scoring(db, catalogue);
  scoring.read(keys.values());
  return told.flatMap(({ left, right, verdict }): LabelledPair[] => {
    const [a, b] = [keys.get(left), keys.get(right)];
    const features = a === undefined || b === undefined ? [] : featuresOf(scoring.match(a, b));
    return features.length === 0 ? [] : [{ features, same: verdict === 'same' }];
  });
}

/** How well weights tell pairs apart, with the threshold at which they would be proposed. */
function ratesOf(told: readonly { readonly same: boolean; readonly proposed: boolean }[]): Rates {
  const count = (same: boolean, proposed: boolean): number => told.filter((each) => each.same === same && each.proposed === proposed).length;
  const hits = count(true, true);
  const share = (of: number): number => (of === 0 ? 1 : rounded(hits / of));
  return { precision: share(hits + count(false, true)), recall: share(hits + count(true, false)) };
}

const isProposed = ({ features }: LabelledPair, { prior, points, propose }: MatchWeights): boolean => likelihood(features.reduce((sum, feature) => sum + (points[feature] ?? 0), prior)) >= propose;

/** Both halves hold as many of each kind, whatever order they were judged in. */
function foldsOf(pairs: readonly LabelledPair[]): LabelledPair[][] {
  const folds = Array.from({ length: FOLDS }, (): LabelledPair[] => []);
  for (const same of [true, false]) pairs.filter((pair) => pair.same === same).forEach((pair, at) => folds[at % FOLDS]?.push(pair));
  return folds;
}

/**
 * Weights that fit what was judged in the case, and how well pairs are told apart that they were not learnt from, before and after. Nothing is set.
 * Throws Failure tooFewJudged: fewer than 20 pairs, or all of one kind.
 */
export function calibration(db: Database, catalogue: Catalogue): Result {
  const pairs = labelled(db, catalogue);
  const same = pairs.filter((pair) => pair.same).length;
  if (pairs.length < FEWEST || same === 0 || same === pairs.length) throw new Failure('tooFewJudged', { judged: pairs.length, same, least: FEWEST });
  const { weights } = new Scoring(db, catalogue).vocabulary;
  const folds = foldsOf(pairs);
  const told = (weightsFor: (fold: number) => MatchWeights): Rates => ratesOf(folds.flatMap((fold, at) => {
    const used = weightsFor(at);
    return fold.map((pair) => ({ same: pair.same, proposed: isProposed(pair, used) }));
  }));
  const before = told(() => weights);
  const after = told((held) => calibrate(folds.flatMap((fold, at) => (at === held ? [] : fold)), weights));
  const learnt = calibrate(pairs, weights);
  const changes = [{ finding: 'prior', from: weights.prior, to: learnt.prior }, ...Object.entries(learnt.points).map(([finding, to]) => ({ finding, from: weights.points[finding] ?? 0, to }))].filter(({ from, to }) => from !== to);
  return { judged: pairs.length, same, weights: { prior: learnt.prior, points: { ...learnt.points } }, before, after, changes: changes.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)) };
}
