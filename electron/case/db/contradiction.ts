import { canContradict, valuesAgree } from '../../../shared/analysis/contradiction';
import type { EntityType } from '../../../shared/schema/types';
import type { StoredValue } from '../../../shared/values/kind';

/** True when sources give values of a single-valued property that cannot all be right. Names and free text never do. */
export function contradictory(type: EntityType, values: Readonly<Record<string, readonly StoredValue[]>>): boolean {
  return type.properties.some((property) => {
    const said = values[property.id];
    if (said === undefined || said.length < 2 || !canContradict(property)) return false;
    // Sources repeat each other by the thousand; only what differs is compared.
    const distinct = [...new Map(said.map((value) => [value.v, value])).values()];
    return distinct.some((value, at) => distinct.slice(at + 1).some((other) => !valuesAgree(property, value, other)));
  });
}
