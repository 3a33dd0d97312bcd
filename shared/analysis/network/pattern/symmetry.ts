import type { Sought } from './sought';

const sorted = (texts: readonly string[]): string => texts.toSorted((a, b) => (a < b ? -1 : 1)).join('\n');

/** What the connections of a pattern say once its nodes are put in other places. */
function connections({ edges, sequences }: Sought, place: readonly number[]): string {
  const key = (e: number): string => {
    const edge = edges[e]!;
    const [a, b] = [place[edge.from]!, place[edge.to]!];
    const ends = edge.either && a > b ? `${b} ${a}` : `${a} ${b}`;
    return `${ends} ${edge.either ? '-' : '>'} ${edge.count} ${edge.absent ? 'not' : ''} ${edge.label}`;
  };
  const inTime = sequences.map(({ first, second, ordered, within }) => {
    const pair = [key(first), key(second)];
    return `${(ordered ? pair : pair.toSorted((a, b) => (a < b ? -1 : 1))).join(' ~ ')} ${ordered ? '>' : '-'} ${within}`;
  });
  return `${sorted(edges.map((_, e) => key(e)))}\n\n${sorted(inTime)}`;
}

/** All ways to exchange the nodes of a pattern that leave it the same; the first is to leave all in place. At most 720 for six nodes. */
export function symmetriesOf(sought: Sought): readonly (readonly number[])[] {
  const { labels, different } = sought;
  const own = connections(sought, labels.map((_, at) => at));
  const found: number[][] = [];
  const place: number[] = [];
  const put = (): void => {
    const at = place.length;
    if (at === labels.length) {
      if (connections(sought, place) === own) found.push([...place]);
      return;
    }
    for (let to = 0; to < labels.length; to += 1) {
      if (labels[to] !== labels[at] || place.includes(to) || place.some((other, before) => different(before, at) !== different(other, to))) continue;
      place.push(to);
      put();
      place.pop();
    }
  };
  put();
  return found;
}

/**
 * Pairs of nodes of which the first must not stand for a greater entity than the second: of all exchanges of one finding only the one with the least entities
 * in the order of nodes keeps to them (J. Grochow, M. Kellis, "Network motif discovery using subgraph enumeration and symmetry-breaking", 2007).
 */
export function breakingPairs(symmetries: readonly (readonly number[])[], nodes: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let group = symmetries;
  for (let at = 0; at < nodes && group.length > 1; at += 1) {
    for (const other of new Set(group.map((each) => each[at]!))) if (other !== at) pairs.push([at, other]);
    group = group.filter((each) => each[at] === at);
  }
  return pairs;
}
