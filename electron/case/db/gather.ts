import { onBasis, strongerOf } from '../../../shared/analysis/evaluation';
import type { Basis } from '../../../shared/model/evaluation';
import type { Strength } from '../../../shared/model/strength';
import type { StoredValue } from '../../../shared/values/kind';
import type { Evaluations, Graded, Handled } from './evaluation';

const NONE: readonly string[] = [];

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
  /** The amounts of each statement, where these were asked for: a total counts what is said twice twice. */
  readonly amounts: readonly string[];
  readonly sources: number;
  readonly grading: string;
  readonly handling: string;
  readonly strength: Strength;
  /** Something is said of it, and all of it is assessment. */
  readonly assessed: boolean;
}

export interface GatherOptions {
  /** Property whose values `amounts` holds. */
  readonly amount?: string | undefined;
  /** Characters of long values that are gathered in all; those beyond are passed over. Without it, all are. */
  readonly room?: number;
}

/** Statements up to so many characters are remembered, since they come back word for word. */
const REPEATED = 1000;
/** Values up to so many characters always have room. */
const SHORT = 1000;

/** Gathers the statements about one subject. They are taken one by one, so that no more than their values need be held. */
export function gather(rows: Iterable<SaidRow>, evaluations: Evaluations, { amount, room = Infinity }: GatherOptions = {}): Gathered {
  const values: Record<string, StoredValue[]> = {};
  const seen = new Map<string, Set<string>>();
  /** What short statements were, by their text: their amounts count again. */
  const read = new Map<string, readonly string[]>();
  const amounts: string[] = [];
  const sources = new Set<number>();
  let left = room;
  let best: Graded | null = null;
  let strictest: Handled | null = null;
  let strength: Strength = 'tentative';
  let facts = 0;
  for (const row of rows) {
    sources.add(row.source);
    if (row.basis === 'fact') facts += 1;
    const graded = evaluations.grading(row.grading);
    if (graded && (!best || graded.weight < best.weight)) best = graded;
    const handled = evaluations.handling(row.handling);
    if (handled && (!strictest || handled.rank > strictest.rank)) strictest = handled;
    strength = strongerOf(strength, onBasis(graded?.strength ?? 'unconfirmed', row.basis));
    const known = read.get(row.values);
    if (known) {
      amounts.push(...known);
      continue;
    }
    const said = JSON.parse(row.values) as Record<string, StoredValue[]>;
    const counted = amount === undefined ? NONE : (said[amount] ?? []).map((value) => value.v);
    if (row.values.length <= REPEATED) read.set(row.values, counted);
    amounts.push(...counted);
    for (const [property, list] of Object.entries(said)) {
      let marks = seen.get(property);
      if (marks === undefined) seen.set(property, (marks = new Set()));
      for (const value of list) {
        const long = value.v.length > SHORT;
        if (long && value.v.length > left) continue;
        const mark = value.raw === undefined || value.raw === '' ? value.v : `${value.v}\u0000${value.raw}`;
        if (marks.has(mark)) continue;
        marks.add(mark);
        if (long) left -= value.v.length;
        (values[property] ??= []).push(value);
      }
    }
  }
  return { values, amounts, sources: sources.size, grading: best?.text ?? '', handling: strictest?.code ?? '', strength, assessed: sources.size > 0 && facts === 0 };
}

/** What a single statement comes to, from values that need not be read back: the same as `gather` of that one row, without amounts. */
export function gatherOne(values: Gathered['values'], grading: string | null, handling: string, basis: Basis, evaluations: Evaluations): Gathered {
  const graded = evaluations.grading(grading);
  return { values, amounts: NONE, sources: 1, grading: graded?.text ?? '', handling: evaluations.handling(handling)?.code ?? '', strength: strongerOf('tentative', onBasis(graded?.strength ?? 'unconfirmed', basis)), assessed: basis === 'assessment' };
}
