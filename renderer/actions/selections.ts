import { mdiBookmarkOutline, mdiBookmarkPlusOutline, mdiSelectGroup, mdiSelectSearch } from '@mdi/js';
import i18next from 'i18next';
import { v7 as newId } from 'uuid';
import type { KeptSelection } from '../../shared/model/keptSelection';
import { notify } from '../ui/notices';
import { chartIsOpen, hasEntities, hasSelection, type Action } from './action';
import { drawnView } from './chartFilter';
import { shownAs } from './chartView';
import { attempt, execute, openCaseClient } from './execute';
import { barsOf, degreesOf, subjectOf, type Dimension, type PropertyValues } from './histogram';
import { select, selection } from './selected';
import { changeSession, session } from './session';

const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const NO_PROPERTIES: PropertyValues = new Map();

/** How a kept selection and the present one are put together. `with`: what is in both; `without`: what is selected now and not kept there. */
export type Combining = 'replace' | 'add' | 'with' | 'without';

/** What of a kept selection can be seen on the chart in front. */
function onChart({ entities, lines }: Pick<KeptSelection, 'entities' | 'lines'>): { readonly entities: readonly string[]; readonly lines: readonly string[] } {
  const view = drawnView();
  const [seen, drawn] = [new Set(view?.entities.map((each) => each.id)), new Set(view?.lines.map((each) => each.id))];
  return { entities: [...new Set(entities.flatMap((id) => shownAs(id) ?? []))].filter((id) => seen.has(id)), lines: lines.filter((id) => drawn.has(id)) };
}

const combine = (now: readonly string[], kept: readonly string[], how: Combining): readonly string[] => {
  const there = new Set(kept);
  if (how === 'replace') return kept;
  if (how === 'add') return [...new Set([...now, ...kept])];
  return now.filter((id) => there.has(id) === (how === 'with'));
};

/** Selects what was kept and is still on the chart, alone or put together with what is selected. */
export function recall(kept: KeptSelection, how: Combining = 'replace'): void {
  const found = onChart(kept);
  const now = selection();
  select(combine(now.entities, found.entities, how), combine(now.lines, found.lines, how));
  if (how === 'replace' && found.entities.length > 0) session().canvas?.centre(found.entities);
  const missing = kept.entities.length + kept.lines.length - found.entities.length - found.lines.length;
  if (missing > 0) notify('selections:missing', { count: missing, name: kept.name });
}

const known = async (chart: string): Promise<readonly KeptSelection[]> => (await attempt(() => openCaseClient()['case.selections']({ chart }))) ?? [];

/** Keeps what is selected under a name; with a digit, in place of what that digit brought back before. True when it was done. */
export async function keepSelection(name: string, slot: number | null): Promise<boolean> {
  const { chart } = session();
  const { entities, lines } = selection();
  if (chart === null) return false;
  const before = slot === null ? undefined : (await known(chart)).find((each) => each.slot === slot);
  return execute('selection.put', { chart, selection: { id: before?.id ?? newId(), name: before?.name ?? name, slot, entities: [...entities], lines: [...lines] } });
}

async function keepInSlot(slot: number): Promise<void> {
  if (await keepSelection(i18next.t('selections:numbered', { number: slot }), slot)) notify('selections:kept', { number: slot });
}

async function recallSlot(slot: number): Promise<void> {
  const { chart } = session();
  if (chart === null) return;
  const kept = (await known(chart)).find((each) => each.slot === slot);
  if (kept) recall(kept);
  else notify('selections:emptySlot', { number: slot });
}

/** Selects all that shares a value with what is selected. How many there are. */
export function selectSame(dimension: Dimension, properties: PropertyValues = NO_PROPERTIES): number {
  const view = drawnView();
  if (view === null) return 0;
  const now = selection();
  const chosen = new Set(subjectOf(dimension) === 'lines' ? now.lines : now.entities);
  const ids = [...new Set(barsOf(view, dimension, properties).filter((bar) => bar.value !== '' && bar.ids.some((id) => chosen.has(id))).flatMap((bar) => bar.ids))];
  if (subjectOf(dimension) === 'lines') select([], ids);
  else select(ids, []);
  return ids.length;
}

/** Selects entities at which as many lines of the chart meet at least. How many there are. */
export function selectByDegree(least: number): number {
  const view = drawnView();
  if (view === null) return 0;
  const degrees = degreesOf(view);
  const ids = view.entities.map((each) => each.id).filter((id) => (degrees.get(id) ?? 0) >= least);
  select(ids, []);
  return ids.length;
}

/** Types of entities and of lines alike, each of its own kind. */
function selectSameType(): void {
  const view = drawnView();
  if (view === null) return;
  const { entities, lines } = selection();
  const alike = <T extends { readonly id: string; readonly type: string }>(all: readonly T[], chosen: readonly string[]): string[] => {
    const ids = new Set(chosen);
    const types = new Set(all.filter((each) => ids.has(each.id)).map((each) => each.type));
    return all.filter((each) => types.has(each.type)).map((each) => each.id);
  };
  select(alike(view.entities, entities), alike(view.lines, lines));
}

/** Selecting by what things have in common, and selections that are kept. */
export const findingActions: readonly Action[] = [
  { id: 'select.sameType', labelKey: 'selections:sameType', icon: mdiSelectGroup, shortcuts: ['Ctrl+Alt+T'], enabled: hasSelection, run: selectSameType },
  { id: 'select.by', labelKey: 'selections:by', icon: mdiSelectSearch, shortcuts: ['Ctrl+Alt+B'], enabled: chartIsOpen, run: () => changeSession({ dialog: 'selectBy' }) },
  ...SLOTS.map((slot): Action => ({ id: `select.keep${slot}`, labelKey: `selections:slot.${slot}`, groupKey: 'selections:keepAs', icon: mdiBookmarkPlusOutline, shortcuts: [`Ctrl+Shift+${slot}`], quiet: true, enabled: hasEntities, run: () => keepInSlot(slot) })),
  ...SLOTS.map((slot): Action => ({ id: `select.recall${slot}`, labelKey: `selections:slot.${slot}`, groupKey: 'selections:recall', icon: mdiBookmarkOutline, shortcuts: [`Ctrl+${slot}`], quiet: true, enabled: chartIsOpen, run: () => recallSlot(slot) })),
];
