import type { ChartView } from '../../shared/contract';
import type { ItemStyle } from '../../shared/model/drawing';
import { PALETTE } from '../../shared/model/formatting';
import type { Shown } from './network';

/** Factors on the usual size, for the least and the greatest. */
const SMALLEST = 0.75;
const LARGEST = 2.2;

/** Communities beyond these are grey. */
const COLOURS: readonly string[] = Object.values(PALETTE);
const OTHERS = '#bfc5cc';

type Item = ChartView['items'][number];
type Styles = ReadonlyMap<string, ItemStyle>;

/** The style that rules give an item, over its own. */
const ruled = (item: Item, given: ItemStyle | undefined): Item => (given === undefined ? item : { ...item, style: { ...item.style, ...given } });

/** Lines that rules say something of, as items: a line has one only where it was given a style of its own, or was hidden. */
function ruledLines({ chart, items, lines }: ChartView, styles: Styles): Item[] {
  const own = new Map(items.filter((item) => item.kind === 'link').map((item) => [item.subject, item]));
  return lines.flatMap((line) => {
    const given = styles.get(line.id);
    if (given === undefined || own.get(line.id)?.hidden) return [];
    // A style is kept under what the line is folded by.
    const item = own.get(line.id) ?? own.get(`${line.type}|${line.from}|${line.to}`);
    return [{ chart: chart.id, subject: line.id, kind: 'link' as const, x: 0, y: 0, pinned: false, hidden: false, style: { ...item?.style, ...given } }];
  });
}

function measured(item: Item, { measure, values }: Shown): Item {
  if (item.kind !== 'entity') return item;
  const value = values.get(item.subject);
  const style = measure === 'community'
    ? { ...item.style, colour: value === undefined ? OTHERS : (COLOURS[value] ?? OTHERS) }
    // Areas, not widths, are what the eye compares.
    : { ...item.style, size: Math.sqrt(SMALLEST ** 2 + (value ?? 0) * (LARGEST ** 2 - SMALLEST ** 2)) };
  return { ...item, style };
}

/** A chart as it is drawn: what rules say goes over the items' own styles, and a measure that is shown over both. The chart itself stays as it is. */
export function dressed(view: ChartView, measure: Shown | null, styles: Styles): ChartView {
  // What is written on a badge leaves the look of things as it is.
  const shown = measure?.as === 'look' ? measure : null;
  if (shown === null && styles.size === 0) return view;
  const lines = styles.size === 0 ? [] : ruledLines(view, styles);
  const replaced = new Set(lines.map((line) => line.subject));
  const items = view.items.flatMap((item) => {
    if (item.kind === 'link') return replaced.has(item.subject) ? [] : [item];
    const given = ruled(item, styles.get(item.subject));
    return [shown === null ? given : measured(given, shown)];
  });
  return { ...view, items: lines.length === 0 ? items : [...items, ...lines] };
}
