import { joinJudged } from '../analysis/identity';
import type { BlockScope, BriefingBlock } from '../model/briefing';
import type { IdentityMode } from '../model/identity';
import type { Id } from '../model/ids';
import type { Catalogue } from '../schema/catalogue';
import { annotationsUnder } from './drawnMarks';
import { groupsUnder } from './figureGroups';
import { drawnUnder } from './foldScene';
import type { GatheredChart, GatheredLink } from './gathered';
import type { GatheredJudgement, Material } from './material';

/** Which of the records that an audience is given are shown as one. */
export interface Joined {
  /** The id under which a record is shown: the smallest of those that it is one with; its own where it is alone or not given. */
  readonly topOf: (id: Id) => Id;
  /** Records that are shown as one, the smallest id first, by the id that they are shown under; never fewer than two. */
  readonly clusters: ReadonlyMap<Id, readonly Id[]>;
  /** By what they are joined, and all else that was judged of them, in the order of their ids. */
  readonly judgements: readonly GatheredJudgement[];
}

/** Every record by itself. */
export const APART: Joined = { topOf: (id) => id, clusters: new Map(), judgements: [] };

/**
 * Joins records by the judgements of which both ends are given: whoever may not know of a record is not told what it is one with, not even by what
 * two others have in common with it. `judgements` are those that the audience may have; `all` of an audience from which nothing is held back: then what was deleted still
 * joins what was judged to be the same as it, as in the window.
 */
export function joinGiven(judgements: readonly GatheredJudgement[], given: ReadonlySet<Id>, mode: IdentityMode, all = false): Joined {
  const known = judgements.filter(({ left, right }) => all || (given.has(left) && given.has(right))).sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = new Map<Id, Id[]>();
  for (const [id, top] of joinJudged(known, mode)) if (given.has(id)) groups.set(top, [...(groups.get(top) ?? []), id]);
  const clusters = new Map<Id, readonly Id[]>();
  const tops = new Map<Id, Id>();
  for (const members of groups.values()) {
    const [top] = members.sort();
    if (top === undefined || members.length < 2) continue;
    clusters.set(top, members);
    for (const id of members) tops.set(id, top);
  }
  return clusters.size === 0 ? APART : { topOf: (id) => tops.get(id) ?? id, clusters, judgements: known };
}

/** Links between what is shown; those between two records of one are gone. */
export const joinLinks = (links: readonly GatheredLink[], { topOf }: Joined): readonly GatheredLink[] =>
  links.map((link) => ({ ...link, from: topOf(link.from), to: topOf(link.to) })).filter(({ from, to }) => from !== to);

/** "type|from|to": how a line that stands for several links is known on a chart. */
function foldOf({ type, from, to }: GatheredLink, catalogue: Catalogue): string {
  const turned = catalogue.linkType(type)?.directed === false && to < from;
  return turned ? `${type}|${to}|${from}` : `${type}|${from}|${to}`;
}

/**
 * A chart on which records that are one stand once: where the record that they are shown under stands, else where the first of the others does; hidden
 * where that one is. Only what is given counts, so that no place tells of a record that is held back. Lines between what stands there, their own folds apart, are those of all records.
 */
export function joinChart(chart: GatheredChart, links: readonly GatheredLink[], given: ReadonlySet<Id>, joined: Joined, catalogue: Catalogue): GatheredChart {
  const hidden = new Set(chart.hidden);
  const places = new Map(chart.places.map((place) => [place.entity, place]));
  const shown = chart.places.filter(({ entity }) => {
    const members = joined.clusters.get(joined.topOf(entity));
    if (members === undefined || !given.has(entity)) return true;
    return members.find((id) => places.has(id) || hidden.has(id)) === entity;
  }).map((place) => ({ ...place, entity: joined.topOf(place.entity) }));
  const on = new Set(shown.map((place) => place.entity));
  const drawn = new Set(chart.links);
  const lines = joinLinks(links, joined).filter((link) => drawn.has(link.id) && on.has(link.from) && on.has(link.to) && !hidden.has(foldOf(link, catalogue)));
  return { ...chart, ...drawnUnder(chart, joined.topOf), ...(chart.annotations === undefined ? {} : { annotations: annotationsUnder(chart.annotations, joined.topOf) }), ...(chart.groups === undefined ? {} : { groups: groupsUnder(chart.groups, joined.topOf) }), places: shown, links: lines.map(({ id }) => id) };
}

const joinScope = (scope: BlockScope, { topOf }: Joined): BlockScope => (scope.kind === 'entities' ? { ...scope, ids: [...new Set(scope.ids.map(topOf))] } : scope);

function joinBlock(block: BriefingBlock, joined: Joined): BriefingBlock {
  if (block.kind === 'profile') return { ...block, entity: joined.topOf(block.entity) };
  return block.kind === 'table' || block.kind === 'timeline' ? { ...block, scope: joinScope(block.scope, joined) } : block;
}

/** Records of which something is said. */
const saidOf = (statements: readonly { readonly subject: Id; readonly subjectKind: 'entity' | 'link' }[]): ReadonlySet<Id> => new Set(statements.flatMap(({ subject, subjectKind }) => (subjectKind === 'entity' ? [subject] : [])));

/** Joins what stands in one place, live or frozen: entities, links and charts. `allowed` is what the audience is given of it, `all` as joinGiven takes it. */
export function joinPlace<P extends Pick<Material, 'entities' | 'links'>>(place: P, charts: readonly GatheredChart[], judgements: readonly GatheredJudgement[], allowed: Parameters<typeof saidOf>[0], { mode, all }: { readonly mode: IdentityMode; readonly all: boolean }, catalogue: Catalogue): { readonly place: P; readonly charts: readonly GatheredChart[]; readonly joined: Joined } {
  const given = saidOf(allowed);
  const joined = mode === 'strict' ? APART : joinGiven(judgements, given, mode, all);
  return {
    joined,
    charts: charts.map((chart) => joinChart(chart, place.links, given, joined, catalogue)),
    place: joined === APART ? place : { ...place, entities: place.entities.filter(({ id }) => joined.topOf(id) === id), links: joinLinks(place.links, joined) },
  };
}

/** The blocks of a briefing, about what is shown. */
export const joinBlocks = (blocks: readonly BriefingBlock[], joined: Joined): BriefingBlock[] => blocks.map((block) => joinBlock(block, joined));
