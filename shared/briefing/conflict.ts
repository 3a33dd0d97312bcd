import type { PropertyType } from '../schema/types';
import { identifierOf } from '../values';
import type { ValueKindId } from '../values/kind';
import type { Fact } from './subject';

/** Kinds whose values differ from writer to writer without saying anything different. */
const LOOSE_KINDS: ReadonlySet<ValueKindId> = new Set(['text', 'longText', 'name', 'url']);

/** "1984" and "~1984-03" are less precise than "1984-03-14", not against it. */
function datesAgree(a: string, b: string): boolean {
  const [one, other] = [a.replace(/^~/, ''), b.replace(/^~/, '')];
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * Parts what sources say of a property into what is shown first and what stands against it. A property that may have several values, and free text,
 * never conflict; neither does a value that could not be read.
 */
export function partConflicts(property: PropertyType, facts: readonly Fact[]): { readonly held: readonly Fact[]; readonly against: readonly Fact[] } {
  const strict = property.match === 'identifier' || property.match === 'birthDate' || property.identifier !== undefined;
  if (property.many === true || (LOOSE_KINDS.has(property.kind) && !strict)) return { held: facts, against: [] };
  const first = facts.find((fact) => fact.value.doubt === undefined);
  if (first === undefined) return { held: facts, against: [] };
  const own = identifierOf(property.kind, first.value.v);
  const agrees = (fact: Fact): boolean => {
    if (fact === first || fact.value.doubt !== undefined) return true;
    const other = identifierOf(property.kind, fact.value.v);
    return other === own || (property.kind === 'date' && datesAgree(own, other));
  };
  return { held: facts.filter(agrees), against: facts.filter((fact) => !agrees(fact)) };
}
