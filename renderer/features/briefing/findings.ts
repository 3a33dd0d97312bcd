import type { BriefingFinding } from '../../../shared/contract/briefings';
import { grouped } from '../../ui/grouped';

export type FindingKind = BriefingFinding['kind'];

/** In the order of their weight. */
export const FINDING_KINDS: readonly FindingKind[] = ['witnessAsSuspect', 'citesWithheld', 'citesRetracted', 'chartGone', 'entityGone', 'emptyFigure', 'uncited', 'untranslated', 'personUncategorised'];

/**
 * What weighs most: a witness or victim who may be read as a suspect, and what is no longer held true. They are told by words, so they may be mistaken, and the author
 * decides. What a recipient may not see is no finding that could be overruled: the gate leaves it out, and refuses a file in which it is found.
 */
const GRAVE: ReadonlySet<FindingKind> = new Set(['witnessAsSuspect', 'citesRetracted']);

export const isGrave = ({ kind }: BriefingFinding): boolean => GRAVE.has(kind);

/** Findings by kind, the weightiest first. */
export function byKind(findings: readonly BriefingFinding[]): readonly (readonly [FindingKind, readonly BriefingFinding[]])[] {
  const groups = grouped(findings, (each) => each.kind);
  return FINDING_KINDS.flatMap((kind) => {
    const found = groups.get(kind);
    return found ? [[kind, found] as const] : [];
  });
}
