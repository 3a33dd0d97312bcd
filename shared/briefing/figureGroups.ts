import { gather, type Gathering } from '../analysis/drawing/groupTree';
import { groupsOfSeveral } from '../analysis/drawing/regroup';
import type { ChartGroupRecord } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Figure } from './document';
import { handlingAmong } from './figureMarks';
import type { GatheredChart } from './gathered';
import type { Scene, SceneEntity } from './scene';

type Node = Figure['nodes'][number];
type Frame = NonNullable<Figure['frames']>[number];

/** An entity at its place on the figure. */
export interface Placed { readonly x: number; readonly y: number; readonly entity: SceneEntity }

/** Groups of a chart by the ids that records are shown under. */
export const groupsUnder = (groups: readonly ChartGroupRecord[], topOf: (id: Id) => Id): ChartGroupRecord[] => {
  const own = new Set(groups.map(({ id }) => id));
  return groups.map((group) => ({ ...group, members: [...new Set(group.members.map((member) => (own.has(member) ? member : topOf(member))))] }));
};

/** The chart with its groups as a recipient may have them: of which only one passed, it is drawn by itself. */
export function withGroupsOfSeveral<C extends Pick<GatheredChart, 'groups' | 'places'>>(chart: C, { entities }: Pick<Scene, 'entities'>): C {
  if (chart.groups === undefined) return chart;
  const on = new Set(chart.places.flatMap(({ entity }) => (entities.has(entity) ? [entity] : [])));
  return { ...chart, groups: groupsOfSeveral(chart.groups, (member) => (on.has(member) ? member : undefined)) };
}

/** Which closed group stands for each entity of a figure, and what its open groups hold: of nothing but what is given. */
export const gatheredIn = ({ groups = [], places }: Pick<GatheredChart, 'groups' | 'places'>, { entities }: Pick<Scene, 'entities'>): Gathering<ChartGroupRecord> => {
  const on = new Set(places.flatMap(({ entity }) => (entities.has(entity) ? [entity] : [])));
  return gather(groups, (member) => (on.has(member) ? member : undefined));
};

/** The type of which most are; of several as frequent the first. */
function mostCommon(members: readonly SceneEntity[]): SceneEntity['type'] | undefined {
  const counts = new Map<SceneEntity['type'], number>();
  for (const { type } of members) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a.id < b.id ? -1 : 1))[0]?.[0];
}

/** The best grading of what is said of any of them. */
function gradingOf(members: readonly SceneEntity[]): string {
  const graded = members.flatMap(({ subject }) => subject.statements).filter(({ grading }) => grading !== '');
  return graded.toSorted((a, b) => a.gradingWeight - b.gradingWeight)[0]?.grading ?? '';
}

const colourOf = ({ style }: ChartGroupRecord): { readonly colour?: string } => (style?.colour === undefined ? {} : { colour: style.colour });

/**
 * Closed groups as one mark each, in the middle of what they hold, and frames of open ones: name, count, grading and handling of what passed the gate, the strictest of it.
 */
export function figureGroups({ closed, open, within }: Gathering<ChartGroupRecord>, placed: readonly Placed[], scene: Scene): { readonly nodes: Node[]; readonly frames: Frame[] } {
  const places = new Map(placed.map((each) => [each.entity.id, each]));
  const nodes = [...closed.values()].map(({ group, members }): Node => {
    const held = members.flatMap((id) => places.get(id) ?? []);
    const entities = held.map(({ entity }) => entity);
    const type = mostCommon(entities);
    return {
      id: group.id, x: held.reduce((sum, { x }) => sum + x, 0) / held.length, y: held.reduce((sum, { y }) => sum + y, 0) / held.length, caption: group.name, key: '', family: type?.family ?? 'documents', icon: type?.icon ?? '',
      grading: gradingOf(entities), sources: 0, handling: handlingAmong(entities, scene), category: '', contradicts: false, holds: held.length, ...colourOf(group),
    };
  });
  const frames = open.filter(({ group }) => group.style?.bare !== true).map(({ group, members, count, depth }): Frame => {
    const held = members.flatMap((id) => closed.get(id)?.members ?? [id]).flatMap((id) => places.get(id)?.entity ?? []);
    return { name: group.name, members: members.filter((id) => closed.has(id) || (places.has(id) && !within.has(id))), count, depth, handling: handlingAmong(held, scene), ...colourOf(group) };
  });
  return { nodes, frames };
}
