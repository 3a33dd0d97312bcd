import type { BriefingFinding } from '../../../shared/contract/briefings';
import { grouped } from '../../ui/grouped';

export type FindingKind = BriefingFinding['kind'];

/** In the order of their weight. */
export const FINDING_KINDS: readonly FindingKind[] = ['citesWithheld', 'witnessAsSuspect', 'citesRetracted', 'chartGone', 'entityGone', 'emptyFigure', 'uncited', 'untranslated', 'personUncategorised'];

/** What must be settled before a briefing leaves the service: it would say what its recipient may not know, or call a witness a suspect. */
const BREACHES: ReadonlySet<FindingKind> = new Set(['citesWithheld', 'witnessAsSuspect']);

export const isBreach = ({ kind }: BriefingFinding): boolean => BREACHES.has(kind);

/** Findings by kind, the weightiest first. */
export function byKind(findings: readonly BriefingFinding[]): readonly (readonly [FindingKind, readonly BriefingFinding[]])[] {
  const groups = grouped(findings, (each) => each.kind);
  return FINDING_KINDS.flatMap((kind) => {
    const found = groups.get(kind);
    return found ? [[kind, found] as const] : [];
  });
}
