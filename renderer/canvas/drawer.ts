import type { Core } from 'cytoscape';
import type { Selection } from '../case/selection';
import { CROWDED, drawCheaply } from './crowded';
import type { Drawing } from './elements';
import { clearEmphasis, emphasise } from './emphasis';
import { GlLayer } from './gl/layer';
import { styleOf } from './style';
import type { Theme } from './theme';

interface Wishes {
  readonly container: HTMLElement;
  readonly theme: () => Theme;
  /** The chart must be drawn again: it is drawn in another way from now on. */
  readonly changed: () => void;
}

interface Emphasis {
  readonly selection: Selection;
  readonly marked: ReadonlySet<string>;
  readonly matching: ReadonlySet<string> | null;
}

/**
 * What draws items and lines: Cytoscape itself up to CROWDED of them, the graphics card above, and Cytoscape with its cheapest style where there is no WebGL2.
 * Which of them, nobody else needs to know.
 */
export class Drawer {
  /** The graphics card, while it draws. */
  gl: GlLayer | null = null;
  private crowded = false;
  private hopeless = false;

  constructor(private readonly cy: Core, private readonly wishes: Wishes) {}

  /** Above the limit of items, and drawn by Cytoscape all the same. */
  get cheap(): boolean {
    return this.crowded && this.gl === null;
  }

  /** Chooses who draws so many items and lines; must be called before they are added. */
  choose({ nodes, edges }: Drawing): void {
    const crowded = nodes.size + edges.size > CROWDED;
    if (crowded === this.crowded) return;
    this.crowded = crowded;
    this.cy.batch(() => clearEmphasis(this.cy));
    this.gl?.destroy();
    this.gl = crowded && !this.hopeless ? GlLayer.make(this.cy, { container: this.wishes.container, theme: this.wishes.theme, gone: () => this.lose() }) : null;
    drawCheaply(this.cy, this.cheap);
    this.restyle();
  }

  private lose(): void {
    this.hopeless = true;
    this.gl?.destroy();
    this.gl = null;
    drawCheaply(this.cy, this.cheap);
    this.restyle();
    this.wishes.changed();
  }

  /** After the theme changed. */
  restyle(): void {
    this.cy.style(styleOf({ theme: this.wishes.theme(), cheap: this.cheap, onlyLeft: this.gl !== null }));
  }

  /** After Cytoscape was made equal to the drawing. */
  sync(drawing: Drawing): void {
    this.gl?.sync(drawing);
  }

  emphasise({ selection, marked, matching }: Emphasis): void {
    if (this.gl) this.gl.emphasise({ selection, marked, matching });
    else emphasise(this.cy, selection, marked, !this.cheap, matching);
  }

  /** The item or line under the pointer. */
  hover(id: string | null): void {
    this.gl?.emphasise({ hovered: id });
  }

  /** The item that a line which is being drawn would end at. */
  aim(id: string | null): void {
    this.gl?.emphasise({ aimed: id });
  }

  destroy(): void {
    this.gl?.destroy();
    this.gl = null;
  }
}
