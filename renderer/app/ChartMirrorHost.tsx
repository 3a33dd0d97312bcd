import { useEffect } from 'react';
import { useChartView } from '../actions/chartView';
import { forgetGone } from '../actions/selected';
import { useSession } from '../actions/session';
import { ChartMirror } from '../case/mirror';
import { useCaseConnection } from '../ipc/caseConnection';

/** Keeps the mirror of the chart in front, and shows what it holds to all who look at it. */
export function ChartMirrorHost(): null {
  const connection = useCaseConnection();
  const chart = useSession((state) => state.chart);
  useEffect(() => {
    if (!connection || chart === null) return useChartView.setState({ view: null, failure: null, loading: false });
    useChartView.setState({ view: null, failure: null, loading: true });
    const mirror = new ChartMirror(chart, connection);
    const show = (): void => {
      const { view } = useChartView.getState();
      const next = mirror.getSnapshot();
      useChartView.setState(next);
      forgetGone(view, next.view);
    };
    const stop = mirror.subscribe(show);
    return () => {
      stop();
      mirror.close();
    };
  }, [connection, chart]);
  return null;
}
