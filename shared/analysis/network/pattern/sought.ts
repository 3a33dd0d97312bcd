import type { Arcs } from '../shortest';

/** A connection of a pattern, between its nodes by number. */
export interface SoughtEdge {
  readonly from: number;
  readonly to: number;
  /** Links may point either way. */
  readonly either: boolean;
  /** Links between the two at least. */
  readonly count: number;
  readonly absent: boolean;
  /** The same for edges that ask the same of their links. */
  readonly label: string;
}

/** Two edges of which some links follow one another, or lie near. */
export interface SoughtSequence {
  readonly first: number;
  readonly second: number;
  readonly ordered: boolean;
  /** In the unit of the times; Infinity: any. */
  readonly within: number;
}

/** A pattern as it is sought. */
export interface Sought {
  /** One for each node: the same where nodes ask the same of their entities. */
  readonly labels: readonly string[];
  readonly edges: readonly SoughtEdge[];
  readonly sequences: readonly SoughtSequence[];
  /** Whether two nodes must be different entities. */
  readonly different: (a: number, b: number) => boolean;
}

/** Where it is sought: arcs both ways, and what is known of nodes and links. */
export interface SoughtIn {
  readonly arcs: Arcs;
  /** The end that each link points away from. */
  readonly from: Uint32Array;
  /** 1 for links that lead both ways whatever is asked. */
  readonly free: Uint8Array;
  /** By link: bit e is set where it is one that edge e asks for. */
  readonly fits: Uint16Array;
  /** By node of the pattern: 1 for each entity that may stand there. */
  readonly candidates: readonly Uint8Array[];
  /** When each link begins; NaN where that is not said. Only asked for with sequences. */
  readonly start: Float64Array;
}

/** Whether a link, an arc of `v`, is one of edge `e` seen from the pattern node `at` that v stands for. */
export const leads = ({ from, free, fits }: SoughtIn, e: number, edge: SoughtEdge, at: number, v: number, link: number): boolean =>
  (fits[link]! & (1 << e)) !== 0 && (edge.either || free[link] === 1 || (from[link] === v) === (edge.from === at));
