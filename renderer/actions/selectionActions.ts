import { mdiArrowExpandAll, mdiSelectAll, mdiSelectInverse, mdiSelectOff } from '@mdi/js';
import { changeSession, session, showPanel } from './session';
import { chartIsOpen, hasEntities, hasSelection, type Action } from './action';
import { drawnView } from './chartFilter';
import { shownAs, chartView } from './chartView';
import { select, selection } from './selected';

/** Selects an entity and brings it to the middle; one that is not on the chart is shown in the inspector only. */
export function selectAndCentre(id: string): void {
  const shown = shownAs(id);
  if (shown !== undefined) {
    select([shown], []);
    session().canvas?.centre([shown]);
  } else {
    changeSession({ inspected: id });
  }
  showPanel('inspector');
}

/** Shows one link in the inspector, and on the chart when a line there is just that link. */
export function selectLink(id: string): void {
  if (chartView()?.lines.some((line) => line.id === id)) select([], [id]);
  else changeSession({ inspected: id });
  showPanel('inspector');
}

/** Everything on the chart that is not selected. */
function invert(): void {
  const view = drawnView();
  if (!view) return;
  const { entities, lines } = selection();
  select(view.entities.map((each) => each.id).filter((id) => !entities.includes(id)), view.lines.map((each) => each.id).filter((id) => !lines.includes(id)));
}

/** Adds what is one line away, with the lines between. */
function addNeighbours(): void {
  const view = drawnView();
  if (!view) return;
  const start = new Set(selection().entities);
  const touching = view.lines.filter((line) => start.has(line.from) || start.has(line.to));
  select([...new Set([...start, ...touching.flatMap((line) => [line.from, line.to])])], touching.map((line) => line.id));
}

export const selectionActions: readonly Action[] = [
  { id: 'select.all', labelKey: 'selectAll', icon: mdiSelectAll, shortcuts: ['Ctrl+A'], enabled: chartIsOpen, run: () => { const view = drawnView(); if (view) select(view.entities.map((each) => each.id), view.lines.map((each) => each.id)); } },
  { id: 'select.none', labelKey: 'selectNone', icon: mdiSelectOff, shortcuts: ['Escape'], enabled: (context) => hasSelection(context) || context.session.tool !== 'select', run: () => { changeSession({ tool: 'select' }); select([], []); } },
  { id: 'select.invert', labelKey: 'selectInvert', icon: mdiSelectInverse, shortcuts: ['Ctrl+Alt+A'], enabled: chartIsOpen, run: invert },
  { id: 'select.neighbours', labelKey: 'selectNeighbours', icon: mdiArrowExpandAll, shortcuts: ['Ctrl+Alt+N'], enabled: hasEntities, run: addNeighbours },
];
