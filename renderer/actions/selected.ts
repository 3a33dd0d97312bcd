import { useMemo } from 'react';
import { NOTHING, useSelection, type Selection } from '../case/selection';
import { changeSession, session, useSession } from './session';

/** What is selected on the chart in front. */
export function selection(): Selection {
  const { chart } = session();
  return chart === null ? NOTHING : (useSelection.getState().byChart[chart] ?? NOTHING);
}

/** The selection on the chart in front, for components. */
export function useSelected(): Selection {
  const chart = useSession((state) => state.chart);
  return useSelection((state) => (chart === null ? NOTHING : (state.byChart[chart] ?? NOTHING)));
}

/** Selects on the chart in front. What was being inspected apart from the chart gives way. */
export function select(entities: readonly string[], lines: readonly string[]): void {
  const { chart } = session();
  if (chart !== null) useSelection.getState().select(chart, { entities, lines });
  changeSession({ inspected: null });
}

/** What the inspector shows: a subject that was asked for by itself, else the selection. */
export function useInspected(): Selection {
  const inspected = useSession((state) => state.inspected);
  const selected = useSelected();
  return useMemo(() => (inspected === null ? selected : { entities: [inspected], lines: [] }), [inspected, selected]);
}
