import { useMemo } from 'react';
import { binsOf, type Bins } from '../../../shared/analysis/time/bins';
import type { TimeRange } from '../../../shared/analysis/time/range';
import { edgesOf, stretchFor, type Stretch } from '../../../shared/analysis/time/scale';
import { useChartView } from '../../actions/chartView';
import { useSelected } from '../../actions/selected';
import { useTimeWindow } from '../../actions/timeWindow';

/** Least width of a bar, px. */
const NARROWEST = 4;

export interface BarData {
  readonly stretch: Stretch;
  readonly edges: Float64Array;
  /** Links and dated entities together. */
  readonly all: Bins;
  /** Of these, what is selected; null when nothing is. */
  readonly chosen: Bins | null;
  readonly most: number;
}

function added(one: Bins, other: Bins): Bins {
  const sum = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, at) => value + b[at]!);
  return { sure: sum(one.sure, other.sure), maybe: sum(one.maybe, other.maybe) };
}

/** The bars of a range on so many pixels. The selection counts with its own dates, and its entities with those of their links. */
export function useBins(range: TimeRange | null, width: number): BarData | null {
  const { times, entities } = useTimeWindow();
  const view = useChartView((state) => state.view);
  const selected = useSelected();
  const drawn = useMemo(() => {
    if (range === null || times === null || width < NARROWEST) return null;
    const stretch = stretchFor(range, Math.floor(width / NARROWEST));
    const edges = edgesOf(range, stretch);
    return { stretch, edges, all: added(binsOf(times.times, edges), binsOf(entities, edges)) };
  }, [range, width, times, entities]);
  const chosen = useMemo(() => {
    if (drawn === null || view === null || times === null || selected.entities.length + selected.lines.length === 0) return null;
    const [ofEntities, ofLines] = [new Set(selected.entities), new Set(selected.lines)];
    const lines = new Set(view.lines.filter((line) => ofLines.has(line.id) || ofEntities.has(line.from) || ofEntities.has(line.to)).map((line) => line.id));
    const wanted = Uint8Array.from(times.lines, (id) => (lines.has(id) ? 1 : 0));
    return added(binsOf(times.times, drawn.edges, Uint8Array.from(times.of, (line) => wanted[line] ?? 0)), binsOf(entities, drawn.edges, Uint8Array.from(view.entities, (entity) => (ofEntities.has(entity.id) ? 1 : 0))));
  }, [drawn, view, times, entities, selected]);
  return useMemo(() => (drawn === null ? null : { ...drawn, chosen, most: drawn.all.sure.reduce((most, value, at) => Math.max(most, value + drawn.all.maybe[at]!), 1) }), [drawn, chosen]);
}
