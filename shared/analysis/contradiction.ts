import type { PropertyType } from '../schema/types';
import { identifierOf } from '../values';
import type { StoredValue, ValueKindId } from '../values/kind';

/** Kinds whose values differ from writer to writer without saying anything different. */
const LOOSE_KINDS: ReadonlySet<ValueKindId> = new Set(['text', 'longText', 'name', 'url']);

/** True when two differing values of the property cannot both be right: it holds one value, and not in free text. */
export function canContradict(property: PropertyType): boolean {
  const strict = property.match === 'identifier' || property.match === 'birthDate' || property.identifier !== undefined;
  return property.many !== true && (strict || !LOOSE_KINDS.has(property.kind));
}

/** "1984" and "~1984-03" are less precise than "1984-03-14", not against it. */
export function datesAgree(a: string, b: string): boolean {
  const [one, other] = [a.replace(/^~/, ''), b.replace(/^~/, '')];
  return one.startsWith(other) || other.startsWith(one);
}

/** True when two values of one property can both be right. A value that could not be read contradicts nothing. */
export function valuesAgree(property: PropertyType, a: StoredValue, b: StoredValue): boolean {
  if (a.doubt !== undefined || b.doubt !== undefined || a.v === b.v) return true;
  const [one, other] = [identifierOf(property.kind, a.v), identifierOf(property.kind, b.v)];
  return one === other || (property.kind === 'date' && datesAgree(one, other));
}

/**
 * Parts what sources say of a property, in the order given, into what is shown first and what stands against it. A property that may have several
 * values, and free text, never conflict; neither does a value that could not be read.
 */
export function partConflicts<F extends { readonly value: StoredValue }>(property: PropertyType, facts: readonly F[]): { readonly held: readonly F[]; readonly against: readonly F[] } {
  const first = canContradict(property) ? facts.find((fact) => fact.value.doubt === undefined) : undefined;
  if (first === undefined) return { held: facts, against: [] };
  const agrees = (fact: F): boolean => valuesAgree(property, first.value, fact.value);
  return { held: facts.filter(agrees), against: facts.filter((fact) => !agrees(fact)) };
}
