import { v7 as newId } from 'uuid';
import type { ResultOf, CaseService } from '../../shared/contract';
import type { PropertyType } from '../../shared/schema/types';
import type { StoredValue } from '../../shared/values/kind';
import { typedValue } from '../ui/propertyValue';
import { attempt, execute, openCaseClient } from './execute';

type Said = ResultOf<CaseService['requests']['case.saidOf']>[number];

/** What stands between several values of one property in a cell. */
export const BETWEEN_VALUES = '; ';

/** Another value for one property of one entity. */
export interface ValueChange {
  readonly entity: string;
  readonly property: string;
  readonly values: readonly StoredValue[];
}

/** Why a value cannot be changed in a table: its text is none of the kind, or several statements say it and nobody knows which is wrong. */
export type EditProblem = { readonly kind: 'doubt'; readonly doubt: NonNullable<StoredValue['doubt']> } | { readonly kind: 'several' };

/** What was typed into a cell as values of its property; or what is wrong with it. An empty text is no value at all. */
export function cellValues(property: PropertyType, text: string): readonly StoredValue[] | EditProblem {
  const parts = property.many && property.kind !== 'longText' ? text.split(/;\s*|\n/) : [text];
  const read = parts.flatMap((part) => typedValue(property, part) ?? []);
  const doubt = read.find((value) => value.doubt !== undefined && value.doubt !== 'ambiguousDate')?.doubt;
  return doubt === undefined ? read : { kind: 'doubt', doubt };
}

type Change = { readonly id: string; readonly subject: string; readonly replaces: string | null; readonly values: Readonly<Record<string, StoredValue[]>> | null };

function changeOf({ entity, property, values }: ValueChange, said: readonly Said[]): Change | EditProblem | null {
  const [one, ...others] = said.filter((each) => each.values[property] !== undefined);
  if (others.length > 0) return { kind: 'several' };
  if (one === undefined) return values.length === 0 ? null : { id: newId(), subject: entity, replaces: null, values: { [property]: [...values] } };
  const { [property]: _before, ...rest } = one.values;
  const next = values.length === 0 ? rest : { ...one.values, [property]: [...values] };
  return { id: newId(), subject: one.subject, replaces: one.statement, values: Object.keys(next).length === 0 ? null : next };
}

/**
 * Changes values as one step: the one statement that says a value is corrected in its place, a value that nobody said is said under the entry source. Changes of one entity that one statement
 * says are one correction. What several statements say is left as it is: told by how many there were. Undefined where the case refused; why has been shown.
 */
export async function changeValues(changes: readonly ValueChange[]): Promise<{ readonly done: number; readonly several: number } | undefined> {
  if (changes.length === 0) return { done: 0, several: 0 };
  const said = await attempt(() => openCaseClient()['case.saidOf']({ ids: [...new Set(changes.map((each) => each.entity))], properties: [...new Set(changes.map((each) => each.property))] }));
  if (said === undefined) return undefined;
  const of = new Map<string, Said[]>();
  for (const each of said) of.set(each.of, [...(of.get(each.of) ?? []), each]);
  const planned = new Map<string, Change>();
  let [done, several] = [0, 0];
  for (const change of changes) {
    const own = of.get(change.entity) ?? [];
    const made = changeOf(change, own);
    if (made === null) continue;
    if ('kind' in made) {
      several += 1;
      continue;
    }
    done += 1;
    if (made.replaces === null) {
      const key = `new ${made.subject}`;
      planned.set(key, { ...made, values: { ...planned.get(key)?.values, ...made.values } });
      continue;
    }
    planned.set(made.replaces, made);
    // The next change of the same statement goes on from this one.
    of.set(change.entity, own.map((each) => (each.statement === made.replaces ? { ...each, values: (made.values ?? {}) as Said['values'] } : each)));
  }
  if (planned.size === 0) return { done, several };
  return (await execute('values.change', { changes: [...planned.values()].map((each) => ({ ...each, values: each.values === null ? null : { ...each.values } })) })) ? { done, several } : undefined;
}
