import { addToChart, newChart } from './addToChart';
import { shownAs } from './chartView';
import { changeSession, session, showPanel } from './session';
import { select } from './selected';

/** Selects on the chart in front those of the entities that are on it, and brings them to the middle. How many they were. */
export function selectThose(ids: readonly string[], lines: readonly string[] = []): number {
  const shown = [...new Set(ids.flatMap((id) => shownAs(id) ?? []))];
  select(shown, lines);
  if (shown.length > 0) session().canvas?.centre(shown);
  return shown.length;
}

/** Puts entities on a new chart of their own and brings it to the front. */
export async function onNewChart(ids: readonly string[], name: string): Promise<void> {
  if ((await newChart([], name)) !== null) await addToChart(ids);
}

/** Shows one entity in the inspector, and on the chart where it is on it. */
export function look(id: string): void {
  const shown = shownAs(id);
  if (shown === undefined) changeSession({ inspected: id });
  else selectThose([shown]);
  showPanel('inspector');
}
