import type { EntityType, PropertyType } from '../../../shared/schema/types';
import { identifierOf } from '../../../shared/values';
import type { StoredValue, ValueKindId } from '../../../shared/values/kind';

/** Kinds whose values differ from writer to writer without saying anything different. */
const LOOSE_KINDS: ReadonlySet<ValueKindId> = new Set(['text', 'longText', 'name', 'url']);

/** "1984" and "~1984-03" are less precise than "1984-03-14", not against it. */
function datesAgree(a: string, b: string): boolean {
  const [one, other] = [a.replace(/^~/, ''), b.replace(/^~/, '')];
  return one.startsWith(other) || other.startsWith(one);
}

function contradicts(property: PropertyType, values: readonly StoredValue[]): boolean {
  const strict = property.match === 'identifier' || property.match === 'birthDate' || property.identifier !== undefined;
  if (property.many || (LOOSE_KINDS.has(property.kind) && !strict)) return false;
  // A value that could not be read contradicts nothing.
  const sure = [...new Set(values.filter((value) => value.doubt === undefined).map((value) => identifierOf(property.kind, value.v)))];
  const agree = property.kind === 'date' ? datesAgree : () => false;
  return sure.some((value, at) => sure.slice(at + 1).some((other) => !agree(value, other)));
}

/** True when sources give values of a single-valued property that cannot all be right. Names and free text never do. */
export function contradictory(type: EntityType, values: Readonly<Record<string, readonly StoredValue[]>>): boolean {
  return type.properties.some((property) => {
    const said = values[property.id];
    return said !== undefined && said.length > 1 && contradicts(property, said);
  });
}
