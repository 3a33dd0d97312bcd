import { useMemo } from 'react';
import type { ChartView } from '../../shared/contract';
import { NOTHING, useSelection, type Selection } from '../case/selection';
import { changeSession, session, useSession, whenCaseChanges } from './session';

whenCaseChanges(() => useSelection.getState().forget());

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

/** Takes from a chart's selection what was on it before and is gone now. */
export function forgetGone(before: ChartView | null, after: ChartView | null): void {
  if (before === null || after === null || before.chart.id !== after.chart.id || before.seq === after.seq) return;
  const { entities, lines } = useSelection.getState().byChart[after.chart.id] ?? NOTHING;
  if (entities.length + lines.length === 0) return;
  const gone = (was: readonly { readonly id: string }[], is: readonly { readonly id: string }[]): ReadonlySet<string> => {
    const left = new Set(is.map((each) => each.id));
    return new Set(was.map((each) => each.id).filter((id) => !left.has(id)));
  };
  const [goneEntities, goneLines] = [gone(before.entities, after.entities), gone(before.lines, after.lines)];
  // What was joined with another is shown as that one.
  const shown = (id: string): readonly string[] => (goneEntities.has(id) ? after.entities.filter((each) => each.members?.includes(id)).map((each) => each.id) : [id]);
  // A line whose links are drawn apart now, or are folded again, is what came of it.
  const placeOf = ({ type, from, to }: ChartView['lines'][number]): string => `${type}|${from}|${to}`;
  const cameOf = (id: string): readonly string[] => {
    const was = before.lines.find((line) => line.id === id);
    return was === undefined ? [] : after.lines.filter((line) => placeOf(line) === placeOf(was)).map((line) => line.id);
  };
  useSelection.getState().select(after.chart.id, { entities: [...new Set(entities.flatMap(shown))], lines: [...new Set(lines.flatMap((id) => (goneLines.has(id) ? cameOf(id) : [id])))] });
}

/** What the inspector shows: a subject that was asked for by itself, else the selection. */
export function useInspected(): Selection {
  const inspected = useSession((state) => state.inspected);
  const selected = useSelected();
  return useMemo(() => (inspected === null ? selected : { entities: [inspected], lines: [] }), [inspected, selected]);
}
