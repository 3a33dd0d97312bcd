import type { qualityRequests } from '../../../shared/contract/quality';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { dismissedFindings, qualityFindings } from '../queries/qualityFindings';

/** Answers of the case about what in it is doubtful, wrong or missing. */
export function qualityHandlers({ open, quality, progress }: Served): Handlers<{ readonly requests: typeof qualityRequests; readonly events: Events }> {
  const { db } = open.store;
  return {
    'case.quality': async ({ job, again }) => {
      const { groups, at, stale } = await quality.look(job, again, (step) => progress({ job, ...step }));
      const dismissed = dismissedFindings(db);
      return { stale, at, groups: groups.map(({ check, total, found }) => ({ check, total, listed: found.length, dismissed: found.filter(({ key }) => dismissed.has(key)).length })) };
    },
    'case.qualityList': async ({ job, check, show, limit, offset }) => {
      const found = await quality.of(job, check, (step) => progress({ job, ...step }));
      const dismissed = dismissedFindings(db);
      const shown = found.filter(({ key }) => dismissed.has(key) === (show === 'dismissed'));
      return { findings: qualityFindings(db, shown.slice(offset, offset + limit)), total: shown.length };
    },
  };
}
