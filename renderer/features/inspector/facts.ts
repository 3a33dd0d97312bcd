import type { StatementView } from '../../../shared/contract';
import type { PropertyType } from '../../../shared/schema/types';
import type { StoredValue } from '../../../shared/values/kind';

/** One value of a property with all statements that say it. */
export interface Fact {
  readonly value: StoredValue;
  readonly saidBy: readonly StatementView[];
}

export interface FactGroup {
  readonly property: string;
  readonly type: PropertyType | undefined;
  readonly facts: readonly Fact[];
  /** Values that cannot all be true. */
  readonly contradicts: boolean;
}

/**
 * What is said of a subject, by property in the order of its type (featured first), equal values together.
 * A property that holds one value contradicts itself when it has two; a less precise date does not contradict a more precise one that begins with it.
 */
export function groupFacts(statements: readonly StatementView[], properties: readonly PropertyType[]): FactGroup[] {
  const byProperty = new Map<string, Map<string, { value: StoredValue; saidBy: StatementView[] }>>();
  for (const statement of statements) {
    for (const [property, values] of Object.entries(statement.values)) {
      const facts = byProperty.get(property) ?? new Map<string, { value: StoredValue; saidBy: StatementView[] }>();
      byProperty.set(property, facts);
      for (const value of values) {
        const fact = facts.get(value.v) ?? { value: value as StoredValue, saidBy: [] };
        fact.saidBy.push(statement);
        facts.set(value.v, fact);
      }
    }
  }
  const order = [...properties].sort((a, b) => Number(b.featured ?? false) - Number(a.featured ?? false)).map((each) => each.id);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...byProperty.entries()].toSorted(([a], [b]) => rank(a) - rank(b)).map(([property, facts]) => {
    const type = properties.find((each) => each.id === property);
    const all = [...facts.values()].toSorted((a, b) => b.saidBy.length - a.saidBy.length);
    return { property, type, facts: all, contradicts: !(type?.many ?? false) && type?.kind !== 'longText' && !agree(all.map((fact) => fact.value.v)) };
  });
}

function agree(values: readonly string[]): boolean {
  const longest = values.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return values.every((value) => value === longest || (/^\d{4}(-\d\d)*$/.test(value) && longest.startsWith(value)));
}
