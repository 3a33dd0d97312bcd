import { mdiAccountMultipleCheckOutline } from '@mdi/js';
import { IDENTITY_MODES, type IdentityMode } from '../../shared/model/identity';
import { caseIsOpen, type Action } from './action';
import { chartView, shownAs, useChartView } from './chartView';
import { attempt, openCaseClient } from './execute';
import { select, selection } from './selected';
import { session } from './session';

/** Every id that what is shown under these stands for, each once: those of the chart in front under their own ids and those of all they are taken for one with. */
export function withMembers(ids: readonly string[]): string[] {
  const members = new Map(chartView()?.entities.map((each) => [each.id, each.members ?? [each.id]]));
  return [...new Set(ids.flatMap((id) => members.get(id) ?? [id]))];
}

/** How long what was selected waits for the chart as it is read now, ms. */
const PATIENCE = 5000;

/** When the chart is there as it is read now, what was selected is selected under the ids that it is shown by. */
function keepSelection(): void {
  const stop = useChartView.subscribe(({ view, loading }) => {
    if (view === null || loading) return;
    end();
    const { entities, lines } = selection();
    const there = new Set(view.lines.map((line) => line.id));
    select([...new Set(entities.flatMap((id) => shownAs(id) ?? []))], lines.filter((id) => there.has(id)));
  });
  const timer = setTimeout(stop, PATIENCE);
  const end = (): void => {
    clearTimeout(timer);
    stop();
  };
}

/** From now on all views of this window take these entities for one: nothing in the case changes. */
export async function setIdentity(mode: IdentityMode): Promise<void> {
  if (session().identity === mode) return;
  keepSelection();
  await attempt(() => openCaseClient()['case.setIdentity']({ mode }));
}

export const identityActions: readonly Action[] = IDENTITY_MODES.map((mode): Action => ({
  id: `identity.${mode}`, labelKey: `judging:mode.${mode}`, groupKey: 'judging:mode.title', icon: mdiAccountMultipleCheckOutline, enabled: caseIsOpen, checked: ({ session: now }) => now.identity === mode, run: () => setIdentity(mode),
}));
