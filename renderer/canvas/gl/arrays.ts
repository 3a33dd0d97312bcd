import type { EdgeData, Drawing, NodeData } from '../elements';
import { frameOf } from '../elements';
import { visibleOn } from '../colours';
import type { Theme } from '../theme';
import { FAMILIES } from '../../../shared/schema/types';
import { FORMS } from '../forms';
import { bendsOf } from './bends';
import { formNumber } from './outline';
import { PART, type PartsTarget } from './parts';

/** Bytes of one item and of one line, as the shaders read them. */
export const NODE_BYTES = 28;
export const EDGE_BYTES = 24;
/** Numbers of one place: x, y, and how far lines stay off: a factor on the usual size and the number of the form, or half a width and, negative, half a height. */
export const PLACE = 4;
const NODE_WORDS = NODE_BYTES / 4;
const EDGE_WORDS = EDGE_BYTES / 4;
/** Number of a glyph for an item without one. */
export const NO_GLYPH = 0xffff;

/** Where the picture of a glyph lies, and in which colour it is drawn. */
export interface GlyphPlace {
  readonly layer: number;
  readonly colour: string;
}

export interface ArraysContext {
  readonly theme: Theme;
  /** Place of the glyph that a data URI shows; null where there is none. */
  glyph(uri: string): GlyphPlace | null;
}

/** Slots from `from` to before `to`; nothing where they are equal. */
export interface Span { readonly from: number; readonly to: number }
const NOTHING: Span = { from: 0, to: 0 };

/** What an update changed; `all` when slots are no longer what they were. */
export interface Changed {
  readonly all: boolean;
  readonly nodes: Span;
  readonly edges: Span;
}

const DASHES: Readonly<Record<NonNullable<EdgeData['dashes']>, number>> = { solid: 0, dashed: 1, dotted: 2 };
const STRENGTHS: Readonly<Record<string, number>> = { unconfirmed: 1, tentative: 2 };
const dashesOf = ({ dashes, strength }: EdgeData): number => (dashes === undefined ? STRENGTHS[strength] ?? 0 : DASHES[dashes]);

/** "#rrggbb" as four bytes, red first. */
function packed(colour: string): number {
  const value = Number.parseInt(colour.slice(1, 7), 16) || 0;
  return (((value >> 16) & 255) | (value & 0xff00) | ((value & 255) << 16) | 0xff000000) >>> 0;
}

/** Number of the form that is a circle. */
const ROUND = FAMILIES.findIndex((family) => FORMS[family].shape === 'ellipse');

const grown = <T extends Uint8Array | Uint32Array | Float32Array>(old: T, length: number): T => {
  const next = new (old.constructor as new (length: number) => T)(length);
  next.set(old);
  return next;
};

/**
 * A drawing as numbers: records of items and lines in slots that stay while nothing is removed, places (four numbers per slot, chart units) and parts (one byte per slot).
 * What is in them equals the drawing after each `update`; places of items that were there before are those of `place`.
 */
export class Arrays implements PartsTarget {
  nodeIds: string[] = [];
  edgeIds: string[] = [];
  nodes = new Uint32Array(0);
  edges = new Uint32Array(0);
  places = new Float32Array(0);
  nodeParts = new Uint8Array(0);
  edgeParts = new Uint8Array(0);
  /** Data by slot. */
  nodeData: NodeData[] = [];
  edgeData: EdgeData[] = [];
  /** True when a line is drawn as an arc. */
  bent = false;
  /** True when a line has a head at its start. */
  bothWays = false;
  private nodeSlots = new Map<string, number>();
  private edgeSlots = new Map<string, number>();
  private colours = new Map<string, number>();
  private reals = new Float32Array(0);
  private edgeReals = new Float32Array(0);
  private theme: Theme | null = null;
  /** The lines of the last drawing. */
  private written: Drawing['edges'] | null = null;
  private dots = new Map<string, number>();

  nodeSlot(id: string): number | undefined {
    return this.nodeSlots.get(id);
  }

  edgeSlot(id: string): number | undefined {
    return this.edgeSlots.get(id);
  }

  endsOf(edge: number): readonly [number, number] {
    return [this.edges[edge * EDGE_WORDS]!, this.edges[edge * EDGE_WORDS + 1]!];
  }

  from(edge: number): number {
    return this.edges[edge * EDGE_WORDS]!;
  }

  to(edge: number): number {
    return this.edges[edge * EDGE_WORDS + 1]!;
  }

  width(edge: number): number {
    return this.edgeReals[edge * EDGE_WORDS + 2]!;
  }

  /** How far the control point of an arc lies off the middle of its ends, to the left of the way; 0 for a straight line. */
  bend(edge: number): number {
    return this.edgeReals[edge * EDGE_WORDS + 3]!;
  }

  place(slot: number, x: number, y: number): void {
    this.places[slot * PLACE] = x;
    this.places[slot * PLACE + 1] = y;
  }

  /** Makes the records equal to the drawing. New items get their places from it. */
  update(drawing: Drawing, context: ArraysContext): Changed {
    const rethemed = context.theme !== this.theme;
    if (rethemed) {
      this.dots.clear();
      this.theme = context.theme;
    }
    let all = this.hasLost(drawing);
    if (all) this.forget(drawing);
    const before = this.edgeIds.length;
    this.reserve(drawing);
    const nodes = this.writeNodes(drawing, context);
    const edges = drawing.edges === this.written && !all && !rethemed ? NOTHING : this.writeEdges(drawing, context);
    this.written = drawing.edges;
    if (all || this.edgeIds.length !== before || edges.to > edges.from) all = this.writeBends() || all;
    return all ? { all, nodes: { from: 0, to: this.nodeIds.length }, edges: { from: 0, to: this.edgeIds.length } } : { all, nodes, edges };
  }

  private hasLost(drawing: Drawing): boolean {
    for (const id of this.nodeIds) if (!drawing.nodes.has(id)) return true;
    if (drawing.edges === this.written) return false;
    for (let slot = 0; slot < this.edgeIds.length; slot += 1) {
      const line = drawing.edges.get(this.edgeIds[slot]!);
      if (line === undefined || line.source !== this.edgeData[slot]!.source || line.target !== this.edgeData[slot]!.target) return true;
    }
    return false;
  }

  /** Begins anew; what stays keeps its place and its part. */
  private forget(drawing: Drawing): void {
    const stay = this.nodeIds.flatMap((id, slot) => (drawing.nodes.has(id) ? [{ id, x: this.places[slot * PLACE]!, y: this.places[slot * PLACE + 1]! }] : []));
    this.nodeIds = [];
    this.edgeIds = [];
    this.nodeData = [];
    this.edgeData = [];
    this.nodeSlots = new Map();
    this.edgeSlots = new Map();
    this.nodeParts.fill(0);
    this.edgeParts.fill(0);
    stay.forEach(({ id, x, y }, slot) => {
      this.nodeIds.push(id);
      this.nodeSlots.set(id, slot);
      this.place(slot, x, y);
    });
  }

  private reserve({ nodes, edges }: Drawing): void {
    if (nodes.size * NODE_WORDS > this.nodes.length) {
      const room = Math.max(64, Math.ceil(nodes.size * 1.25));
      this.nodes = grown(this.nodes, room * NODE_WORDS);
      this.reals = new Float32Array(this.nodes.buffer);
      this.places = grown(this.places, room * PLACE);
      this.nodeParts = grown(this.nodeParts, room);
    }
    if (edges.size * EDGE_WORDS > this.edges.length) {
      const room = Math.max(64, Math.ceil(edges.size * 1.25));
      this.edges = grown(this.edges, room * EDGE_WORDS);
      this.edgeReals = new Float32Array(this.edges.buffer);
      this.edgeParts = grown(this.edgeParts, room);
    }
  }

  private writeNodes(drawing: Drawing, { theme, glyph }: ArraysContext): Span {
    let span = NOTHING;
    for (const [id, { data, x, y }] of drawing.nodes) {
      let slot = this.nodeSlots.get(id);
      if (slot === undefined) {
        slot = this.nodeIds.push(id) - 1;
        this.nodeSlots.set(id, slot);
        this.place(slot, x, y);
        this.nodeParts[slot] = 0;
      }
      this.nodeData[slot] = data;
      const tone = theme.families[data.family];
      const frame = frameOf(data);
      const picture = data.glyph === undefined ? null : glyph(data.glyph);
      const at = slot * NODE_WORDS;
      const round = data.as === 'circle' || data.as === 'picture';
      const form = formNumber(data.family);
      const scale = frame.width / FORMS[data.family].width;
      const square = !round && (data.as !== undefined || data.held !== undefined);
      const reach = round ? frame.width / FORMS[FAMILIES[ROUND]!].width : scale;
      const changed = this.put(this.nodes, at, slot) | this.putReal(this.reals, at + 1, scale) | this.putReal(this.places, slot * PLACE + 2, square ? frame.width / 2 : reach) | this.putReal(this.places, slot * PLACE + 3, square ? -frame.height / 2 : round ? ROUND : form)
        | this.put(this.nodes, at + 2, this.colour(data.fill ?? tone.tint)) | this.put(this.nodes, at + 3, this.colour(data.ring ?? tone.ink)) | this.put(this.nodes, at + 4, this.colour(picture?.colour ?? tone.ink))
        | this.put(this.nodes, at + 5, this.dot(data.fill, tone.ink, theme)) | this.put(this.nodes, at + 6, (picture?.layer ?? NO_GLYPH) | (form << 16));
      if (changed) span = widened(span, slot);
    }
    return span;
  }

  private writeEdges(drawing: Drawing, { theme }: ArraysContext): Span {
    let span = NOTHING;
    let bothWays = false;
    for (const [id, data] of drawing.edges) {
      let slot = this.edgeSlots.get(id);
      if (slot === undefined) {
        slot = this.edgeIds.push(id) - 1;
        this.edgeSlots.set(id, slot);
        this.edgeParts[slot] = 0;
        this.edgeReals[slot * EDGE_WORDS + 3] = 0;
      }
      this.edgeData[slot] = data;
      if (data.bothWays) bothWays = true;
      const from = this.nodeSlots.get(data.source)!;
      const to = this.nodeSlots.get(data.target)!;
      const at = slot * EDGE_WORDS;
      const changed = this.put(this.edges, at, from) | this.put(this.edges, at + 1, to) | this.putReal(this.edgeReals, at + 2, data.width)
        | this.put(this.edges, at + 4, this.colour(data.colour ?? theme.line)) | this.put(this.edges, at + 5, dashesOf(data) | ((data.directed ? 1 : 0) | (data.bothWays ? 2 : 0) | (data.step === undefined ? 0 : 4)) << 8);
      if (changed) span = widened(span, slot);
    }
    this.bothWays = bothWays;
    return span;
  }

  /** Lines between the same two lie apart; true when one was bent otherwise than before. */
  private writeBends(): boolean {
    const bends = bendsOf(this.edgeData);
    let changed = 0;
    this.bent = false;
    bends.forEach((bend, slot) => {
      if (bend !== 0) this.bent = true;
      changed |= this.putReal(this.edgeReals, slot * EDGE_WORDS + 3, bend);
    });
    return changed !== 0;
  }

  private put(words: Uint32Array, at: number, value: number): number {
    if (words[at] === value) return 0;
    words[at] = value;
    return 1;
  }

  private putReal(reals: Float32Array, at: number, value: number): number {
    const rounded = Math.fround(value);
    if (reals[at] === rounded) return 0;
    reals[at] = rounded;
    return 1;
  }

  private colour(text: string): number {
    let value = this.colours.get(text);
    if (value === undefined) this.colours.set(text, (value = packed(text)));
    return value;
  }

  /** Colour of an item that is drawn as a dot: its own as far as it can be seen on the background. */
  private dot(own: string | undefined, ink: string, theme: Theme): number {
    if (own === undefined) return this.colour(ink);
    let value = this.dots.get(own);
    if (value === undefined) this.dots.set(own, (value = packed(visibleOn(own, theme.background, theme.text))));
    return value;
  }
}

const widened = (span: Span, slot: number): Span => (span.to === span.from ? { from: slot, to: slot + 1 } : { from: Math.min(span.from, slot), to: Math.max(span.to, slot + 1) });

/** Leaves these elements to Cytoscape, which draws them as it does on small charts. */
export function leave(arrays: Arrays, nodes: ReadonlySet<string>, edges: ReadonlySet<string>): void {
  arrays.nodeIds.forEach((id, slot) => { arrays.nodeParts[slot] = nodes.has(id) ? PART.left : 0; });
  arrays.edgeIds.forEach((id, slot) => { arrays.edgeParts[slot] = edges.has(id) ? PART.left : 0; });
}
