import type { Id } from '../model/ids';
import type { GatheredSource, GatheredStatement } from './gathered';

/** The numbers under which every part of a document cites its sources: [1], [2] … */
export interface SourceNumbers {
  /** 0 for a source that nothing allowed comes from. */
  readonly of: (source: Id) => number;
}

const inOrder = (a: GatheredSource, b: GatheredSource): number => (a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1);

/** Numbers the sources that allowed statements come from, and documents that are shown, in the order in which they were received. */
export function numberSources(sources: readonly GatheredSource[], allowed: Iterable<GatheredStatement>, documents: Iterable<Id> = []): SourceNumbers {
  const said = new Set<Id>(documents);
  for (const statement of allowed) said.add(statement.source);
  const numbers = new Map(sources.filter((source) => said.has(source.id)).sort(inOrder).map((source, index) => [source.id, index + 1]));
  return { of: (source) => numbers.get(source) ?? 0 };
}

/** Several lists of numbers as one, rising, each once. */
export function mergeNumbers(lists: Iterable<readonly number[]>): number[] {
  const all = new Set<number>();
  for (const list of lists) for (const number of list) all.add(number);
  return [...all].sort((a, b) => a - b);
}
