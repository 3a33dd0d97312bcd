import type { Events, Handlers, ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { trafficRequests } from '../../../shared/contract/traffic';
import type { Served } from '../handlers';
import type { TrafficQuestion } from '../traffic/trafficThread';

/** Answers of the case about its calls and payments, from a thread of its own; each question is a consultation. */
export function trafficHandlers({ traffic, viewing, progress, consultations, person }: Served): Handlers<{ readonly requests: typeof trafficRequests; readonly events: Events }> {
  const answered = <Q extends TrafficQuestion>(question: Q) => async (args: ParsedArgumentsOf<CaseService['requests'][Q]>): Promise<ResultOf<CaseService['requests'][Q]>> => {
    const { job, ...asked } = args;
    const value = await traffic.ask(question, args, viewing.reading.identity.mode, (step) => progress({ job, ...step }));
    consultations.questioned(question, asked, person.actor);
    return value;
  };
  return {
    'case.commonContacts': answered('case.commonContacts'),
    'case.changedContacts': answered('case.changedContacts'),
    'case.replacements': answered('case.replacements'),
    'case.silences': answered('case.silences'),
    'case.relays': answered('case.relays'),
    'case.doubles': answered('case.doubles'),
    'case.rhythm': answered('case.rhythm'),
    'case.moneyTotals': answered('case.moneyTotals'),
    'case.flows': answered('case.flows'),
    'case.structuring': answered('case.structuring'),
    'case.fans': answered('case.fans'),
  };
}
