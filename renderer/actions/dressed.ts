import type { ChartView } from '../../shared/contract';
import type { Shown } from './network';

/** Factors on the usual size, for the least and the greatest. */
const SMALLEST = 0.75;
const LARGEST = 2.2;

/** Told apart by the colour-blind as well (Okabe and Ito 2008), lightened where text must stand on them; communities beyond them are grey. */
const COLOURS = ['#56b4e9', '#e69f00', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7', '#999999'];
const OTHERS = '#bfc5cc';

/** A chart as it is drawn while a measure is shown on it: sizes or colours in place of the items' own. The chart itself stays as it is. */
export function dressed(view: ChartView, shown: Shown | null): ChartView {
  if (shown === null) return view;
  return {
    ...view,
    items: view.items.map((item) => {
      const value = item.kind === 'entity' ? shown.values.get(item.subject) : undefined;
      if (item.kind !== 'entity') return item;
      const style = shown.measure === 'community'
        ? { ...item.style, colour: value === undefined ? OTHERS : (COLOURS[value] ?? OTHERS) }
        // Areas, not widths, are what the eye compares.
        : { ...item.style, size: Math.sqrt(SMALLEST ** 2 + (value ?? 0) * (LARGEST ** 2 - SMALLEST ** 2)) };
      return { ...item, style };
    }),
  };
}
