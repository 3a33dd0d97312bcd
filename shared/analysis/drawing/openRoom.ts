import { FreeRoom, type Spot } from './freeRoom';
import { gather, type Gathering, type Grouping } from './groupTree';

/** The middle of what a group holds. */
export function middleOf(spots: readonly Spot[]): Spot {
  return { x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length, y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length };
}

/** Where what is drawn stands: entities where they are, closed groups in the middle of what they hold. */
function spotsOf({ closed, within }: Gathering<Grouping>, places: ReadonlyMap<string, Spot>): ReadonlyMap<string, Spot> {
  const spots = new Map([...places].filter(([id]) => !within.has(id)));
  for (const [id, { members }] of closed) spots.set(id, middleOf(members.flatMap((member) => places.get(member) ?? [])));
  return spots;
}

/**
 * Moves by which what comes out of closed groups once groups are changed (opened, taken away) lies on nothing that stands there: all that comes out of one group goes by the same way, and
 * nothing else moves. Empty where there is room. `places`: middles of the entities that stand on the chart, by id.
 */
export function roomForOpened(before: readonly Grouping[], after: readonly Grouping[], places: ReadonlyMap<string, Spot>, shownAs: (member: string) => string | undefined): { readonly subject: string; readonly x: number; readonly y: number }[] {
  const [was, is] = [gather(before, shownAs), gather(after, shownAs)];
  const [stood, stand] = [spotsOf(was, places), spotsOf(is, places)];
  const room = new FreeRoom([...stand].flatMap(([id, spot]) => (stood.has(id) ? [spot] : [])));
  const units = new Map<string, string[]>();
  for (const id of stand.keys()) {
    const from = stood.has(id) ? undefined : was.within.get(is.closed.get(id)?.members[0] ?? id);
    if (from !== undefined) units.set(from, [...(units.get(from) ?? []), id]);
  }
  // Where two groups are in each other's way the smaller one goes.
  return [...units.values()].toSorted((a, b) => b.length - a.length).flatMap((ids) => {
    const spots = ids.flatMap((id) => stand.get(id) ?? []);
    const way = room.way(spots);
    for (const { x, y } of spots) room.add({ x: x + way.x, y: y + way.y });
    if (way.x === 0 && way.y === 0) return [];
    return ids.flatMap((id) => is.closed.get(id)?.members ?? [id]).flatMap((subject) => {
      const place = places.get(subject);
      return place === undefined ? [] : [{ subject, x: place.x + way.x, y: place.y + way.y }];
    });
  });
}
