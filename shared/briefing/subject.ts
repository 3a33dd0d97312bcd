import type { Id } from '../model/ids';
import type { Strength } from '../model/strength';
import type { StoredValue } from '../values/kind';
import type { GatheredStatement } from './gathered';
import { APART, type Joined } from './joined';
import { mergeNumbers, type SourceNumbers } from './sourceNumbers';

/** One value with the numbers of all sources that give it. */
export interface Fact {
  readonly value: StoredValue;
  readonly sources: readonly number[];
}

/** What allowed statements say of one entity or link. Everything that a document shows of it comes from here. */
export interface Subject {
  /** By property, in the order in which values were first said. */
  readonly facts: Readonly<Record<string, readonly Fact[]>>;
  /** The same without sources, as captions take it. */
  readonly values: Readonly<Record<string, readonly StoredValue[]>>;
  readonly statements: readonly GatheredStatement[];
  readonly sources: readonly number[];
  /** Best grading: "A1"; empty when none. */
  readonly grading: string;
  readonly strength: Strength;
  /** Handling codes of its statements, each once, as they were met. */
  readonly handling: readonly string[];
}

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/** The stronger of two. */
export const stronger = (a: Strength, b: Strength): Strength => (STRENGTHS.indexOf(a) <= STRENGTHS.indexOf(b) ? a : b);

function subjectOf(statements: readonly GatheredStatement[], numbers: SourceNumbers): Subject {
  const found: Record<string, Map<string, { value: StoredValue; sources: Set<number> }>> = {};
  const handling = new Set<string>();
  let best: GatheredStatement | null = null;
  let strength: Strength = 'tentative';
  for (const statement of statements) {
    const number = numbers.of(statement.source);
    strength = stronger(strength, statement.strength);
    if (statement.grading !== '' && (best === null || statement.gradingWeight < best.gradingWeight)) best = statement;
    for (const { code } of statement.handling) handling.add(code);
    for (const [property, values] of Object.entries(statement.values)) {
      const facts = (found[property] ??= new Map());
      for (const value of values) {
        const known = facts.get(value.v);
        if (known) known.sources.add(number);
        else facts.set(value.v, { value, sources: new Set([number]) });
      }
    }
  }
  const facts: Record<string, Fact[]> = {};
  const values: Record<string, StoredValue[]> = {};
  for (const [property, list] of Object.entries(found)) {
    facts[property] = [...list.values()].map(({ value, sources }) => ({ value, sources: mergeNumbers([[...sources]]) }));
    values[property] = facts[property].map(({ value }) => value);
  }
  return { facts, values, statements, sources: mergeNumbers([statements.map((statement) => numbers.of(statement.source))]), grading: best?.grading ?? '', strength, handling: [...handling] };
}

/**
 * What allowed statements say, by the id of what they are about; of records that are one together, first what is said of the one that they are shown under. A
 * subject of which nothing may be said is not in it.
 */
export function subjectsOf(allowed: readonly GatheredStatement[], numbers: SourceNumbers, joined: Joined = APART): ReadonlyMap<Id, Subject> {
  const bySubject = new Map<Id, GatheredStatement[]>();
  for (const statement of allowed) {
    const list = bySubject.get(statement.subject);
    if (list) list.push(statement);
    else bySubject.set(statement.subject, [statement]);
  }
  for (const [top, members] of joined.clusters) {
    const together = members.flatMap((id) => bySubject.get(id) ?? []);
    for (const id of members) bySubject.delete(id);
    if (together.length > 0) bySubject.set(top, together);
  }
  return new Map([...bySubject].map(([id, statements]) => [id, subjectOf(statements, numbers)]));
}
