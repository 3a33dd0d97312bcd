import type { EntityView } from '../../shared/contract/views';
import type { ChartItemRecord, ItemStyle } from '../../shared/model/drawing';
import type { DrawnLine } from '../case/drawn/drawnChart';
import type { DrawingContext, DrawnNode, EdgeData } from './elements';

/**
 * What was made of entities and lines for drawings before: made anew only when what it is made of is another object, so that of a chart of thousands a change of a few
 * costs a few. All is forgotten when the looks, the theme or the language change.
 */
export class DrawnBefore {
  private under: readonly unknown[] = [];
  private nodes = new WeakMap<EntityView, { readonly item: ChartItemRecord; readonly noted: boolean; readonly node: DrawnNode }>();
  private edges = new WeakMap<DrawnLine, { readonly style: ItemStyle | undefined; readonly data: EdgeData }>();
  private fan: { readonly plain: ReadonlyMap<string, EdgeData>; readonly fanned: ReadonlyMap<string, EdgeData> } | null = null;

  /** Must be called before each drawing; `texts` is what lines say, as one text. */
  begin({ looks, theme, language, net, paint }: DrawingContext, texts: string): void {
    const under = [looks, theme, language, net, paint, texts];
    if (this.under.length === under.length && under.every((each, at) => each === this.under[at])) return;
    this.under = under;
    this.nodes = new WeakMap();
    this.edges = new WeakMap();
    this.fan = null;
  }

  node(entity: EntityView, item: ChartItemRecord, noted: boolean, make: () => DrawnNode): DrawnNode {
    const known = this.nodes.get(entity);
    if (known?.item === item && known.noted === noted) return known.node;
    const node = make();
    this.nodes.set(entity, { item, noted, node });
    return node;
  }

  edge(line: DrawnLine, style: ItemStyle | undefined, make: () => EdgeData): EdgeData {
    const known = this.edges.get(line);
    if (known !== undefined && known.style === style) return known.data;
    const data = make();
    this.edges.set(line, { style, data });
    return data;
  }

  /** The lines with their fans spread; the very same map as before where no line is another. */
  fanned(plain: ReadonlyMap<string, EdgeData>, spread: (edges: ReadonlyMap<string, EdgeData>) => ReadonlyMap<string, EdgeData>): ReadonlyMap<string, EdgeData> {
    if (this.fan !== null && hasSame(this.fan.plain, plain)) return this.fan.fanned;
    this.fan = { plain, fanned: spread(plain) };
    return this.fan.fanned;
  }
}

/** True when both hold the very same values in the same order. */
function hasSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const value of a.values()) if (others.next().value !== value) return false;
  return true;
}
