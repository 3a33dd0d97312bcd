import { v7 as newId } from 'uuid';
import { addToChart, newChart } from './addToChart';
import { cameToFront, chartView, shownAs } from './chartView';
import { execute } from './execute';
import { changeSession, session, showPanel } from './session';
import { select } from './selected';

/** Selects on the chart in front those of the entities and links that are on it, and brings them to the middle. How many entities they were. */
export function selectThose(ids: readonly string[], lines: readonly string[] = []): number {
  const shown = [...new Set(ids.flatMap((id) => shownAs(id) ?? []))];
  const [chosen, wanted] = [new Set(shown), new Set(lines)];
  // A link that the chart folds with others is not there by itself: the fold between the two is.
  const folds = lines.length > 0 && !lines.every((id) => chartView()?.lines.some((line) => line.id === id));
  select(shown, (chartView()?.lines ?? []).filter((line) => wanted.has(line.id) || (folds && line.id.includes('|') && chosen.has(line.from) && chosen.has(line.to))).map((line) => line.id));
  if (shown.length > 0) session().canvas?.centre(shown);
  return shown.length;
}

const NOTE = { width: 260, height: 120, gap: 60 };

/** Puts entities on a new chart of their own and brings it to the front; with a note above them that says how they were found. */
export async function onNewChart(ids: readonly string[], name: string, note?: string): Promise<void> {
  const chart = await newChart([], name.slice(0, 200));
  // Else they would be put on a chart of their own once more.
  if (chart === null || !(await cameToFront(chart))) return;
  await addToChart(ids);
  if (note === undefined) return;
  const items = (chartView()?.chart.id === chart ? chartView()?.items : null) ?? [];
  const [left, top] = [Math.min(0, ...items.map(({ x }) => x)), Math.min(0, ...items.map(({ y }) => y))];
  await execute('annotation.put', { id: newId(), chart, kind: 'note', x: left, y: top - NOTE.height - NOTE.gap, width: NOTE.width, height: NOTE.height, text: note.slice(0, 10_000) });
}

/** Shows one entity in the inspector, and on the chart where it is on it. */
export function look(id: string): void {
  const shown = shownAs(id);
  if (shown === undefined) changeSession({ inspected: id });
  else selectThose([shown]);
  showPanel('inspector');
}
