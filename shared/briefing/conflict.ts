import { canContradict, valuesAgree } from '../analysis/contradiction';
import type { PropertyType } from '../schema/types';
import type { Fact } from './subject';

/**
 * Parts what sources say of a property into what is shown first and what stands against it. A property that may have several values, and free text,
 * never conflict; neither does a value that could not be read.
 */
export function partConflicts(property: PropertyType, facts: readonly Fact[]): { readonly held: readonly Fact[]; readonly against: readonly Fact[] } {
  const first = canContradict(property) ? facts.find((fact) => fact.value.doubt === undefined) : undefined;
  if (first === undefined) return { held: facts, against: [] };
  const agrees = (fact: Fact): boolean => valuesAgree(property, first.value, fact.value);
  return { held: facts.filter(agrees), against: facts.filter((fact) => !agrees(fact)) };
}
