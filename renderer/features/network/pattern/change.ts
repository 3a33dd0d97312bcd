import { freshEdge, freshNode } from '../../../actions/pattern';
import { MOST_EDGES, MOST_NODES, type Pattern, type PatternEdge, type PatternNode, type PatternSequence } from '../../../../shared/model/pattern';

/** Letters by which the drawing and its fields name entities; lines have numbers. */
export const letterOf = (node: number): string => 'ABCDEF'.charAt(node);

const within = (value: number): number => Math.min(0.95, Math.max(0.05, value));

const PLACES = [0.16, 0.5, 0.84].flatMap((y) => [0.16, 0.5, 0.84].map((x) => ({ x, y })));

/** A place for one more: that of a few which is farthest from all that stand. */
function freePlace({ nodes }: Pattern): { x: number; y: number } {
  const room = (place: { readonly x: number; readonly y: number }): number => Math.min(...nodes.map(({ x, y }) => Math.hypot(x - place.x, y - place.y)));
  return PLACES.reduce((best, place) => (room(place) > room(best) ? place : best));
}

/** One entity more; the same pattern when it is full. */
export function withNode(pattern: Pattern, place = freePlace(pattern)): Pattern {
  return pattern.nodes.length >= MOST_NODES ? pattern : { ...pattern, nodes: [...pattern.nodes, freshNode(within(place.x), within(place.y))] };
}

export const moved = (pattern: Pattern, at: number, x: number, y: number): Pattern => changedNode(pattern, at, { x: within(x), y: within(y) });

export const changedNode = (pattern: Pattern, at: number, change: Partial<PatternNode>): Pattern => ({ ...pattern, nodes: pattern.nodes.map((node, n) => (n === at ? { ...node, ...change } : node)) });

/** A line between two; the same pattern when there is room for none. */
export const withEdge = (pattern: Pattern, from: number, to: number): Pattern => (from === to || pattern.edges.length >= MOST_EDGES ? pattern : { ...pattern, edges: [...pattern.edges, freshEdge(from, to)] });

/** Changes a line. What must not be there has no order in time. */
export function changedEdge(pattern: Pattern, at: number, change: Partial<PatternEdge>): Pattern {
  const edges = pattern.edges.map((edge, e) => (e === at ? { ...edge, ...change } : edge));
  return { ...pattern, edges, sequences: pattern.sequences.filter(({ first, second }) => edges[first]?.absent === false && edges[second]?.absent === false) };
}

export function withoutEdge(pattern: Pattern, at: number): Pattern {
  const next = (e: number): number => (e > at ? e - 1 : e);
  return { ...pattern, edges: pattern.edges.filter((_, e) => e !== at), sequences: pattern.sequences.filter(({ first, second }) => first !== at && second !== at).map((each) => ({ ...each, first: next(each.first), second: next(each.second) })) };
}

export function withoutNode(pattern: Pattern, at: number): Pattern {
  const next = (n: number): number => (n > at ? n - 1 : n);
  let left = pattern;
  for (let e = pattern.edges.length - 1; e >= 0; e -= 1) if (pattern.edges[e]?.from === at || pattern.edges[e]?.to === at) left = withoutEdge(left, e);
  return {
    ...left,
    nodes: left.nodes.filter((_, n) => n !== at),
    edges: left.edges.map((edge) => ({ ...edge, from: next(edge.from), to: next(edge.to) })),
    different: left.different.filter((pair) => !pair.includes(at)).map(([a, b]) => [next(a), next(b)]),
  };
}

/** Sets how a line lies in time beside another; null: they have nothing to do with each other. */
export function withSequence(pattern: Pattern, edge: number, other: number, sequence: Omit<PatternSequence, 'first' | 'second'> & { readonly after: boolean } | null): Pattern {
  const others = pattern.sequences.filter(({ first, second }) => !((first === edge && second === other) || (first === other && second === edge)));
  if (sequence === null) return { ...pattern, sequences: others };
  const { after, ordered, days } = sequence;
  return { ...pattern, sequences: [...others, { first: after ? other : edge, second: after ? edge : other, ordered, days }] };
}

/** Sets whether two must be different entities where others need not. */
export function setDifferent(pattern: Pattern, a: number, b: number, differ: boolean): Pattern {
  const others = pattern.different.filter((pair) => !(pair.includes(a) && pair.includes(b)));
  return { ...pattern, different: differ ? [...others, [a, b]] : others };
}
