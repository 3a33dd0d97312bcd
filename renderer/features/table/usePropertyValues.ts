import { useEffect, useState } from 'react';
import { useChartView } from '../../actions/chartView';
import { useCaseConnection } from '../../ipc/caseConnection';

/** Canonical values by entity. */
type Values = ReadonlyMap<string, readonly string[]>;

const NONE: ReadonlyMap<string, Values> = new Map();

/** What the entities of the chart in front have as these properties; asked anew whenever the chart changes. */
export function usePropertyValues(properties: readonly string[]): ReadonlyMap<string, Values> {
  const connection = useCaseConnection();
  const chart = useChartView((state) => state.view?.chart.id);
  const seq = useChartView((state) => state.view?.seq);
  const [held, setHeld] = useState<{ readonly chart: string | undefined; readonly values: ReadonlyMap<string, Values> }>({ chart: undefined, values: NONE });
  const asked = properties.join('\n');
  useEffect(() => {
    if (!connection || chart === undefined || asked === '') return undefined;
    let late = false;
    const ask = async (): Promise<void> => {
      const found = await Promise.all(asked.split('\n').map(async (property): Promise<[string, Values]> => {
        const { values } = await connection.client['case.propertyValues']({ chart, property });
        return [property, new Map(values.map((each) => [each.entity, each.values]))];
      }));
      if (!late) setHeld({ chart, values: new Map(found) });
    };
    // The columns stay empty until the case answers; the chart itself says that it does not.
    ask().catch(() => undefined);
    return () => { late = true; };
  }, [connection, chart, seq, asked]);
  return held.chart === chart ? held.values : NONE;
}
