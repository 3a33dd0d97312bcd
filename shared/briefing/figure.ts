import { FAMILIES } from '../schema/types';
import type { Strength } from '../model/strength';
import type { Figure } from './document';
import { partConflicts } from '../analysis/contradiction';
import { foldLinks, totalText, type Fold } from './fold';
import type { GatheredChart } from './gathered';
import type { Scene, SceneEntity } from './scene';
import { stronger } from './subject';

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

const contradicts = ({ type, subject }: SceneEntity): boolean => type.properties.some((property) => partConflicts(property, subject.facts[property.id] ?? []).against.length > 0);

function legendOf(nodes: readonly SceneEntity[], lines: Figure['lines'], scene: Scene): Figure['legend'] {
  const { words, language } = scene;
  const counts = new Map<string, SceneEntity[]>();
  for (const node of nodes) counts.set(node.type.id, [...(counts.get(node.type.id) ?? []), node]);
  const types = [...counts.values()].flatMap((items) => (items[0] === undefined ? [] : [{ type: items[0].type, count: items.length }]));
  types.sort((a, b) => FAMILIES.indexOf(a.type.family) - FAMILIES.indexOf(b.type.family) || b.count - a.count || a.type.id.localeCompare(b.type.id));
  const badges: string[] = [];
  const notes: string[] = [];
  if (nodes.some((node) => node.subject.grading !== '')) badges.push(words('badgeGrading'));
  if (nodes.length > 0) badges.push(words('badgeSources'));
  if (nodes.some(contradicts)) badges.push(words('badgeContradicts'));
  if (lines.some((line) => line.total !== '')) notes.push(words('pillTotal'));
  if (lines.some((line) => line.count > 1 && line.total === '')) notes.push(words('pillCount'));
  return {
    types: types.map(({ type, count }) => ({ family: type.family, icon: type.icon, label: (count === 1 ? type.label : type.plural)[language], count })),
    strengths: STRENGTHS.filter((strength) => lines.some((line) => line.strength === strength)).map((strength) => ({ strength, label: words(strength) })),
    notes,
    badges,
    unlabelled: words('unlabelled', { count: '{{count}}' }),
    unnumbered: words('unnumbered'),
  };
}

function lineOf(fold: Fold, scene: Scene): Figure['lines'][number] {
  return {
    from: fold.from.id, to: fold.to.id, label: fold.type.label[scene.language], count: fold.links.length, total: totalText(fold, scene.language), directed: fold.type.directed,
    strength: fold.links.map((link) => link.subject.strength).reduce(stronger),
  };
}

/** One chart as a figure: places from the chart, folded lines, counts and totals from what passed the gate. */
export function figureOf(chart: GatheredChart, scene: Scene): Figure {
  const placed = chart.places.flatMap((place) => {
    const entity = scene.entities.get(place.entity);
    return entity === undefined ? [] : [{ ...place, entity }];
  });
  const links = chart.links.flatMap((id) => {
    const link = scene.links.get(id);
    return link === undefined ? [] : [link];
  });
  const lines = foldLinks(links).map((fold) => lineOf(fold, scene));
  return {
    nodes: placed.map(({ x, y, entity }) => ({
      id: entity.id, x, y, caption: entity.caption, key: entity.key, family: entity.type.family, icon: entity.type.icon, grading: entity.subject.grading,
      sources: entity.subject.sources.length, handling: '', category: '', contradicts: contradicts(entity),
    })),
    lines,
    legend: legendOf(placed.map(({ entity }) => entity), lines, scene),
  };
}

/** What is said of a figure to someone who cannot see it: how much there is, of what, and between whom most runs. */
export function figureAlternative(chart: GatheredChart, figure: Figure, scene: Scene): string {
  const names = new Map(figure.nodes.map((node) => [node.id, node.caption]));
  const degree = new Map<string, number>();
  for (const line of figure.lines) for (const end of [line.from, line.to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const most = [...degree].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([id]) => names.get(id) ?? '');
  const types = figure.legend.types.map(({ count, label }) => `${count} ${label}`).join(', ');
  const text = scene.words('figureAlternative', { name: chart.name, items: figure.nodes.length, lines: figure.lines.length, types });
  return most.length === 0 ? text : `${text} ${scene.words('figureCentre', { names: most.join(', ') })}`;
}
