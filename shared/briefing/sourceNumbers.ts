import type { Id } from '../model/ids';
import type { GatheredSource, GatheredStatement } from './gathered';

/** The sources of a document with the numbers under which every part of it cites them: [1], [2] … */
export interface SourceNumbers {
  readonly cited: readonly { readonly number: number; readonly source: GatheredSource; readonly statements: readonly GatheredStatement[] }[];
  readonly of: (source: Id) => number;
}

/** Numbers the sources that allowed statements come from, in the order in which they were received. */
export function numberSources(sources: readonly GatheredSource[], allowed: readonly GatheredStatement[]): SourceNumbers {
  const said = new Map<Id, GatheredStatement[]>();
  for (const statement of allowed) {
    const list = said.get(statement.source);
    if (list) list.push(statement);
    else said.set(statement.source, [statement]);
  }
  const order = (a: GatheredSource, b: GatheredSource): number => (a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1);
  const cited = sources.filter((source) => said.has(source.id)).sort(order).map((source, index) => ({ number: index + 1, source, statements: said.get(source.id) ?? [] }));
  const numbers = new Map(cited.map(({ number, source }) => [source.id, number]));
  return { cited, of: (source) => numbers.get(source) ?? 0 };
}

/** Several lists of numbers as one, rising, each once. */
export function mergeNumbers(lists: Iterable<readonly number[]>): number[] {
  const all = new Set<number>();
  for (const list of lists) for (const number of list) all.add(number);
  return [...all].sort((a, b) => a - b);
}
