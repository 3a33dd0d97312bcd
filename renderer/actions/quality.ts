import type { Finding } from '../../shared/contract/quality';
import { askText } from '../ui/confirm';
import { execute, openCaseClient } from './execute';
import { advanceJob, endJob, startJob } from './work';

/** Name of the work that looks a case through: one at a time. */
export const LOOKING = 'quality';

/** Ids of all that a finding speaks of: an erasure of one of them takes away what was said of the finding. */
function subjectsOf({ entities, link, source }: Finding): string[] {
  return [...new Set([...entities.flatMap((entity) => entity.members ?? [entity.id]), ...(link === null ? [] : [link.id]), ...(source === null ? [] : [source.id])])].slice(0, 200);
}

const reference = (finding: Finding): { key: string; check: string; subjects: string[] } => ({ key: finding.key, check: finding.check, subjects: subjectsOf(finding) });

/** Asks why a finding is right as it is, and remembers that. It comes back when its facts change. True when it was done. */
export async function saysItIsRight(finding: Finding): Promise<boolean> {
  const reason = await askText({ title: 'quality:rightTitle', body: 'quality:rightBody', action: 'quality:right', input: { label: 'quality:reason', value: '' } });
  return reason !== null && execute('quality.dismiss', { findings: [reference(finding)], reason, dismissed: true });
}

/** A finding that was said to be right stands among the others again. */
export const asksAgain = (finding: Finding): Promise<boolean> => execute('quality.dismiss', { findings: [reference(finding)], reason: '', dismissed: false });

/** Shows in the status bar that a case is looked through, until the function that is returned is called. */
export function showLooking(): () => void {
  startJob({ id: LOOKING, key: 'quality:looking', values: {}, cancel: () => void openCaseClient()['case.cancel']({ job: LOOKING }) });
  return () => endJob(LOOKING);
}

/** How far looking is. */
export const lookingAt = (done: number, total: number): void => advanceJob(LOOKING, done, total);
