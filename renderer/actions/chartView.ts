import { create } from 'zustand';
import type { ChartView } from '../../shared/contract';
import type { MirrorState } from '../case/mirror';

/** The chart in front as its mirror has it: for actions, table and counts. */
export const useChartView = create<MirrorState>(() => ({ view: null, failure: null, loading: false }));

export const chartView = (): ChartView | null => useChartView.getState().view;
