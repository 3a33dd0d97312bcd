import { FAMILIES } from '../schema/types';
import type { ItemStyle } from '../model/drawing';
import type { Strength } from '../model/strength';
import type { Figure } from './document';
import { partConflicts } from '../analysis/contradiction';
import { formatProperty } from '../schema/choice';
import { CATEGORY, isMinor } from './category';
import { strengthNotes } from './drawnMarks';
import { figureGroups, gatheredIn } from './figureGroups';
import { handlingAmong } from './figureMarks';
import { foldScene } from './foldScene';
import type { GatheredChart } from './gathered';
import type { Stub } from './stubs';
import type { Scene, SceneEntity } from './scene';

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

const contradicts = ({ type, subject }: SceneEntity): boolean => type.properties.some((property) => partConflicts(property, subject.facts[property.id] ?? []).against.length > 0);

/** What a person is in this case, in words: a witness or victim is never drawn as anything else (Directive 2016/680 art. 6). Empty where nobody said. */
function categoryOf(entity: SceneEntity, at: string, { words, language }: Scene): string {
  const property = entity.type.properties.find((each) => each.id === CATEGORY);
  const said = property === undefined ? [] : (entity.subject.values[CATEGORY] ?? []).filter((value) => value.doubt === undefined).map((value) => formatProperty(property, value.v, language));
  return [...said, ...(property !== undefined && isMinor(entity, at) ? [words('minor')] : [])].join(', ');
}

const handlingOf = (entity: SceneEntity, scene: Scene): string => handlingAmong([entity], scene);

function legendOf(nodes: readonly SceneEntity[], lines: Figure['lines'], scene: Scene, { options, styles }: Pick<GatheredChart, 'options' | 'styles'>): Figure['legend'] {
  const { words, language } = scene;
  const counts = new Map<string, SceneEntity[]>();
  for (const node of nodes) counts.set(node.type.id, [...(counts.get(node.type.id) ?? []), node]);
  const types = [...counts.values()].flatMap((items) => (items[0] === undefined ? [] : [{ type: items[0].type, count: items.length }]));
  types.sort((a, b) => FAMILIES.indexOf(a.type.family) - FAMILIES.indexOf(b.type.family) || b.count - a.count || a.type.id.localeCompare(b.type.id));
  const badges: string[] = [];
  const notes: string[] = [];
  if (nodes.some((node) => node.subject.grading !== '')) badges.push(words('badgeGrading'));
  if (nodes.length > 0) badges.push(words('badgeSources'));
  if (nodes.some((node) => handlingOf(node, scene) !== '')) badges.push(words('badgeHandling'));
  if (nodes.some(contradicts)) badges.push(words('badgeContradicts'));
  const asked = options?.lineTexts;
  if ((asked === undefined || asked.includes('total')) && lines.some((line) => line.total !== '')) notes.push(words('pillTotal'));
  if (lines.some((line) => line.count > 1 && (asked === undefined ? line.total === '' || line.text?.includes(' · ') : asked.includes('count')))) notes.push(words('pillCount'));
  if (lines.some((line) => line.net === true && line.text !== '')) notes.push(words('pillNet'));
  if (nodes.some(({ id }) => styles?.[id]?.colour !== undefined || styles?.[id]?.size !== undefined) || lines.some((line) => line.colour !== undefined || line.dashes !== undefined)) notes.push(words('ownLook'));
  if (lines.some((line) => line.withheld === true)) notes.push(words('stubNote'));
  return {
    types: types.map(({ type, count }) => ({ family: type.family, icon: type.icon, label: (count === 1 ? type.label : type.plural)[language], count })),
    strengths: STRENGTHS.filter((strength) => lines.some((line) => line.strength === strength && line.withheld !== true)).map((strength) => ({ strength, label: words(strength) })),
    notes,
    badges,
    unlabelled: words('unlabelled', { count: '{{count}}' }),
    unnumbered: words('unnumbered'),
  };
}

/** The colour and size that an item has of its own. */
const lookOf = (style: ItemStyle | undefined): Pick<Figure['nodes'][number], 'colour' | 'size'> => ({ ...(style?.colour === undefined ? {} : { colour: style.colour }), ...(style?.size === undefined ? {} : { size: style.size }) });

/** What is said of single lines comes behind what is said of all. */
const withNotes = (notes: readonly string[], legend: Figure['legend']): Figure['legend'] => ({ ...legend, notes: [...legend.notes, ...notes] });

/**
 * One chart as a figure: places from the chart, folded lines, counts and totals from what passed the gate. `at` is when it is drawn (ISO, UTC); `stubs` stand for
 * links that are held back, where their author wants them.
 */
export function figureOf(chart: GatheredChart, scene: Scene, at = '', stubs: readonly Stub[] = []): Figure {
  const placed = chart.places.flatMap((place) => {
    const entity = scene.entities.get(place.entity);
    return entity === undefined ? [] : [{ ...place, entity }];
  });
  const links = chart.links.flatMap((id) => {
    const link = scene.links.get(id);
    return link === undefined ? [] : [link];
  });
  const gathered = gatheredIn(chart, scene);
  const shownAs = (id: string): string => gathered.within.get(id) ?? id;
  const groups = figureGroups(gathered, placed, scene);
  // What leads from one entity of a closed group to another leads nowhere.
  const drawnStubs = stubs.map((stub) => ({ ...stub, from: shownAs(stub.from), to: shownAs(stub.to) })).filter(({ from, to }) => from !== to);
  const lines: Figure['lines'] = [...foldScene(links, chart, scene, shownAs), ...drawnStubs.map(({ from, to, label }) => ({ from, to, label, count: 1, total: '', directed: false, strength: 'tentative' as const, withheld: true }))];
  return {
    nodes: [...placed.filter(({ entity }) => !gathered.within.has(entity.id)).map(({ x, y, entity }) => ({
      id: entity.id, x, y, caption: entity.caption, key: entity.key, family: entity.type.family, icon: chart.styles?.[entity.id]?.icon ?? entity.type.icon, grading: entity.subject.grading,
      sources: entity.subject.sources.length, handling: handlingOf(entity, scene), category: categoryOf(entity, at, scene), contradicts: contradicts(entity), ...lookOf(chart.styles?.[entity.id]),
    })), ...groups.nodes],
    ...(groups.frames.length === 0 ? {} : { frames: groups.frames }),
    lines,
    legend: withNotes([...(groups.nodes.length > 0 ? [scene.words('groupNote')] : []), ...(groups.frames.length > 0 ? [scene.words('frameNote')] : []), ...strengthNotes(links, chart, scene)], legendOf(placed.map(({ entity }) => entity), lines, scene, chart)),
  };
}

/** What is said of a figure to someone who cannot see it: how much there is, of what, and between whom most runs. */
export function figureAlternative(chart: GatheredChart, figure: Figure, scene: Scene): string {
  const names = new Map(figure.nodes.map((node) => [node.id, node.caption]));
  const degree = new Map<string, number>();
  const shown = figure.lines.filter((line) => line.withheld !== true);
  for (const line of shown) for (const end of [line.from, line.to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const most = [...degree].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([id]) => names.get(id) ?? '');
  const types = figure.legend.types.map(({ count, label }) => `${count} ${label}`).join(', ');
  const text = scene.words('figureAlternative', { name: chart.name, items: figure.nodes.length, lines: shown.length, types });
  return most.length === 0 ? text : `${text} ${scene.words('figureCentre', { names: most.join(', ') })}`;
}
