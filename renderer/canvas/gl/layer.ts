import type { Collection, Core, EventObject, SingularElementReturnValue } from 'cytoscape';
import { DOTS_BELOW, type ShownItem } from '../captions';
import type { Drawing, EdgeData } from '../elements';
import type { Theme } from '../theme';
import { threadOpacity } from '../threads';
import { Arrays, leave, PLACE, type Changed, type Span } from './arrays';
import { GlyphNumbers } from './glyphSheet';
import { Grid, onArc } from './grid';
import { LEFT, leftToCytoscape } from './left';
import { Pace } from './pace';
import { PART, writeParts, type Emphasised } from './parts';
import { Surface } from './surface';
import { takeOver, type Takeover } from './takeover';

/** After the graphics card lost what it held, so long is waited before another surface is made; ms. */
const AFTER_LOSS = 200;
/** After so many losses the chart is given back to Cytoscape: the card is no help. */
const MOST_LOSSES = 6;

/** A line that is in the window, and where its middle is, CSS pixels. */
export interface ShownLine {
  readonly data: EdgeData;
  readonly x: number;
  readonly y: number;
  readonly faded: boolean;
  readonly near: boolean;
  /** Chosen or under the pointer. */
  readonly foremost: boolean;
}

/** Items in the window, those with most lines first. */
export interface ShownItems {
  readonly foremost: ShownItem[];
  readonly others: ShownItem[];
}

interface Wishes {
  readonly container: HTMLElement;
  readonly theme: () => Theme;
  /** There is no WebGL2 any more. */
  readonly gone: () => void;
}

const SHOWN_BY_CLASS = ['chosen', 'near', 'faded', 'marked', 'dimmed'] as const;

const NOBODY: Emphasised = { selection: { entities: [], lines: [] }, marked: new Set(), matching: null, hovered: null, aimed: null };

/** The graphics card draws the chart, whatever its size, from the drawing itself. Cytoscape stays the model behind it. */
export class GlLayer {
  private readonly arrays = new Arrays();
  private readonly glyphs: GlyphNumbers;
  private readonly grid = new Grid(this.arrays);
  private readonly takeover: Takeover;
  private surface: Surface;
  private emphasised = NOBODY;
  private moved: Span | null = null;
  private partsStale = true;
  private left: Collection | null = null;
  private ranked = new Uint32Array(0);
  private readonly pace = new Pace(() => this.takeover.redraw());
  private losses = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  private constructor(private readonly cy: Core, private readonly wishes: Wishes, made: { readonly glyphs: GlyphNumbers; readonly surface: Surface }) {
    this.glyphs = made.glyphs;
    this.surface = made.surface;
    const takeover = takeOver(cy, { draw: () => this.draw(), at: (x, y) => this.at(x, y) });
    if (takeover === null) throw new Error('Cytoscape has no renderer that can be replaced');
    this.takeover = takeover;
    cy.on('position', this.follow);
    this.show();
  }

  /** Takes drawing over from Cytoscape; null where there is no WebGL2. */
  static make(cy: Core, wishes: Wishes): GlLayer | null {
    const glyphs = new GlyphNumbers();
    const surface = Surface.make(glyphs.paths);
    if (surface === null) return null;
    try {
      return new GlLayer(cy, wishes, { glyphs, surface });
    } catch {
      surface.destroy();
      return null;
    }
  }

  private show(): void {
    const { element } = this.surface;
    Object.assign(element.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%', pointerEvents: 'none', zIndex: '0' });
    element.setAttribute('aria-hidden', 'true');
    element.dataset.layer = 'gl';
    element.addEventListener('webglcontextlost', this.lost);
    const sheets = this.wishes.container.querySelector('canvas[data-id]')?.parentElement;
    this.wishes.container.insertBefore(element, sheets ?? null);
  }

  private readonly lost = (event: Event): void => {
    event.preventDefault();
    clearTimeout(this.waiting);
    this.losses += 1;
    this.waiting = setTimeout(() => {
      const next = this.losses > MOST_LOSSES ? null : Surface.make(this.glyphs.paths);
      if (next === null) return this.wishes.gone();
      this.surface.element.removeEventListener('webglcontextlost', this.lost);
      this.surface.destroy();
      this.surface = next;
      this.show();
      this.uploadAll();
      this.takeover.redraw();
    }, AFTER_LOSS);
  };

  private uploadAll(): void {
    const all: Changed = { all: true, nodes: { from: 0, to: 0 }, edges: { from: 0, to: 0 } };
    this.surface.upload(this.arrays, all);
    this.partsStale = true;
  }

  private readonly follow = (event: EventObject): void => {
    const node = event.target as { id(): string; position(): { x: number; y: number } };
    const slot = this.arrays.nodeSlot(node.id());
    if (slot === undefined) return;
    const { x, y } = node.position();
    this.arrays.place(slot, x, y);
    this.moved = this.moved === null ? { from: slot, to: slot + 1 } : { from: Math.min(this.moved.from, slot), to: Math.max(this.moved.to, slot + 1) };
    this.grid.forget();
  };

  /** True when the graphics card draws an element, not Cytoscape. */
  draws(id: string): boolean {
    return this.left === null || this.left.getElementById(id).empty();
  }

  /** Makes the picture equal to the drawing, after Cytoscape was. */
  sync(drawing: Drawing): void {
    const first = this.arrays.nodeIds.length === 0;
    const edges = this.arrays.edgeIds.length;
    const changed = this.arrays.update(drawing, { theme: this.wishes.theme(), glyph: (uri) => this.glyphs.place(uri) });
    // What a hand moved before the card took over stays where the hand has it.
    if (first) this.cy.nodes().forEach((node) => this.follow({ target: node } as unknown as EventObject));
    this.leaveOwnLooks();
    this.surface.upload(this.arrays, changed);
    this.grid.forget();
    this.partsStale = true;
    if (changed.all || this.ranked.length !== this.arrays.nodeIds.length || edges !== this.arrays.edgeIds.length) this.rank();
    this.markLeft();
    this.takeover.redraw();
  }

  private leaveOwnLooks(): void {
    const left = leftToCytoscape(this.arrays.nodeData, this.arrays.edgeData);
    leave(this.arrays, left.nodes, left.edges);
    const wanted = this.cy.collection(([...left.nodes, ...left.edges].map((id) => this.cy.getElementById(id)[0])).filter((element) => element !== undefined) as never);
    const now = this.left ?? this.cy.collection();
    if (now.empty() && wanted.empty()) return;
    this.cy.batch(() => {
      now.difference(wanted).removeClass(LEFT);
      wanted.difference(now).addClass(LEFT);
    });
    this.takeover.leave(wanted);
    this.left = wanted;
  }

  /** What Cytoscape draws shows what is emphasised by classes, as on small charts. */
  private markLeft(): void {
    if (this.left === null || this.left.empty()) return;
    this.refreshParts();
    const { arrays } = this;
    this.cy.batch(() => this.left?.forEach((element) => {
      const id = element.id();
      const node = arrays.nodeSlot(id);
      const edge = arrays.edgeSlot(id);
      const part = node !== undefined ? arrays.nodeParts[node]! : edge !== undefined ? arrays.edgeParts[edge]! : 0;
      for (const name of SHOWN_BY_CLASS) element.toggleClass(name, (part & PART[name]) !== 0);
    }));
  }

  /** Items with most lines keep their labels longest. */
  private rank(): void {
    const { nodeIds, edgeIds } = this.arrays;
    const degrees = new Uint32Array(nodeIds.length);
    for (let edge = 0; edge < edgeIds.length; edge += 1) {
      degrees[this.arrays.from(edge)]! += 1;
      degrees[this.arrays.to(edge)]! += 1;
    }
    this.ranked = Uint32Array.from(nodeIds.keys()).sort((a, b) => degrees[b]! - degrees[a]! || (nodeIds[a]! < nodeIds[b]! ? -1 : 1));
  }

  emphasise(emphasised: Partial<Emphasised>): void {
    this.emphasised = { ...this.emphasised, ...emphasised };
    this.partsStale = true;
    this.markLeft();
    this.takeover.redraw();
  }

  private refreshParts(): void {
    if (!this.partsStale) return;
    this.partsStale = false;
    writeParts(this.arrays, this.emphasised);
    this.surface.uploadParts(this.arrays);
  }

  private draw(): void {
    if (this.surface.isLost()) return;
    const { cy, arrays, surface } = this;
    if (this.moved !== null) {
      surface.uploadPlaces(arrays, this.moved);
      this.moved = null;
    }
    this.refreshParts();
    const zoom = cy.zoom();
    surface.draw({ zoom, pan: cy.pan(), width: cy.width(), height: cy.height(), ratio: (window.devicePixelRatio || 1) * this.pace.fineness({ zoom, pan: cy.pan() }, performance.now()), theme: this.wishes.theme(), threads: zoom < DOTS_BELOW ? threadOpacity(arrays.edgeIds.length) : null });
  }

  /** The element at a point of the chart, an item before a line. */
  private at(x: number, y: number): SingularElementReturnValue | null {
    const zoom = this.cy.zoom();
    const node = this.grid.nodeAt(x, y, zoom);
    const edge = node < 0 ? this.grid.edgeAt(x, y, zoom) : -1;
    const id = node >= 0 ? this.arrays.nodeIds[node] : this.arrays.edgeIds[edge];
    return id === undefined ? null : (this.cy.getElementById(id)[0] as SingularElementReturnValue | undefined) ?? null;
  }

  /** Items that are in the window or at most `margin` CSS pixels outside it, and not dimmed. */
  items(width: number, height: number, margin: number): ShownItems {
    this.refreshParts();
    const { places, nodeParts, nodeData } = this.arrays;
    const zoom = this.cy.zoom();
    const pan = this.cy.pan();
    const shown: ShownItems = { foremost: [], others: [] };
    for (const slot of this.ranked) {
      const x = places[slot * PLACE]! * zoom + pan.x;
      const y = places[slot * PLACE + 1]! * zoom + pan.y;
      if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
      const part = nodeParts[slot]!;
      if ((part & PART.dimmed) !== 0) continue;
      const foremost = (part & (PART.chosen | PART.hovered)) !== 0;
      (foremost ? shown.foremost : shown.others).push({ data: nodeData[slot]!, x, y, faded: (part & PART.faded) !== 0, foremost });
    }
    return shown;
  }

  /** Lines whose middle is in the window; only those that are chosen or under the pointer where `all` is false. */
  lines(width: number, height: number, all: boolean): ShownLine[] {
    this.refreshParts();
    const { arrays } = this;
    const { places, edgeParts, edgeData } = arrays;
    const zoom = this.cy.zoom();
    const pan = this.cy.pan();
    const shown: ShownLine[] = [];
    for (let edge = 0; edge < edgeData.length; edge += 1) {
      const part = edgeParts[edge]!;
      const foremost = (part & (PART.chosen | PART.hovered)) !== 0;
      if ((!all && !foremost) || (part & PART.dimmed) !== 0) continue;
      const from = arrays.from(edge) * PLACE;
      const to = arrays.to(edge) * PLACE;
      const middle = (part & PART.left) !== 0 ? this.cy.getElementById(edgeData[edge]!.id).midpoint() : onArc(places[from]!, places[from + 1]!, places[to]!, places[to + 1]!, arrays.bend(edge), 0.5);
      const x = middle.x * zoom + pan.x;
      const y = middle.y * zoom + pan.y;
      if (x > -80 && y > -20 && x < width + 80 && y < height + 20) shown.push({ data: edgeData[edge]!, x, y, faded: (part & PART.faded) !== 0, near: (part & PART.near) !== 0, foremost });
    }
    return shown;
  }

  /** Gives everything back to Cytoscape. */
  destroy(): void {
    clearTimeout(this.waiting);
    this.pace.end();
    this.surface.element.removeEventListener('webglcontextlost', this.lost);
    this.cy.removeListener('position', this.follow as never);
    this.cy.batch(() => this.cy.elements(`.${LEFT}`).removeClass(LEFT));
    this.takeover.giveBack();
    this.surface.destroy();
  }
}
