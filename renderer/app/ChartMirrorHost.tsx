import { useEffect } from 'react';
import { Failure, type ChartView } from '../../shared/contract';
import { useChartView } from '../actions/chartView';
import { pastView, usePast, type Past } from '../actions/past';
import { forgetGone } from '../actions/selected';
import { useSession } from '../actions/session';
import { ChartMirror } from '../case/mirror';
import { useCaseConnection } from '../ipc/caseConnection';

function show(view: ChartView | null, failure: Failure | null, loading: boolean): void {
  const before = useChartView.getState().view;
  useChartView.setState({ view, failure, loading });
  forgetGone(before, view);
}

/** Shows the chart as the past has it whenever the mirror has it anew; returns what ends that. Answers that came too late are dropped. */
function followPast(past: Past, mirror: ChartMirror): () => void {
  let turn = 0;
  let drawn: ChartView | null = null;
  const ask = (): void => {
    const { view: now, failure, loading } = mirror.getSnapshot();
    if (now === null) return show(null, failure, loading);
    // What the case knew stays what it was, however it is changed meanwhile.
    if (now === drawn) return;
    drawn = now;
    const own = (turn += 1);
    useChartView.setState({ loading: true });
    pastView(past, now).then((view) => { if (own === turn) show(view, null, false); }, (error: unknown) => {
      if (own !== turn) return;
      // A chart that was not there yet is not a chart that is gone.
      const missing = error instanceof Failure && error.code === 'chartNotFound';
      show({ ...now, items: [], entities: [], lines: [], groups: [], annotations: [] }, missing ? null : error instanceof Failure ? error : new Failure('internal', {}, { cause: error }), false);
    });
  };
  const stop = mirror.subscribe(ask);
  ask();
  return () => {
    turn += 1;
    stop();
  };
}

/** Keeps the mirror of the chart in front, and shows what it holds, or what the past had of it, to all who look at it. */
export function ChartMirrorHost(): null {
  const connection = useCaseConnection();
  const chart = useSession((state) => state.chart);
  useEffect(() => {
    if (!connection || chart === null) return useChartView.setState({ view: null, failure: null, loading: false });
    useChartView.setState({ view: null, failure: null, loading: true });
    const mirror = new ChartMirror(chart, connection);
    const follow = (): (() => void) => {
      const { past } = usePast.getState();
      if (past !== null) return followPast(past, mirror);
      const showNow = (): void => {
        const { view, failure, loading } = mirror.getSnapshot();
        show(view, failure, loading);
      };
      const stop = mirror.subscribe(showNow);
      if (mirror.getSnapshot().view !== null) showNow();
      return stop;
    };
    let stopFollowing = follow();
    const stopPast = usePast.subscribe(() => {
      stopFollowing();
      stopFollowing = follow();
    });
    return () => {
      stopPast();
      stopFollowing();
      mirror.close();
    };
  }, [connection, chart]);
  return null;
}
