import { finish } from '../../../shared/analysis/layout/finish';
import { adjacencyOf, degreeOf, ITEM_HEIGHT, type Arrange } from '../../../shared/analysis/layout/graph';
import { ringPlaces, ringRadius } from '../../../shared/analysis/layout/ring';

/** Air between two rings beyond the room of an item. */
const RING = ITEM_HEIGHT * 1.9;

/** Items with most neighbours in the middle, the others on rings round them; each ring starts near the neighbours inside it. */
export const concentric: Arrange = (graph) => {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const free = [...graph.fixed.keys()].filter((v) => !graph.fixed[v]).sort((a, b) => degreeOf(adjacency, b) - degreeOf(adjacency, a) || graph.order[a]! - graph.order[b]!);
  const angle = new Float64Array(graph.n).fill(Number.NaN);
  let taken = 0;
  for (let ring = 0; taken < free.length; ring++) {
    const radius = ring * RING * 1.35;
    let room = 1;
    while (ring > 0 && ringRadius(room + 1) <= radius) room++;
    const members = free.slice(taken, taken + room);
    taken += members.length;
    const wanted = new Map(members.map((v) => [v, inwardAngle(adjacency, angle, v)]));
    members.sort((a, b) => wanted.get(a)! - wanted.get(b)! || graph.order[a]! - graph.order[b]!);
    ringPlaces(members.length, radius).forEach((place, i) => {
      const v = members[i]!;
      x[v] = place.x;
      y[v] = place.y;
      if (ring > 0) angle[v] = fromTop(place.x, place.y);
    });
  }
  return finish(graph, x, y);
};

/** Angle from the top, clockwise, 0 to 2π. */
function fromTop(x: number, y: number): number {
  const turn = Math.atan2(x, -y);
  return turn < 0 ? turn + 2 * Math.PI : turn;
}

/** The mean direction in which the neighbours on inner rings lie; half a turn when there are none. */
function inwardAngle(adjacency: ReturnType<typeof adjacencyOf>, angle: Float64Array, v: number): number {
  let sine = 0;
  let cosine = 0;
  for (let i = adjacency.offset[v]!; i < adjacency.offset[v + 1]!; i++) {
    const turn = angle[adjacency.adjacent[i]!]!;
    if (Number.isNaN(turn)) continue;
    sine += Math.sin(turn);
    cosine += Math.cos(turn);
  }
  return sine === 0 && cosine === 0 ? Math.PI : fromTop(sine, -cosine);
}
