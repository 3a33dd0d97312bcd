import { leads, type Sought, type SoughtIn } from './sought';

/** Rounds after which narrowing brings little more than the search itself. */
const MOST_ROUNDS = 6;

/**
 * Who may stand for each node once everybody without a fitting neighbour for each of its connections is left out, again and again (arc consistency; A. Mackworth 1977).
 * The lists that were given stay as they are. Linear in arcs and edges for each round.
 */
export function narrowed({ edges }: Sought, network: SoughtIn, watch: () => void): Uint8Array[] {
  const { offset, adjacent, link } = network.arcs;
  const may = network.candidates.map((each) => each.slice());
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round += 1) {
    changed = false;
    edges.forEach((edge, e) => {
      if (edge.absent) return;
      for (const [here, there] of [[edge.from, edge.to], [edge.to, edge.from]] as const) {
        watch();
        const [own, other] = [may[here]!, may[there]!];
        for (let v = 0; v < own.length; v += 1) {
          if (own[v] === 0) continue;
          let left = edge.count;
          for (let i = offset[v]!, last = offset[v + 1]!; i < last && left > 0; i += 1) if (other[adjacent[i]!] === 1 && leads(network, e, edge, here, v, link[i]!)) left -= 1;
          if (left === 0) continue;
          own[v] = 0;
          changed = true;
        }
      }
    });
  }
  return may;
}
