import type { Events, Handlers } from '../../../shared/contract/definition';
import type { networkRequests } from '../../../shared/contract/network';
import type { Served } from '../handlers';

/** Answers of the case about its network, from a thread of its own. */
export function networkHandlers({ network, viewing, progress }: Served): Handlers<{ readonly requests: typeof networkRequests; readonly events: Events }> {
  const mode = () => viewing.reading.identity.mode;
  return {
    'case.measure': (args) => network.ask('case.measure', args, mode(), (step) => progress({ job: args.job, ...step })),
    'case.rankRanges': (args) => network.ask('case.rankRanges', args, mode(), (step) => progress({ job: args.job, ...step })),
    'case.paths': (args) => network.ask('case.paths', args, mode(), (step) => progress({ job: args.job, ...step })),
    'case.connect': (args) => network.ask('case.connect', args, mode(), (step) => progress({ job: args.job, ...step })),
    'case.linkedTo': (args) => network.ask('case.linkedTo', args, mode(), (step) => progress({ job: args.job, ...step })),
  };
}
