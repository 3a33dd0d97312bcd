/** What of a group decides where things are drawn. */
export interface Grouping {
  readonly id: string;
  /** Ids of entities and of groups. */
  readonly members: readonly string[];
  readonly collapsed: boolean;
}

/** Where what stands on a chart is drawn. */
export interface Gathering<G extends Grouping> {
  /** Outermost closed groups that hold something, by id, with the ids of the entities that they stand for. */
  readonly closed: ReadonlyMap<string, { readonly group: G; readonly members: readonly string[] }>;
  /** Open groups in which something is drawn; those that hold others come before these. */
  readonly open: readonly Opened<G>[];
  /** The closed group that stands for an entity; absent for one that stands by itself. */
  readonly within: ReadonlyMap<string, string>;
}

export interface Opened<G extends Grouping> {
  readonly group: G;
  /** Ids of what is drawn in it: entities and closed groups. */
  readonly members: readonly string[];
  /** How many entities are drawn in it, those that closed groups in it stand for among them. */
  readonly count: number;
  /** How many open groups lie round it. */
  readonly depth: number;
  /** How many open groups lie in it, one within the other, at most. */
  readonly levels: number;
}

const opening = <G extends Grouping>(group: G): { readonly group: G; readonly asked: readonly string[]; readonly members: string[]; at: number } => ({ group, asked: [...new Set(group.members)], members: [], at: 0 });

/** Groups by id, the innermost first, with what closes a circle left out of their members: a group that would come to hold itself holds less. */
export function withoutCircles<G extends Grouping>(groups: readonly G[]): Map<string, { readonly group: G; readonly members: readonly string[] }> {
  const all = new Map(groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((group) => [group.id, group]));
  const kept = new Map<string, { readonly group: G; readonly members: readonly string[] }>();
  const state = new Map<string, 'under way' | 'done'>();
  for (const start of all.values()) {
    if (state.has(start.id)) continue;
    // A stack of its own: groups may lie in one another deeper than a program may call itself.
    const way = [opening(start)];
    state.set(start.id, 'under way');
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const member = top.asked[top.at];
      if (member === undefined) {
        state.set(top.group.id, 'done');
        kept.set(top.group.id, { group: top.group, members: top.members });
        way.pop();
        continue;
      }
      top.at += 1;
      const inner = all.get(member);
      const known = inner === undefined ? 'done' : state.get(member);
      if (known === 'under way') continue;
      top.members.push(member);
      if (inner !== undefined && known === undefined) {
        state.set(member, 'under way');
        way.push(opening(inner));
      }
    }
  }
  return kept;
}

/**
 * Reads which closed group stands for each entity, and what is drawn in open ones. `shownAs` gives the id under which a member stands on the chart, undefined where it does not.
 * The outermost closed group stands for all that is in it. What lies in several groups goes into the first of them, by id, that is closed or lies in a closed one; as long as
 * all of them are open it is drawn once, within the frame of each. Groups that hold nothing of the chart are left out.
 */
export function gather<G extends Grouping>(groups: readonly G[], shownAs: (member: string) => string | undefined): Gathering<G> {
  const tree = withoutCircles(groups);
  // `kept` was filled from the inside out: whoever holds a group comes after it.
  const outsideIn = [...tree.keys()].reverse();
  const holders = new Map<string, string[]>();
  const hold = (member: string, group: string): void => {
    const known = holders.get(member);
    if (known === undefined) holders.set(member, [group]);
    else if (!known.includes(group)) known.push(group);
  };
  for (const { group, members } of tree.values()) {
    for (const member of members) {
      const inner = tree.has(member) ? member : shownAs(member);
      if (inner !== undefined) hold(inner, group.id);
    }
  }
  /** The outermost closed group round each group, itself among them. */
  const tops = new Map<string, string>();
  const topOf = (id: string): string | undefined => (holders.get(id) ?? []).toSorted().map((holder) => tops.get(holder)).find((top) => top !== undefined);
  for (const id of outsideIn) {
    const top = topOf(id) ?? (tree.get(id)?.group.collapsed ? id : undefined);
    if (top !== undefined) tops.set(id, top);
  }
  const within = new Map<string, string>();
  const standsFor = new Map<string, string[]>();
  for (const member of holders.keys()) {
    if (tree.has(member)) continue;
    const top = topOf(member);
    if (top === undefined) continue;
    within.set(member, top);
    const known = standsFor.get(top);
    if (known === undefined) standsFor.set(top, [member]);
    else known.push(member);
  }
  const closed = new Map([...standsFor].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, members]) => {
    const group = tree.get(id)?.group;
    return group === undefined ? [] : [[id, { group, members: members.toSorted() }] as const];
  }));
  return { closed, open: opened(tree, outsideIn, { tops, within, standsFor, shownAs }), within };
}

interface Found {
  readonly tops: ReadonlyMap<string, string>;
  readonly within: ReadonlyMap<string, string>;
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
  readonly shownAs: (member: string) => string | undefined;
}

/** Open groups that lie in no closed one and hold something, from the outside in. */
function opened<G extends Grouping>(tree: ReadonlyMap<string, { readonly group: G; readonly members: readonly string[] }>, outsideIn: readonly string[], { tops, within, standsFor, shownAs }: Found): Opened<G>[] {
  const drawn = new Map<string, Set<string>>();
  const levels = new Map<string, number>();
  for (const id of outsideIn.toReversed()) {
    if (tops.has(id)) continue;
    const own = new Set<string>();
    let least = 0;
    for (const member of tree.get(id)?.members ?? []) {
      if (standsFor.has(member)) own.add(member);
      const inner = drawn.get(member);
      if (inner !== undefined && inner.size > 0) {
        for (const each of inner) own.add(each);
        least = Math.max(least, (levels.get(member) ?? 0) + 1);
      }
      const entity = tree.has(member) ? undefined : shownAs(member);
      // One that a closed group elsewhere stands for is drawn there.
      if (entity !== undefined && !within.has(entity)) own.add(entity);
    }
    drawn.set(id, own);
    levels.set(id, least);
  }
  const depths = new Map<string, number>();
  return outsideIn.flatMap((id) => {
    const members = drawn.get(id);
    const held = tree.get(id);
    if (members === undefined || held === undefined || members.size === 0) return [];
    const depth = depths.get(id) ?? 0;
    for (const member of held.members) if (drawn.has(member)) depths.set(member, Math.max(depths.get(member) ?? 0, depth + 1));
    const count = [...members].reduce((sum, member) => sum + (standsFor.get(member)?.length ?? 1), 0);
    return [{ group: held.group, members: [...members], count, depth, levels: levels.get(id) ?? 0 }];
  });
}
