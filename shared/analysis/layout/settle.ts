import { apart, outwards, SLACK } from './apart';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph } from './graph';
import { Occupancy, separate } from './overlap';

/** Lines that are tried for a row, this share of its height apart, until all of it has room. */
const NEARBY = 0.5;
const MOST_LINES = 60;

/** Sets the free members of a row on one line, in their order along it: that of its fixed members where it has some, else the nearest to its middle on which all have room. */
function setRow(graph: LayoutGraph, { way, members }: NonNullable<LayoutGraph['rows']>[number], x: Float64Array, y: Float64Array, taken: Occupancy): void {
  const [along, across] = way === 'row' ? [x, y] : [y, x];
  const [room, roomAcross] = way === 'row' ? [ITEM_WIDTH, ITEM_HEIGHT] : [ITEM_HEIGHT, ITEM_WIDTH];
  const sizes = way === 'row' ? graph.rooms?.width : graph.rooms?.height;
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + across[v]!, 0) / list.length;
  const fixed = [...members].filter((v) => graph.fixed[v]);
  const free = [...members].filter((v) => !graph.fixed[v]).sort((a, b) => along[a]! - along[b]! || graph.order[a]! - graph.order[b]!);
  if (free.length === 0) return;
  const widest = sizes ? Math.max(room, ...free.map((v) => sizes[v]!)) : room;
  const places = apart(free.map((v) => along[v]!), widest + SLACK);
  const isFree = (at: number, line: number, v: number): boolean => (way === 'row' ? taken.isFree(at, line, v) : taken.isFree(line, at, v));
  let line = mean(fixed.length > 0 ? fixed : free);
  if (fixed.length === 0) {
    let tried = 0;
    for (const off of outwards(roomAcross * NEARBY)) {
      if (free.every((v, i) => isFree(places[i]!, line + off, v)) || ++tried > MOST_LINES) {
        line += tried > MOST_LINES ? 0 : off;
        break;
      }
    }
  }
  free.forEach((v, i) => {
    for (const off of outwards(room / 8)) {
      if (!isFree(places[i]! + off, line, v)) continue;
      along[v] = places[i]! + off;
      break;
    }
    across[v] = line;
    taken.add(v);
  });
}

/** The last step of a layout: kept rows and columns on their lines, then no item on another. Changes `x` and `y` in place; fixed items stay where they are. */
export function settle(graph: LayoutGraph, x: Float64Array, y: Float64Array): void {
  const rows = graph.rows ?? [];
  if (rows.length === 0) return separate(x, y, graph.fixed, graph.rooms);
  const stays = graph.fixed.slice();
  const taken = new Occupancy(x, y, graph.rooms);
  for (let v = 0; v < graph.n; v++) if (graph.fixed[v]) taken.add(v);
  for (const row of rows) {
    setRow(graph, row, x, y, taken);
    for (const v of row.members) stays[v] = 1;
  }
  separate(x, y, stays, graph.rooms);
}
