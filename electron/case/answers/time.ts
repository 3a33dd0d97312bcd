import type { Events, Handlers } from '../../../shared/contract/definition';
import type { timeRequests } from '../../../shared/contract/time';
import type { Served } from '../handlers';
import { chartHistory, pastChart } from '../past/pastChart';
import { chartTimes } from '../queries/chartTimes';
import { audienceOf } from '../releasable/audience';

/** Answers of the case about time: when what a chart draws was, and how the chart stood. */
export function timeHandlers({ open, person, viewing }: Served): Handlers<{ readonly requests: typeof timeRequests; readonly events: Events }> {
  const { db } = open.store;
  return {
    'case.chartTimes': (args) => {
      const { db: from, catalogue, identity } = viewing.reading;
      return chartTimes(from, catalogue, identity, args);
    },
    'case.pastChart': (args) => {
      const { about, identity: mode } = viewing;
      return pastChart(db, args, { mode, other: about === null ? null : { audience: audienceOf(db, about), actor: person.actor } });
    },
    'case.chartHistory': ({ chart }) => chartHistory(db, chart),
  };
}
