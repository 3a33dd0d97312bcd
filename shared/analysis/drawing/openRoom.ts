import { wayToFreeRoom, type Spot } from './freeRoom';
import { gather, type Gathering, type Grouping } from './groupTree';

/** Where what is drawn stands: entities where they are, closed groups in the middle of what they hold. */
function spotsOf({ closed, within }: Gathering<Grouping>, places: ReadonlyMap<string, Spot>): ReadonlyMap<string, Spot> {
  const spots = new Map([...places].filter(([id]) => !within.has(id)));
  for (const [id, { members }] of closed) {
    const held = members.flatMap((member) => places.get(member) ?? []);
    spots.set(id, { x: held.reduce((sum, { x }) => sum + x, 0) / held.length, y: held.reduce((sum, { y }) => sum + y, 0) / held.length });
  }
  return spots;
}

/**
 * Moves by which what is drawn anew once groups are changed (opened, closed, made, taken away) lies on nothing that stands there already: what comes out of one group goes by the same way,
 * a group that is closed goes with all that it holds, and nothing else moves. Empty where there is room. `places`: middles of the entities that stand on the chart, by id.
 */
export function roomForRegrouped(before: readonly Grouping[], after: readonly Grouping[], places: ReadonlyMap<string, Spot>, shownAs: (member: string) => string | undefined): { readonly subject: string; readonly x: number; readonly y: number }[] {
  const [was, is] = [gather(before, shownAs), gather(after, shownAs)];
  const [stood, stand] = [spotsOf(was, places), spotsOf(is, places)];
  const taken = new Map([...stand].filter(([id]) => stood.has(id)));
  const units = new Map<string, string[]>();
  for (const id of stand.keys()) {
    if (taken.has(id)) continue;
    const [from, ...others] = new Set((is.closed.get(id)?.members ?? [id]).map((member) => was.within.get(member)));
    const unit = from !== undefined && others.length === 0 ? from : id;
    units.set(unit, [...(units.get(unit) ?? []), id]);
  }
  return [...units.values()].flatMap((ids) => {
    const spots = ids.flatMap((id) => stand.get(id) ?? []);
    const way = wayToFreeRoom(spots, [...taken.values()]);
    for (const [at, id] of ids.entries()) taken.set(id, { x: (spots[at]?.x ?? 0) + way.x, y: (spots[at]?.y ?? 0) + way.y });
    if (way.x === 0 && way.y === 0) return [];
    return ids.flatMap((id) => is.closed.get(id)?.members ?? [id]).flatMap((subject) => {
      const place = places.get(subject);
      return place === undefined ? [] : [{ subject, x: place.x + way.x, y: place.y + way.y }];
    });
  });
}
