interface Holding {
  readonly id: string;
  readonly members: readonly string[];
}

/**
 * Groups without the members that go, entities or groups: those that keep others, as they are then, and the ids of those in which nothing is left, which then also go out of the
 * groups that held them. Groups that held none of it are in neither.
 */
export function withoutMembers<G extends Holding>(groups: readonly G[], goes: (member: string) => boolean): { readonly put: readonly G[]; readonly gone: readonly string[] } {
  const changed = new Map<string, G>();
  const gone = new Set<string>();
  // A group that goes may leave another empty: until nothing changes any more.
  for (let again = true; again; ) {
    again = false;
    for (const original of groups) {
      if (gone.has(original.id)) continue;
      const group = changed.get(original.id) ?? original;
      const members = group.members.filter((member) => !goes(member) && !gone.has(member));
      if (members.length === group.members.length) continue;
      again = true;
      if (members.length > 0) changed.set(group.id, { ...group, members });
      else {
        changed.delete(group.id);
        gone.add(group.id);
      }
    }
  }
  return { put: [...changed.values()], gone: [...gone] };
}
