import { FreeRoom } from '../../../shared/analysis/drawing/freeRoom';
import { gather, type Opened } from '../../../shared/analysis/drawing/groupTree';
import { middleOf } from '../../../shared/analysis/drawing/openRoom';
import { TextRanks } from '../../../shared/analysis/evaluation';
import type { ChartView, EntityView } from '../../../shared/contract';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { DrawnChart, DrawnFrame, DrawnGroup } from './drawnChart';
import { endedOnGroups } from './groupLines';

type Item = ChartView['items'][number];
interface Member { readonly entity: EntityView; readonly item: Item }

/** What stands on a chart, by its own id and by those of all that it is taken for one with: has a place and is not hidden. */
function standing({ items, entities }: Pick<ChartView, 'items' | 'entities'>): { readonly shown: ReadonlyMap<string, Member>; readonly shownAs: ReadonlyMap<string, string> } {
  const places = new Map(items.flatMap((item) => (item.kind === 'entity' && !item.hidden ? [[item.subject, item] as const] : [])));
  const shown = new Map<string, Member>();
  const shownAs = new Map<string, string>();
  for (const entity of entities) {
    const item = places.get(entity.id);
    if (item === undefined) continue;
    shown.set(entity.id, { entity, item });
    for (const id of entity.members ?? [entity.id]) shownAs.set(id, entity.id);
  }
  return { shown, shownAs };
}

/** The type that most are of; of several as frequent the one that comes first in the alphabet. */
function mostCommon(types: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

const strictest = (members: readonly Member[], ranks: TextRanks): string => members.reduce((code, { entity }) => ranks.stricterHandling(code, entity.handling), '');

function drawnGroup(group: ChartGroupRecord, members: readonly Member[], ranks: TextRanks): DrawnGroup {
  const colour = group.style?.colour;
  return {
    id: group.id, name: group.name, ...middleOf(members.map(({ item }) => item)), members: members.map(({ entity }) => entity.id), handling: strictest(members, ranks),
    grading: members.reduce((text, { entity }) => ranks.betterGrading(text, entity.grading), ''), sources: Math.max(0, ...members.map(({ entity }) => entity.sources)), type: mostCommon(members.map(({ entity }) => entity.type)),
    ...(colour === undefined ? {} : { colour }), pinned: members.some(({ item }) => item.pinned),
  };
}

/** A group beside what stands in its middle, so that it lies on nothing; what it holds stays where it is. */
function clear(group: DrawnGroup, room: FreeRoom): DrawnGroup {
  const way = room.way([group]);
  const moved = { ...group, x: group.x + way.x, y: group.y + way.y };
  room.add(moved);
  return moved;
}

function drawnFrame({ group, members, count, depth, levels }: Opened<ChartGroupRecord>, standsFor: (id: string) => readonly Member[], ranks: TextRanks): DrawnFrame {
  const colour = group.style?.colour;
  return { id: group.id, name: group.name, members, count, handling: strictest(members.flatMap(standsFor), ranks), ...(colour === undefined ? {} : { colour }), depth, levels };
}

/**
 * Puts one item in place of the members of each closed group, and frames round those of open ones. The outermost closed group stands for all that is in it; what lies in several
 * groups goes into the first of them by id that is closed. Lines to what a group stands for end on the group, to be folded there; those within are none.
 */
export function closeGroups(chart: DrawnChart, catalogue: Catalogue): DrawnChart {
  if (chart.groups.length === 0) return chart;
  const { shown, shownAs } = standing(chart);
  const { closed, open, within } = gather(chart.groups, (id) => shownAs.get(id));
  if (closed.size + open.length === 0) return chart;
  const ranks = new TextRanks(catalogue);
  const membersOf = (ids: readonly string[]): Member[] => ids.flatMap((id) => shown.get(id) ?? []);
  const room = new FreeRoom([...shown].flatMap(([id, { item }]) => (within.has(id) ? [] : [item])));
  const groups = [...closed.values()].map(({ group, members }) => clear(drawnGroup(group, membersOf(members), ranks), room));
  const members = new Map(groups.map((group) => [group.id, group.members]));
  const frames = open.filter(({ group }) => group.style?.bare !== true).map((each) => drawnFrame(each, (id) => membersOf(members.get(id) ?? [id]), ranks));
  if (groups.length === 0) return { ...chart, frames };
  const { lines, styles } = endedOnGroups(chart, within);
  return {
    ...chart, lines, closed: groups, frames,
    entities: chart.entities.filter(({ id }) => !within.has(id)),
    items: [...chart.items.filter((item) => item.kind !== 'entity' || !within.has(item.subject)), ...styles],
  };
}
