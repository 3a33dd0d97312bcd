import type { MappedLink } from '../../../shared/mapping/mapRow';
import type { ChartItemRecord, ChartRecord, ItemStyle } from '../../../shared/model/drawing';
import type { Image } from '../../../shared/model/patch';
import { foldId } from '../queries/foldRow';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly style?: ItemStyle;
}

/** More is no chart that anyone can read, nor a step that undo can hold. */
const MOST = 20_000;

/** Where a file draws its entities, and how it draws them and their links: what becomes a chart of the case. */
export class Drawn {
  private readonly places = new Map<string, Place>();
  private readonly lines = new Map<string, ItemStyle>();

  put(entity: string, place: Place): void {
    if (this.places.size < MOST && !this.places.has(entity)) this.places.set(entity, place);
  }

  line({ type, directed }: MappedLink, from: string, to: string, style: ItemStyle): void {
    const turn = !directed && to < from;
    if (this.lines.size < MOST) this.lines.set(foldId(type, turn ? to : from, turn ? from : to), style);
  }

  /** Two things in places of their own make a drawing. */
  get any(): boolean {
    const [first, ...others] = [...this.places.values()].slice(0, 1000);
    return first !== undefined && others.some((other) => other.x !== first.x || other.y !== first.y);
  }

  /** Images that add the chart. */
  images(chart: ChartRecord): Image[] {
    const item = (subject: string, kind: ChartItemRecord['kind'], { x, y, style }: Place): Image => ({
      table: 'chart_item',
      key: JSON.stringify([chart.id, subject]),
      before: null,
      after: { chart: chart.id, subject, kind, x, y, pinned: false, hidden: false, ...(style === undefined || Object.keys(style).length === 0 ? {} : { style }) },
    });
    return [
      { table: 'chart', key: JSON.stringify([chart.id]), before: null, after: chart },
      ...[...this.places].map(([subject, place]) => item(subject, 'entity', place)),
      ...[...this.lines].map(([subject, style]) => item(subject, 'link', { x: 0, y: 0, style })),
    ];
  }
}
