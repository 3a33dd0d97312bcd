import { create } from 'zustand';
import type { ChartView } from '../../shared/contract';
import type { MirrorState } from '../case/mirror';

/** The chart in front as its mirror has it: for actions, table and counts. */
export const useChartView = create<MirrorState>(() => ({ view: null, failure: null, loading: false }));

export const chartView = (): ChartView | null => useChartView.getState().view;

/** Under which id the chart in front shows an entity: its own, or that of what it is taken for one with; undefined where it does not. */
export const shownAs = (id: string): string | undefined => chartView()?.entities.find((each) => each.id === id || each.members?.includes(id))?.id;

const LONGEST_WAIT = 5000;

/** Resolves when the chart in front is as asked; false when that does not come about in time. */
function comes(wanted: (view: ChartView | null) => boolean): Promise<boolean> {
  if (wanted(chartView())) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => { stop(); resolve(false); }, LONGEST_WAIT);
    const stop = useChartView.subscribe(({ view }) => {
      if (!wanted(view)) return;
      clearTimeout(timer);
      stop();
      resolve(true);
    });
  });
}

/** Resolves when the chart in front shows these entities; false when that does not come about in time. */
export const shownOnChart = (ids: readonly string[]): Promise<boolean> => comes((view) => {
  const there = new Set(view?.entities.flatMap((each) => each.members ?? [each.id]));
  return ids.every((id) => there.has(id));
});

/** Resolves when this chart has come to the front; false when that does not come about in time. */
export const cameToFront = (chart: string): Promise<boolean> => comes((view) => view?.chart.id === chart);
