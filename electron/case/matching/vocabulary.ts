import type { Database } from 'better-sqlite3';
import commonNames from '../../../resources/vocabularies/commonNames.json';
import companyWords from '../../../resources/vocabularies/companyWords.json';
import givenNames from '../../../resources/vocabularies/givenNames.json';
import matchWeights from '../../../resources/vocabularies/matchWeights.json';
import streetForms from '../../../resources/vocabularies/streetForms.json';
import { keyText } from '../../../shared/commands/image';
import { MATCHING_SETTINGS } from '../../../shared/commands/matchingSet';
import { matchVocabularyOf, type MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { matchingSettingsSchema, type MatchingSettings } from '../../../shared/model/identity';
import { ImagedRows } from '../db/imaged';

/** Read once per process: some ten thousand words. */
let shipped: MatchVocabulary | null = null;

/** All that is looked up while matching, with what the case set and learnt. */
export function matchVocabulary(settings: MatchingSettings = {}): MatchVocabulary {
  shipped ??= matchVocabularyOf({ givenNames, commonNames, companyWords, streetForms, matchWeights });
  const { weights } = shipped;
  const learnt = settings.weights;
  return { ...shipped, weights: { ...weights, ...thresholdsOf(settings), ...(learnt === undefined ? {} : { prior: learnt.prior, points: { ...weights.points, ...learnt.points } }) } };
}

/** From which score on a pair stands in the queue, and below which it is not kept at all. */
export interface Thresholds {
  readonly propose: number;
  readonly hide: number;
}

export function thresholdsOf(settings: MatchingSettings): Thresholds {
  const propose = settings.propose ?? matchWeights.propose;
  return { propose, hide: Math.min(settings.hide ?? matchWeights.hide, propose) };
}

/** What the case says about matching; nothing where it says nothing, or what this version cannot read. */
export function matchingSettings(db: Database): MatchingSettings {
  const row = new ImagedRows(db).read('setting', keyText(MATCHING_SETTINGS)) as { content: unknown } | null;
  return matchingSettingsSchema.safeParse(row?.content ?? {}).data ?? {};
}
