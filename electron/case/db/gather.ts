import { onBasis, strongerOf } from '../../../shared/analysis/evaluation';
import type { Basis } from '../../../shared/model/evaluation';
import type { Strength } from '../../../shared/model/strength';
import type { StoredValue } from '../../../shared/values/kind';
import type { Evaluations, Graded, Handled } from './evaluation';

/** A live statement as the database holds it; evaluation is its own, or its source's where it has none. */
export interface SaidRow {
  readonly subject: number;
  readonly values: string;
  readonly grading: string | null;
  readonly handling: string;
  readonly basis: Basis;
  readonly source: number;
}

/** What the live statements about one entity or link come to. */
export interface Gathered {
  /** Distinct values by property, in the order in which they were first said. */
  readonly values: Readonly<Record<string, readonly StoredValue[]>>;
  /** Each statement's values, for totals. */
  readonly statements: readonly Readonly<Record<string, readonly StoredValue[]>>[];
  readonly sources: number;
  readonly grading: string;
  readonly handling: string;
  readonly strength: Strength;
}

/** Gathers the statements about one subject. */
export function gather(rows: readonly SaidRow[], evaluations: Evaluations): Gathered {
  const values: Record<string, StoredValue[]> = {};
  const seen = new Set<string>();
  const read = new Map<string, Record<string, StoredValue[]>>();
  const statements: Record<string, StoredValue[]>[] = [];
  const sources = new Set<number>();
  let best: Graded | null = null;
  let strictest: Handled | null = null;
  let strength: Strength = 'tentative';
  for (const row of rows) {
    sources.add(row.source);
    const graded = evaluations.grading(row.grading);
    if (graded && (!best || graded.weight < best.weight)) best = graded;
    const handled = evaluations.handling(row.handling);
    if (handled && (!strictest || handled.rank > strictest.rank)) strictest = handled;
    strength = strongerOf(strength, onBasis(graded?.strength ?? 'unconfirmed', row.basis));
    const known = read.get(row.values);
    if (known) {
      statements.push(known);
      continue;
    }
    const said = JSON.parse(row.values) as Record<string, StoredValue[]>;
    read.set(row.values, said);
    statements.push(said);
    for (const [property, list] of Object.entries(said)) {
      for (const value of list) {
        const mark = `${property}\u0000${value.v}\u0000${value.raw ?? ''}`;
        if (seen.has(mark)) continue;
        seen.add(mark);
        (values[property] ??= []).push(value);
      }
    }
  }
  return { values, statements, sources: sources.size, grading: best?.text ?? '', handling: strictest?.code ?? '', strength };
}

/** What a single statement comes to, from values that need not be read back: the same as `gather` of that one row. */
export function gatherOne(values: Gathered['values'], grading: string | null, handling: string, basis: Basis, evaluations: Evaluations): Gathered {
  const graded = evaluations.grading(grading);
  return { values, statements: [values], sources: 1, grading: graded?.text ?? '', handling: evaluations.handling(handling)?.code ?? '', strength: strongerOf('tentative', onBasis(graded?.strength ?? 'unconfirmed', basis)) };
}
