import { partConflicts } from '../../../shared/analysis/contradiction';
import { weakness, type SchemeSource } from '../../../shared/analysis/evaluation';
import type { StatementView } from '../../../shared/contract';
import type { PropertyType } from '../../../shared/schema/types';
import type { StoredValue } from '../../../shared/values/kind';

/** Stands behind every graded value: gradings run from 0 to 1. */
const UNGRADED = 2;

/** One value of a property with all statements that say it. */
export interface Fact {
  readonly value: StoredValue;
  readonly saidBy: readonly StatementView[];
}

export interface FactGroup {
  readonly property: string;
  readonly type: PropertyType | undefined;
  readonly facts: readonly Fact[];
  /** Values that stand against the first, which is the best graded. */
  readonly against: ReadonlySet<Fact>;
}

/**
 * What is said of a subject, by property in the order of its type (featured first), equal values together: the best graded value first, then the one
 * that is said most. What contradicts is decided by the rule that charts and briefings follow.
 */
export function groupFacts(statements: readonly StatementView[], properties: readonly PropertyType[], schemes: SchemeSource): FactGroup[] {
  const weakest = ({ saidBy }: Fact): number => Math.min(...saidBy.map(({ grading }) => (grading === null ? UNGRADED : weakness(grading, schemes))));
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
    const all: Fact[] = [...facts.values()].toSorted((a, b) => weakest(a) - weakest(b) || b.saidBy.length - a.saidBy.length);
    return { property, type, facts: all, against: new Set(type ? partConflicts(type, all).against : []) };
  });
}
