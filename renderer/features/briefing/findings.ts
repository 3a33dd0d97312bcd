import type { BriefingFinding } from '../../../shared/contract/briefings';
import { grouped } from '../../ui/grouped';

export type FindingKind = BriefingFinding['kind'];

/** In the order of their weight. */
export const FINDING_KINDS: readonly FindingKind[] = ['witnessAsSuspect', 'citesWithheld', 'citesRetracted', 'chartGone', 'entityGone', 'emptyFigure', 'uncited', 'untranslated', 'personUncategorised'];

/**
 * What must be settled before a briefing leaves the service: it would show a witness or a victim as a suspect. What a recipient may not see is no breach: the gate leaves
 * it out, and the author is told.
 */
const BREACHES: ReadonlySet<FindingKind> = new Set(['witnessAsSuspect']);

export const isBreach = ({ kind }: BriefingFinding): boolean => BREACHES.has(kind);

/** Findings by kind, the weightiest first. */
export function byKind(findings: readonly BriefingFinding[]): readonly (readonly [FindingKind, readonly BriefingFinding[]])[] {
  const groups = grouped(findings, (each) => each.kind);
  return FINDING_KINDS.flatMap((kind) => {
    const found = groups.get(kind);
    return found ? [[kind, found] as const] : [];
  });
}
