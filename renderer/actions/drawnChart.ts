import { useMemo } from 'react';
import type { ChartView } from '../../shared/contract';
import { closeGroups } from '../case/drawn/closeGroups';
import { plainlyDrawn, type DrawnChart } from '../case/drawn/drawnChart';
import { foldLines } from '../case/drawn/foldLines';
import { strengthened } from '../case/drawn/strengthened';
import { useTypes } from '../case/types';
import { countedInTime, narrowed, useChartFilter } from './chartFilter';
import { useChartView } from './chartView';
import { dressed } from './dressed';
import { useFormatted } from './formatting';
import { useNetwork } from './network';

/**
 * The chart in front as it is drawn, step by step: without what filters hide, in the colours and sizes of rules and measures, with groups closed and lines folded.
 * Null while there is none.
 */
export function useDrawnChart(): DrawnChart | null {
  const view: ChartView | null = useChartView((state) => state.view);
  const kept = useChartFilter((state) => state.kept);
  const hides = useChartFilter((state) => state.hides);
  const time = useChartFilter((state) => state.time);
  const shown = useNetwork((state) => state.shown);
  const { styles } = useFormatted();
  const { catalogue } = useTypes();
  return useMemo(() => {
    if (view === null) return null;
    const seen = countedInTime(view, time);
    const wanted = dressed(hides ? narrowed(seen, kept) : seen, shown, styles);
    return foldLines(closeGroups(strengthened(plainlyDrawn(wanted)), catalogue), catalogue, hides ? null : kept);
  }, [view, kept, hides, time, shown, styles, catalogue]);
}
