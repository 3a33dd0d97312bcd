import { wayToFreeRoom, type Spot } from './freeRoom';
import { gather, type Grouping } from './groupTree';

/** Where what is drawn stands: entities where they are, closed groups in the middle of what they hold. */
function spotsOf(groups: readonly Grouping[], places: ReadonlyMap<string, Spot>, shownAs: (member: string) => string | undefined): ReadonlyMap<string, Spot> {
  const { closed, within } = gather(groups, shownAs);
  const spots = new Map([...places].filter(([id]) => !within.has(id)));
  for (const [id, { members }] of closed) {
    const held = members.flatMap((member) => places.get(member) ?? []);
    spots.set(id, { x: held.reduce((sum, { x }) => sum + x, 0) / held.length, y: held.reduce((sum, { y }) => sum + y, 0) / held.length });
  }
  return spots;
}

/**
 * Moves by which what comes out of groups that are opened (`opened`, among `groups` as they are before) lies on nothing that stands there already: all of one group go by the same way, and
 * nothing else moves. Empty where there is room. `places`: middles of the entities that stand on the chart, by id.
 */
export function roomForOpened(groups: readonly Grouping[], opened: ReadonlySet<string>, places: ReadonlyMap<string, Spot>, shownAs: (member: string) => string | undefined): { readonly subject: string; readonly x: number; readonly y: number }[] {
  const before = gather(groups, shownAs);
  const taken = new Map([...spotsOf(groups, places, shownAs)].filter(([id]) => !opened.has(id)));
  const after = groups.map((group) => (opened.has(group.id) ? { ...group, collapsed: false } : group));
  const shown = [...spotsOf(after, places, shownAs)].filter(([id]) => !taken.has(id));
  const then = gather(after, shownAs);
  return [...before.closed].filter(([id]) => opened.has(id)).flatMap(([, { members }]) => {
    const own = new Set(members);
    const out = shown.filter(([id]) => own.has(id) || then.closed.get(id)?.members.some((member) => own.has(member)));
    const way = wayToFreeRoom(out.map(([, spot]) => spot), [...taken.values()]);
    for (const [id, { x, y }] of out) taken.set(id, { x: x + way.x, y: y + way.y });
    if (way.x === 0 && way.y === 0) return [];
    return members.flatMap((subject) => {
      const place = places.get(subject);
      return place === undefined ? [] : [{ subject, x: place.x + way.x, y: place.y + way.y }];
    });
  });
}
