import { foldAll, type Fold, type Foldable } from '../analysis/drawing/fold';
import { apartAmong, foldingsOf, pairKey, shownPair } from '../analysis/drawing/folding';
import { lineText } from '../analysis/drawing/lineText';
import type { ItemStyle } from '../model/drawing';
import type { Id } from '../model/ids';
import { formatProperty } from '../schema/choice';
import type { LinkType } from '../schema/types';
import type { Figure } from './document';
import { totalText } from './fold';
import type { GatheredChart } from './gathered';
import type { Scene, SceneLink } from './scene';

type Line = Figure['lines'][number];
type Foldables = Foldable & { readonly link: SceneLink };
type Drawing = Pick<GatheredChart, 'options' | 'styles'>;

/** How a chart is drawn, by the ids that its records are shown under. */
export function drawnUnder({ options, styles }: Drawing, topOf: (id: Id) => Id): Drawing {
  const shown = (subject: string): string => subject.split('|').map((part, at) => (at === 0 && subject.includes('|') ? part : topOf(part))).join('|');
  return {
    ...(options === undefined ? {} : { options: { ...options, ...(options.pairFolding === undefined ? {} : { pairFolding: Object.fromEntries(Object.entries(options.pairFolding).map(([key, folding]) => [shownPair(key, topOf), folding])) }) } }),
    // What a record is shown under goes before what it stands for.
    ...(styles === undefined ? {} : { styles: { ...Object.fromEntries(Object.entries(styles).map(([subject, style]) => [shown(subject), style])), ...styles } }),
  };
}

/** The look of a link's line: its own, else that of the lines between its ends. */
export const styleOfLink = ({ id, type, from, to }: SceneLink, styles: GatheredChart['styles']): ItemStyle | undefined => styles?.[id] ?? styles?.[`${type.id}|${from.id}|${to.id}`] ?? (type.directed ? undefined : styles?.[`${type.id}|${to.id}|${from.id}`]);

/** An amount as people read it, by the property of whichever of these types has one. */
function amountOf(types: readonly LinkType[], { language }: Scene): (canonical: string) => string {
  const properties = types.flatMap((type) => type.properties.filter((property) => property.id === type.amount));
  return (canonical) => (properties[0] === undefined ? '' : formatProperty(properties[0], canonical, language));
}

/** Types that are named on a line; the others are only counted. */
const NAMED_TYPES = 2;

function labelOf(types: readonly LinkType[], { language }: Scene): string {
  const names = types.slice(0, NAMED_TYPES).map((type) => type.label[language]).join(', ');
  return types.length > NAMED_TYPES ? `${names} +${types.length - NAMED_TYPES}` : names;
}

/** What all lines of a fold have in common of their looks. */
function sharedLook(styles: readonly (ItemStyle | undefined)[]): Pick<Line, 'colour' | 'dashes' | 'width'> {
  const [first] = styles;
  const widths = styles.flatMap((style) => style?.width ?? []);
  return {
    ...(first?.colour !== undefined && styles.every((style) => style?.colour === first.colour) ? { colour: first.colour } : {}),
    ...(first?.line !== undefined && styles.every((style) => style?.line === first.line) ? { dashes: first.line } : {}),
    ...(widths.length === 0 ? {} : { width: Math.max(...widths) }),
  };
}

function lineOf(fold: Fold<Foldables>, drawing: Drawing, types: ReadonlyMap<string, LinkType>, scene: Scene): Line {
  const links = fold.lines.map((line) => line.link);
  const own = fold.types.flatMap((id) => types.get(id) ?? []);
  const directed = fold.heads === undefined ? own[0]?.directed === true : fold.heads !== 'none';
  const asked = drawing.options?.lineTexts;
  const mixed = own.length > 1 || fold.flow !== undefined;
  const type = own[0];
  const amount = amountOf(own, scene);
  const words = { language: scene.language, amount, net: (said: string) => scene.words('net', { amount: said }) };
  const total = type !== undefined && !mixed ? totalText({ type, links }, scene.language) : fold.totals.map(amount).filter((text) => text !== '').join(' + ');
  return {
    from: fold.from, to: fold.to, label: labelOf(own, scene), count: fold.count, total, directed, strength: fold.strength,
    ...(fold.heads === 'both' ? { bothWays: true } : {}), ...(fold.flow === undefined ? {} : { net: true }),
    ...(asked === undefined && !mixed ? {} : { text: lineText(fold, asked, type?.occurrence ?? false, words) }),
    ...sharedLook(links.map((link) => styleOfLink(link, drawing.styles))),
  };
}

/** Without direction the smaller id comes first. `shownAs` gives what stands for an end. */
function endsOf({ type, ...link }: SceneLink, shownAs: (id: Id) => Id): { readonly from: Id; readonly to: Id } {
  const [from, to] = [shownAs(link.from.id), shownAs(link.to.id)];
  return !type.directed && to < from ? { from: to, to: from } : { from, to };
}

/**
 * Lines of a figure: its links folded as the chart is, from nothing but what is given; a strength that was set on the chart counts. `shownAs` gives the closed group that stands for an
 * entity; links within one are in no line.
 */
export function foldScene(links: readonly SceneLink[], drawing: Drawing, scene: Scene, shownAs: (id: Id) => Id = (id) => id): Line[] {
  const folding = foldingsOf(drawing.options);
  const types = new Map(links.map(({ type }) => [type.id, type]));
  const outside = links.filter(({ from, to }) => from.id === to.id || shownAs(from.id) !== shownAs(to.id));
  const foldable = outside.map((link): Foldables => ({
    link, id: link.id, type: link.type.id, ...endsOf(link, shownAs), count: 1, start: link.start, end: link.end, amount: link.amount,
    strength: styleOfLink(link, drawing.styles)?.strength?.as ?? link.subject.strength, grading: '', handling: '',
  }));
  const keyOf = ({ type, from, to }: Foldables): string => `${type}|${from}|${to}`;
  const wanted = new Map<string, { readonly key: string; readonly pair: string; count: number }>();
  for (const line of foldable) {
    if (folding(line.type, line.from, line.to).folding !== 'apart') continue;
    const known = wanted.get(keyOf(line));
    if (known) known.count += 1;
    else wanted.set(keyOf(line), { key: keyOf(line), pair: pairKey(line.from, line.to), count: 1 });
  }
  const apart = apartAmong([...wanted.values()]);
  return foldAll<Foldables>(foldable, {
    asked: (line) => {
      const asked = folding(line.type, line.from, line.to);
      return asked.folding === 'apart' && !apart.has(keyOf(line)) ? { ...asked, folding: 'type' } : asked;
    },
    type: (id) => types.get(id) ?? { directed: true, occurrence: false },
    betterGrading: (one) => one, stricterHandling: (one) => one,
  }).map((fold) => lineOf(fold, drawing, types, scene));
}
