import type { AnnotationRecord, Representation } from '../model/drawing';
import type { Id } from '../model/ids';
import type { ComposeContext } from './context';
import type { Figure } from './document';
import { styleOfLink } from './foldScene';
import type { GatheredChart } from './gathered';
import type { Scene, SceneLink } from './scene';

type Printed = NonNullable<Figure['annotations']>[number];
type Node = Figure['nodes'][number];

/** Lines of which it is said one by one that they are shown otherwise than they are graded; more are counted. */
const SAID = 8;

/** What is written and drawn on a chart, tied to the ids that its records are shown under. */
export const annotationsUnder = (annotations: readonly AnnotationRecord[], topOf: (id: Id) => Id): AnnotationRecord[] =>
  annotations.map((each) => (each.style?.anchor === undefined ? each : { ...each, style: { ...each.style, anchor: topOf(each.style.anchor) } }));

/**
 * What of it a figure shows: all but what its author keeps; what is tied to something only where that is shown, at its place. Where things were placed `anew`, what is tied to nothing has no
 * place any more.
 */
export function printedAnnotations({ annotations = [] }: Pick<GatheredChart, 'annotations'>, nodes: readonly Pick<Node, 'id' | 'x' | 'y'>[], anew: boolean): Printed[] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return annotations.flatMap(({ kind, x, y, width, height, text, style }): Printed[] => {
    if (style?.ownOnly === true) return [];
    const tie = style?.anchor === undefined ? null : (places.get(style.anchor) ?? 'gone');
    if (tie === 'gone' || (tie === null && anew)) return [];
    return [{
      kind, x: x + (tie?.x ?? 0), y: y + (tie?.y ?? 0), width, height, text, ...(tie === null ? {} : { tie: tie.id }),
      ...(style?.colour === undefined ? {} : { colour: style.colour }), ...(style?.line === undefined ? {} : { line: style.line }), ...(style?.size === undefined ? {} : { size: style.size }),
    }];
  });
}

/** Which lines are drawn stronger or weaker than they are graded, and why: said under the figure, because it is their author's word. */
export function strengthNotes(links: readonly SceneLink[], { styles }: Pick<GatheredChart, 'styles'>, { words }: Scene): string[] {
  const said = new Set(links.flatMap((link) => {
    const own = styleOfLink(link, styles)?.strength;
    if (own === undefined || own.as === link.subject.strength) return [];
    return [words('strengthSaid', { line: `${link.from.caption} – ${link.to.caption}`, shown: words(own.as), graded: words(link.subject.strength), reason: own.reason.replace(/\s+/g, ' ').replace(/\.$/, '') })];
  }));
  return [...[...said].slice(0, SAID), ...(said.size > SAID ? [words('strengthMore', { count: said.size - SAID })] : [])];
}

const FRAMED: ReadonlySet<Representation> = new Set(['box', 'circle', 'eventFrame', 'text']);

/**
 * The nodes with what stands for them on the chart. A photograph is there only where its source may be shown whole; else the sign of the type stands. Answers the marks that the
 * figure carries for the photographs.
 */
export function represented(nodes: readonly Node[], { styles = {} }: Pick<GatheredChart, 'styles'>, { exhibits, ledger }: Pick<ComposeContext, 'exhibits' | 'ledger'>): { readonly nodes: Node[]; readonly marks: readonly number[] } {
  const marks = new Set<number>();
  const shown = nodes.map((node): Node => {
    const { representation, picture } = styles[node.id] ?? {};
    if (representation === undefined || representation === 'icon') return node;
    if (FRAMED.has(representation)) return { ...node, as: representation };
    const exhibit = picture === undefined ? undefined : exhibits.get(picture.source);
    if (picture === undefined || exhibit === undefined || exhibit.picture === null) return node;
    for (const mark of ledger.enterDocument(exhibit, exhibit.said)) marks.add(mark);
    const { mediaType, data } = exhibit.picture;
    return { ...node, as: 'picture', photo: { mediaType, data, cut: { x: picture.x, y: picture.y, side: picture.side } } };
  });
  return { nodes: shown, marks: [...marks] };
}
