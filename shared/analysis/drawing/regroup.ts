import { withoutMembers } from '../../model/groupMembers';
import { withoutCircles, type Grouping } from './groupTree';

/** Groups as they are to be written, and ids of those that are to be taken away since nothing is left in them. */
export interface Regrouping<G extends Grouping> {
  readonly put: readonly G[];
  readonly gone: readonly string[];
}

/** The id under which a member stands on the chart: of an entity its own, or that of what it is taken for one with; undefined where it does not. */
type ShownAs = (member: string) => string | undefined;

/** What stands on the chart of each group, through the groups in it; empty for a group that holds nothing there. */
export function holdings(groups: readonly Grouping[], shownAs: ShownAs): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const [id, { members }] of withoutCircles(groups)) {
    const own = new Set<string>();
    for (const member of members) {
      const inner = held.get(member);
      if (inner) for (const each of inner) own.add(each);
      const entity = inner ? undefined : shownAs(member);
      if (entity !== undefined) own.add(entity);
    }
    held.set(id, own);
  }
  return held;
}

/** A group of fewer would tell that somebody is missing from it. */
const FEWEST = 2;

/**
 * Groups as somebody may have them who may not have all that they hold: those of which two or more stand on the chart, with these alone. What lay in one that stays away lies in the one
 * round it, as it would if that had never been made.
 */
export function groupsOfSeveral<G extends Grouping>(groups: readonly G[], shownAs: ShownAs): G[] {
  const held = holdings(groups, shownAs);
  const going = new Set([...held].filter(([, own]) => own.size >= FEWEST).map(([id]) => id));
  const inner = new Map(groups.filter(({ id }) => !going.has(id)).map(({ id }) => [id, [...(held.get(id) ?? [])]]));
  return groups.filter(({ id }) => going.has(id)).map((group) => ({ ...group, members: [...new Set(group.members.flatMap((member) => inner.get(member) ?? (going.has(member) || shownAs(member) !== undefined ? [member] : [])))] }));
}

/** Entities that are selected, with the outermost groups of which all is selected in place of what they hold: ids of groups, then of entities. */
export function selectedThings(groups: readonly Grouping[], shownAs: ShownAs, selected: readonly string[]): { readonly groups: readonly string[]; readonly entities: readonly string[] } {
  const held = holdings(groups, shownAs);
  const left = new Set(selected);
  const whole = [...held].filter(([, own]) => own.size > 0 && [...own].every((id) => left.has(id))).map(([id]) => id);
  const inner = new Set(groups.filter(({ id }) => whole.includes(id)).flatMap(({ id, members }) => members.filter((member) => member !== id && whole.includes(member))));
  const outer = whole.filter((id) => !inner.has(id));
  const covered = new Set(outer.flatMap((id) => [...(held.get(id) ?? [])]));
  return { groups: outer, entities: [...left].filter((id) => !covered.has(id)) };
}

/** Takes things (ids of entities as they stand on the chart, and of groups) out of the groups that hold them. A group in which nothing is left goes, also out of those that hold it. */
export const takenOut = <G extends Grouping>(groups: readonly G[], shownAs: ShownAs, things: ReadonlySet<string>): Regrouping<G> => withoutMembers(groups, (member) => things.has(member) || things.has(shownAs(member) ?? member));

/** Puts things into a group that is there, or a new one, and out of those in which they were. Where all of them lay in one group, a new one takes their place in it. */
export function takenTogether<G extends Grouping>(groups: readonly G[], shownAs: ShownAs, things: readonly string[], into: G): Regrouping<G> {
  const wanted = new Set(things.filter((id) => id !== into.id));
  const isWanted = (member: string): boolean => wanted.has(member) || wanted.has(shownAs(member) ?? member);
  const others = groups.filter((group) => group.id !== into.id);
  const isNew = others.length === groups.length;
  const holders = others.filter((group) => group.members.some(isWanted));
  const [holder] = holders;
  const parent = isNew && holder !== undefined && holders.length === 1 && [...wanted].every((thing) => holder.members.some((member) => member === thing || shownAs(member) === thing)) ? holder : undefined;
  const out = takenOut(parent === undefined ? others : others.filter((group) => group.id !== parent.id), shownAs, wanted);
  const made: G = { ...into, members: [...new Set([...into.members.filter((member) => !isWanted(member)), ...wanted])] };
  if (parent === undefined) return { put: [...out.put, made], gone: out.gone };
  return { put: [...out.put, { ...parent, members: [...parent.members.filter((member) => !isWanted(member)), made.id] }, made], gone: out.gone };
}

/** Takes groups away; what they held comes into the groups that held them. */
export function dissolved<G extends Grouping>(groups: readonly G[], ids: ReadonlySet<string>): Regrouping<G> {
  const tree = withoutCircles(groups);
  const inside = new Map<string, readonly string[]>();
  const put: G[] = [];
  for (const [id, { group, members }] of tree) {
    const now = [...new Set(members.flatMap((member) => inside.get(member) ?? [member]))];
    if (ids.has(id)) inside.set(id, now);
    else if (members.some((member) => ids.has(member))) put.push({ ...group, members: now });
  }
  return { put, gone: [...inside.keys()] };
}
