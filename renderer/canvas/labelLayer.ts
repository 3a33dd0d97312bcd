import type { Core, NodeSingular } from 'cytoscape';
import { drawBadges } from './badges';
import { drawCaptions, type ShownItem, type Written } from './captions';
import { drawDots } from './dots';
import { drawThreads } from './threads';
import { Ellipsis } from './ellipsis';
import type { NodeData } from './elements';
import type { GlLayer } from './gl/layer';
import { drawNotesAndNews } from './noteBadges';
import type { Photos } from './photos';
import { drawRanks } from './rankBadges';
import type { Theme } from './theme';

/** How far outside the window an item may be and still show a part of its label, CSS pixels. */
const MARGIN = 110;
/** So many selected items have their names whatever lies there. */
const MOST_FOREMOST = 60;

/** Captions and badges of the items in view. */
export class LabelLayer {
  private readonly cy: Core;
  private readonly ellipsis = new Ellipsis();
  private ranked: NodeSingular[] = [];
  private written: Written[] = [];
  /** What is marked as new, by the ids that are drawn. */
  news: ReadonlyMap<string, 'added' | 'changed'> = new Map();
  /** What a measure says of each, by the ids that are drawn. */
  ranks: ReadonlyMap<string, string> = new Map();

  /** `letters`: height of the smallest, CSS pixels, where that is not the usual. */
  constructor(cy: Core, private readonly photos: Photos | null, private readonly letters?: number) {
    this.cy = cy;
  }

  /** Must be called after items came or went where Cytoscape draws them: those with most lines keep their labels longest. */
  rank(): void {
    this.ranked = this.cy.nodes().toArray().sort((a, b) => b.degree(true) - a.degree(true) || (a.id() < b.id() ? -1 : 1));
  }

  /** After the font changed or has come. */
  forgetWidths(): void {
    this.ellipsis.clear();
  }

  /** What is in the window, as Cytoscape knows it. */
  private items(width: number, height: number): { readonly foremost: ShownItem[]; readonly others: ShownItem[] } {
    const zoom = this.cy.zoom();
    const pan = this.cy.pan();
    const foremost: ShownItem[] = [];
    const others: ShownItem[] = [];
    for (const node of this.ranked) {
      const place = node.position();
      const x = place.x * zoom + pan.x;
      const y = place.y * zoom + pan.y;
      if (node.hasClass('dimmed')) continue;
      if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN || node.removed()) continue;
      const first = node.hasClass('chosen') || node.hasClass('hovered');
      (first ? foremost : others).push({ data: node.data() as NodeData, x, y, faded: node.hasClass('faded'), foremost: first });
    }
    return { foremost, others };
  }

  /** `gl`: what draws the items, where it is not Cytoscape; it knows faster what is in the window, and draws dots and threads itself. */
  paint(context: CanvasRenderingContext2D, width: number, height: number, theme: Theme, font: string, gl: GlLayer | null = null): void {
    const zoom = this.cy.zoom();
    const { foremost, others } = gl === null ? this.items(width, height) : gl.items(width, height, MARGIN);
    const items = [...foremost, ...others];
    // Of many that are selected not each can have its name: they make room for one another as all do.
    const named = foremost.length > MOST_FOREMOST ? items.map((item) => ({ ...item, foremost: false })) : items;
    if (gl === null) {
      drawThreads(context, this.cy, zoom, theme);
      drawDots(context, items, zoom, theme);
    }
    this.photos?.draw(context, items, zoom, theme);
    this.written = drawCaptions(context, named, { zoom, theme, font, ellipsis: this.ellipsis, ...(this.letters === undefined ? {} : { letters: this.letters }) });
    drawBadges(context, items, zoom, theme, font);
    drawNotesAndNews(context, items, this.news, zoom, theme);
    drawRanks(context, items, this.ranks, zoom, theme, font);
  }

  /** The item whose caption is at a point of the container, CSS pixels. */
  captionAt(x: number, y: number): string | null {
    return this.written.find((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)?.id ?? null;
  }
}
