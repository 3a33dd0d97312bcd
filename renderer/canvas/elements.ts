import type { EntityView } from '../../shared/contract/views';
import type { DrawnChart } from '../case/drawn/drawnChart';
import type { ChartItemRecord, ItemStyle, Representation } from '../../shared/model/drawing';
import type { CategoryMark } from '../../shared/schema/codeText';
import type { Family } from '../../shared/schema/types';
import type { Language } from '../../shared/values/kind';
import { inkOn, mixed } from './colours';
import type { DrawnBefore } from './drawnBefore';
import { edgeOf, fanned } from './edges';
import { FORMS } from './forms';
import { groupNode } from './groups';
import { formatValue } from '../../shared/values';
import type { Looks } from './looks';
import { pictureKey } from './pictureKey';
import { heldMeasures } from './represent';
import type { Theme } from './theme';

/** What Cytoscape knows of an entity. Plain values, so that two can be compared field by field. */
export interface NodeData {
  readonly id: string;
  readonly family: Family;
  readonly type: string;
  /** Data URI of the glyph in the theme's colour; absent when the type has none. */
  readonly glyph?: string;
  readonly caption: string;
  readonly key: string;
  readonly grading: string;
  /** Strictest handling code, in the few letters of a badge. */
  readonly handling: string;
  /** Letters and shape of its categories of data subject; absent without one. */
  readonly category?: string;
  readonly categoryForm?: CategoryMark['form'];
  readonly sources: number;
  /** How many records it stands for, where more than its own. */
  readonly members?: number;
  /** Of a closed group: how many entities it stands for, as it is written. */
  readonly held?: string;
  readonly contradicts: boolean;
  readonly pinned: boolean;
  /** Somebody wrote a note on it. */
  readonly noted?: boolean;
  /** What stands for it where that is not the sign of its type. */
  readonly as?: Representation;
  /** Which part of which picture fills its disc. */
  readonly photo?: string;
  /** When it was, in words: of an event frame. */
  readonly when?: string;
  /** Fill and ring where the item has a colour of its own; absent for those of its family. */
  readonly fill?: string;
  readonly ring?: string;
  /** Factor on the usual size where the item has its own, and the measures that follow from it, in chart units. */
  readonly size?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly glyphSize?: number;
}

/** What Cytoscape knows of a line. */
export interface EdgeData {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly label: string;
  /** Count or sum that is always shown; absent for a single link without an amount. */
  readonly pill?: string;
  readonly width: number;
  readonly strength: string;
  /** It has an arrow head at its end, and another at its start. */
  readonly directed: boolean;
  readonly bothWays?: true;
  /** How far from the next line between the same two, where that is closer than usual; chart units. */
  readonly step?: number;
  /** Where the line has its own; absent for that of all lines. */
  readonly colour?: string;
  readonly dashes?: 'solid' | 'dashed' | 'dotted';
}

export interface DrawnNode {
  readonly data: NodeData;
  readonly x: number;
  readonly y: number;
}

/** All that must be on the canvas, by id. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: ReadonlyMap<string, EdgeData>;
}

export interface DrawingContext {
  readonly looks: Looks;
  readonly theme: Theme;
  readonly language: Language;
  /** Says of an amount that it is what is left after what came back. */
  readonly net?: (amount: string) => string;
  paint(icon: string, colour: string): string;
  /** What was made for drawings before; without it all is made anew. */
  readonly before?: DrawnBefore;
}

/** Side of a glyph in chart units. */
export const GLYPH_SIZE = 21;

const measures = (size: number, family: Family): Pick<NodeData, 'size' | 'frameWidth' | 'frameHeight' | 'glyphSize'> => ({
  size, frameWidth: FORMS[family].width * size, frameHeight: FORMS[family].height * size, glyphSize: GLYPH_SIZE * size,
});

/** An item's frame in chart units, its own size counted. */
export const frameOf = ({ family, frameWidth, frameHeight }: Pick<NodeData, 'family' | 'frameWidth' | 'frameHeight'>): { readonly width: number; readonly height: number } => ({ width: frameWidth ?? FORMS[family].width, height: frameHeight ?? FORMS[family].height });

/** When it was: "3 May 2026", or from when until when. */
const spanText = ({ start, end }: Pick<EntityView, 'start' | 'end'>, language: Language): string => [start, end === start ? null : end].flatMap((date) => (date === null ? [] : [formatValue('date', date, language)])).join(' – ');

function nodeOf(entity: EntityView, item: ChartItemRecord, context: DrawingContext): DrawnNode {
  const { family, icon } = context.looks.entity(entity.type);
  const { colour, size, icon: own, representation, picture } = item.style ?? {};
  const glyph = context.paint(own ?? icon, colour === undefined ? context.theme.families[family].ink : inkOn(colour));
  const { id, type, caption, grading, sources, contradicts } = entity;
  const members = entity.members?.length ?? 1;
  const handling = context.looks.handling(entity.handling);
  const category = context.looks.category(type, entity.category);
  return { x: item.x, y: item.y, data: { id, family, type, ...(glyph ? { glyph } : {}), caption, key: context.looks.key(type, entity.key), grading, handling, ...(category ? { category: category.text, categoryForm: category.form } : {}), sources, ...(members > 1 ? { members } : {}), contradicts, pinned: item.pinned, ...(colour === undefined ? {} : { fill: colour, ring: mixed(colour, inkOn(colour), 0.45) }), ...(size === undefined ? {} : measures(size, family)), ...heldMeasures(representation, size ?? 1), ...(representation === 'picture' && picture ? { photo: pictureKey(picture) } : {}), ...(representation === 'eventFrame' ? { when: spanText(entity, context.language) } : {}) } };
}

/** What a chart looks like on the canvas. Items whose entity is gone, hidden ones and lines that lack an end are left out. */
export function drawingOf(view: DrawnChart, context: DrawingContext): Drawing {
  const { before } = context;
  const { lineTexts } = view.chart.options ?? {};
  before?.begin(context, JSON.stringify(lineTexts ?? null));
  const items = new Map<string, ChartItemRecord>();
  const hidden = new Set<string>();
  const lineStyles = new Map<string, ItemStyle>();
  for (const item of view.items) {
    if (item.hidden) hidden.add(item.subject);
    else if (item.kind === 'entity') items.set(item.subject, item);
    else if (item.style !== undefined) lineStyles.set(item.subject, item.style);
  }
  const noted = new Set(view.annotations.flatMap(({ style }) => style?.anchor ?? []));
  const nodes = new Map<string, DrawnNode>();
  for (const entity of view.entities) {
    const item = items.get(entity.id);
    if (!item) continue;
    const isNoted = noted.size > 0 && (noted.has(entity.id) || (entity.members ?? []).some((member) => noted.has(member)));
    const made = (): DrawnNode => {
      const node = nodeOf(entity, item, context);
      return isNoted ? { ...node, data: { ...node.data, noted: true } } : node;
    };
    nodes.set(entity.id, before ? before.node(entity, item, isNoted, made) : made());
  }
  for (const group of view.closed) nodes.set(group.id, groupNode(group, context));
  const edges = new Map<string, EdgeData>();
  // A style is kept under what the line is folded by: a line of one link has the link's own id.
  for (const line of view.lines) {
    if (hidden.has(line.id) || !nodes.has(line.from) || !nodes.has(line.to)) continue;
    const style = lineStyles.size === 0 ? undefined : lineStyles.get(line.id) ?? lineStyles.get(`${line.type}|${line.from}|${line.to}`);
    const made = (): EdgeData => edgeOf(line, style, lineTexts, context);
    edges.set(line.id, before ? before.edge(line, style, made) : made());
  }
  return { nodes, edges: before ? before.fanned(edges, fanned) : fanned(edges) };
}
