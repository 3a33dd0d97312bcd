import { create } from 'zustand';
import { entityTimes, keptInTime, linksByLine } from '../../shared/analysis/time/kept';
import type { TimeRange } from '../../shared/analysis/time/range';
import { extentOf, type Times } from '../../shared/analysis/time/times';
import type { ChartTimes, ChartView, LineView } from '../../shared/contract';
import { sumAmounts } from '../../shared/model/amount';
import { currentTypes } from '../case/types';
import { caseConnection } from '../ipc/caseConnection';
import { onClearFilters, setTimeStep, useChartFilter, type TimeKept } from './chartFilter';
import { chartView, useChartView } from './chartView';
import { useSession } from './session';

/** The window of time through which the chart in front is seen: view state, nothing of the case. */
export interface TimeState {
  /** The bar is on show. */
  readonly shown: boolean;
  readonly window: TimeRange | null;
  readonly on: boolean;
  /** What has no date stays. */
  readonly undated: boolean;
  /** When the links of the chart were, with the chart that they are of; null until the case answered. */
  readonly times: (ChartTimes & { readonly chart: string }) | null;
  /** When its entities were, in the order of the view. */
  readonly entities: Times;
}

const FRESH = { window: null, on: true, undated: true, times: null, entities: new Float64Array(0) };

export const useTimeWindow = create<TimeState>(() => ({ shown: false, ...FRESH }));

const isHappening = (type: string): boolean => {
  const known = currentTypes().entity(type);
  return known !== undefined && (known.dates?.end === undefined || known.family === 'events');
};

/** Entities of a view with their times; computed once per view. */
const known = new WeakMap<ChartView, Times>();
function timesOf(view: ChartView): Times {
  const times = known.get(view) ?? entityTimes(view.entities, isHappening);
  known.set(view, times);
  return times;
}

const grouped = new WeakMap<ChartTimes, ReadonlyMap<string, readonly number[]>>();
const linksIn = (times: ChartTimes): ReadonlyMap<string, readonly number[]> => {
  const links = grouped.get(times) ?? linksByLine(times);
  grouped.set(times, links);
  return links;
};

/** A line with as many links as the window holds of it, and their total. */
function narrowedLine(line: LineView, links: readonly number[], { amounts }: ChartTimes): LineView {
  return { ...line, count: links.length, amount: line.amount === null ? null : sumAmounts(links.map((link) => amounts[link] ?? '').filter((amount) => amount !== '')) };
}

/** What a window keeps of a view, and the lines that it narrows. */
export function seenThrough(view: ChartView, times: ChartTimes, window: TimeRange, undated: boolean): TimeKept {
  const { kept, parts, undated: without } = keptInTime(view, times, linksIn(times), timesOf(view), window, undated);
  const lines = new Map(view.lines.flatMap((line) => {
    const links = parts.get(line.id);
    return links === undefined ? [] : [[line.id, narrowedLine(line, links, times)] as const];
  }));
  return { kept, lines, undated: without };
}

/** The step of the chart's filters that is the window; null while it leaves nothing out. */
function step(view: ChartView): TimeKept | null {
  const { window, on, undated, times } = useTimeWindow.getState();
  return window === null || !on || times?.chart !== view.chart.id ? null : seenThrough(view, times, window, undated);
}

setTimeStep(step);

/** Changes the window and all that is drawn with it. */
export function changeTime(change: Partial<Pick<TimeState, 'window' | 'on' | 'undated'>>): void {
  useTimeWindow.setState(change);
  setTimeStep(step);
}

onClearFilters(() => useTimeWindow.setState({ window: null }));

export const showTimeBar = (shown: boolean): void => {
  useTimeWindow.setState({ shown });
  if (shown) void askTimes();
};

let asking: { readonly chart: string; again: boolean } | null = null;

/** Asks when the links of the chart in front were, unless that is known of it as it is. One question at a time. */
async function askTimes(): Promise<void> {
  const view = chartView();
  const connection = caseConnection();
  const { shown, window, times } = useTimeWindow.getState();
  if (view === null || !connection || (!shown && window === null) || (times?.chart === view.chart.id && times.seq === view.seq)) return;
  if (asking !== null) {
    asking.again = true;
    return;
  }
  const own = { chart: view.chart.id, again: false };
  asking = own;
  try {
    const answer = await connection.client['case.chartTimes']({ chart: own.chart });
    if (chartView()?.chart.id === own.chart) {
      useTimeWindow.setState({ times: { ...answer, chart: own.chart } });
      setTimeStep(step);
    }
  } catch {
    // The window leaves nothing out until the case answers; the chart itself says that it does not.
  } finally {
    asking = null;
  }
  if (own.again) await askTimes();
}

/** When the links of a chart were, asked by itself: for whoever does not look through the window. */
export async function chartTimesOf(chart: string): Promise<ChartTimes | null> {
  return (await caseConnection()?.client['case.chartTimes']({ chart })) ?? null;
}

/** From when until when anything on the chart is dated; null where nothing is, or nothing is known yet. */
export function timeExtent(): TimeRange | null {
  const { times, entities } = useTimeWindow.getState();
  return times === null ? null : extentOf([times.times, entities]);
}

useChartView.subscribe((now, before) => {
  if (now.view === before.view) return;
  useTimeWindow.setState({ entities: now.view === null ? new Float64Array(0) : timesOf(now.view) });
  // Nothing on show is what others may see of it, or another chart: under the same number of the journal they are other links.
  if (now.view?.chart.id !== useTimeWindow.getState().times?.chart) useTimeWindow.setState({ times: null });
  void askTimes();
});

/** Another chart, and another case, is about another time. */
useSession.subscribe((now, before) => {
  if (now.open === before.open && now.chart === before.chart) return;
  useTimeWindow.setState(FRESH);
  if (useChartFilter.getState().time !== null) setTimeStep(step);
});
