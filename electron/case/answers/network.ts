import type { CaseService } from '../../../shared/contract/caseService';
import type { Events, Handlers, ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { networkRequests } from '../../../shared/contract/network';
import type { patternRequests } from '../../../shared/contract/pattern';
import type { Served } from '../handlers';
import { askedOf } from '../network/asked';
import type { NetworkQuestion } from '../network/networkThread';
import { patterns } from '../queries/patterns';

/** Answers of the case about its network, from a thread of its own; each question is a consultation, journalled with what it asked. */
export function networkHandlers({ network, viewing, progress, consultations, person }: Served): Handlers<{ readonly requests: typeof networkRequests & typeof patternRequests; readonly events: Events }> {
  const answered = <Q extends NetworkQuestion>(question: Q) => async (args: ParsedArgumentsOf<CaseService['requests'][Q]>): Promise<ResultOf<CaseService['requests'][Q]>> => {
    const { job, ...asked } = args as ParsedArgumentsOf<CaseService['requests'][Q]> & { readonly job: string };
    const value = await network.ask(question, args, viewing.reading.identity.mode, (step) => progress({ job, ...step }));
    consultations.askedNetwork(question, askedOf(asked), person.actor);
    return value;
  };
  return {
    'case.measure': answered('case.measure'),
    'case.rankRanges': answered('case.rankRanges'),
    'case.paths': answered('case.paths'),
    'case.connect': answered('case.connect'),
    'case.linkedTo': answered('case.linkedTo'),
    'case.pattern': answered('case.pattern'),
    'case.patterns': () => patterns(viewing.reading.db),
  };
}
