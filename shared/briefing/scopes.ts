import type { BlockScope } from '../model/briefing';
import type { Id } from '../model/ids';
import type { Material } from './material';
import type { Scene, SceneEntity, SceneLink } from './scene';

/** What a block takes its items from, as far as it passed the gate. */
export interface Scoped {
  readonly entities: readonly SceneEntity[];
  readonly links: readonly SceneLink[];
}

/** What is on charts: on those that the briefing draws, live or frozen, or on one. */
function onCharts({ briefing, charts, frozen }: Material, only: Id | null): { entities: Set<Id>; links: Set<Id> } {
  const entities = new Set<Id>();
  const links = new Set<Id>();
  const figures = briefing.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
  const drawn = only !== null ? charts.filter((chart) => chart.id === only) : [
    ...charts.filter((chart) => figures.some((figure) => figure.chart === chart.id && figure.snapshot === null)),
    ...frozen.filter((each) => figures.some((figure) => figure.snapshot === each.snapshot)).map((each) => each.chart),
  ];
  for (const chart of drawn) {
    for (const place of chart.places) entities.add(place.entity);
    for (const link of chart.links) links.add(link);
  }
  return { entities, links };
}

/** The items of a scope, in the order in which they were gathered. */
export function scoped(scope: BlockScope, material: Material, scene: Scene): Scoped {
  if (scope.kind === 'entities') {
    const ids = new Set(scope.ids);
    return { entities: [...scene.entities.values()].filter(({ id }) => ids.has(id)), links: [...scene.links.values()].filter(({ from, to }) => ids.has(from.id) && ids.has(to.id)) };
  }
  const { entities, links } = onCharts(material, scope.kind === 'chart' ? scope.chart : null);
  return { entities: [...scene.entities.values()].filter(({ id }) => entities.has(id)), links: [...scene.links.values()].filter(({ id }) => links.has(id)) };
}
