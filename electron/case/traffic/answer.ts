import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Asking } from './asking';
import { changed, common } from './contacts';
import { fanning, flowing, totals, underLimit } from './money';
import { passedOn, replaced, silent, twice } from './patterns';
import { rhythm } from './rhythm';
import type { TrafficMemory } from './trafficMemory';
import type { TrafficAsk, TrafficQuestion } from './trafficThread';

const ANSWERS: Readonly<Record<TrafficQuestion, (asking: Asking, args: never) => unknown>> = {
  'case.commonContacts': common, 'case.changedContacts': changed, 'case.replacements': replaced, 'case.silences': silent, 'case.relays': passedOn, 'case.doubles': twice, 'case.rhythm': rhythm,
  'case.moneyTotals': totals, 'case.flows': flowing, 'case.structuring': underLimit, 'case.fans': fanning,
};

/** Answers one question about calls and payments. Throws the question's failures, and what `step` throws. */
export const answer = (db: Database, catalogue: Catalogue, memory: TrafficMemory, { question, args, mode }: TrafficAsk, step: Asking['step']): unknown => ANSWERS[question]({ db, catalogue, traffic: memory.of(mode, catalogue), step }, args as never);
