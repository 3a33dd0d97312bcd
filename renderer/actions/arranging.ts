import { mdiArrowDownThin, mdiArrowRightThin, mdiArrowULeftBottom, mdiArrowURightBottom, mdiGhostOutline, mdiTableColumn, mdiTableRow, mdiTableRemove, mdiArrowAll } from '@mdi/js';
import { create } from 'zustand';
import type { Arranging } from '../canvas';
import type { KeptRow, Pointing } from '../../shared/model/drawing';
import { notify } from '../ui/notices';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { chartView } from './chartView';
import { attempt, execute, openCaseClient } from './execute';
import { changeOptions } from './folding';
import { session } from './session';
import { toggleMoved } from './moved';

/** The layout that is worked out or on show on the chart in front; null for none. */
export const useArranging = create<{ readonly now: Arranging | null }>(() => ({ now: null }));

export const keepArrangement = (): void => session().canvas?.keepLayout();
export const cancelArrangement = (): void => session().canvas?.cancelLayout();

/** Takes back the last move or layout of the chart in front, or brings it back, whatever was done to the data since. */
async function stepMoves(command: 'chart.undoMoves' | 'chart.redoMoves'): Promise<void> {
  const { chart } = session();
  if (chart === null) return;
  cancelArrangement();
  const next = await attempt(() => openCaseClient()['case.arrangement']({ chart }));
  if (next === undefined) return;
  const step = command === 'chart.undoMoves' ? next.undo : next.redo;
  if (step === null) notify(command === 'chart.undoMoves' ? 'arranging:nothingBack' : 'arranging:nothingAgain');
  else if (await execute(command, { chart })) notify(command === 'chart.undoMoves' ? 'arranging:backDone' : 'arranging:againDone', { count: step.items }, 'success');
}

const kept = (): readonly KeptRow[] => chartView()?.chart.options?.rows ?? [];

/** Rows without these members; what has fewer than two left is none. */
const without = (rows: readonly KeptRow[], members: ReadonlySet<string>): KeptRow[] => rows.map((row) => ({ ...row, members: row.members.filter((id) => !members.has(id)) })).filter((row) => row.members.length > 1);

/** Sets the selection in one row or column, which layouts then keep. */
async function keepInLine(way: KeptRow['way'], { selection }: ActionContext): Promise<void> {
  const members = [...selection.entities];
  await session().canvas?.adjust(way === 'row' ? 'alignMiddle' : 'alignCentre');
  await changeOptions((options) => ({ ...options, rows: [...without(options.rows ?? [], new Set(members)), { way, members }] }));
}

async function freeRows({ selection }: ActionContext): Promise<void> {
  const chosen = new Set(selection.entities);
  await changeOptions(({ rows = [], ...options }) => {
    const left = chosen.size === 0 ? [] : without(rows, chosen);
    return { ...options, ...(left.length > 0 ? { rows: left } : {}) };
  });
}

const point = (pointing: Pointing | null) => (): Promise<void> => changeOptions(({ pointing: _before, ...options }) => ({ ...options, ...(pointing === null ? {} : { pointing }) }));

const canKeep = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length > 1;
const hasRows = (context: ActionContext): boolean => chartIsOpen(context) && kept().some(({ members }) => context.selection.entities.length === 0 || members.some((id) => context.selection.entities.includes(id)));
const pointingIs = (pointing: Pointing | undefined) => (): boolean => chartView()?.chart.options?.pointing === pointing;

/** What layouts hold to, and the way back from them. */
export const arrangingActions: readonly Action[] = [
  { id: 'arrange.undo', labelKey: 'arranging:undo', groupKey: 'arrange', icon: mdiArrowULeftBottom, shortcuts: ['Ctrl+Alt+Z'], enabled: chartIsOpen, run: () => stepMoves('chart.undoMoves') },
  { id: 'arrange.redo', labelKey: 'arranging:redo', groupKey: 'arrange', icon: mdiArrowURightBottom, shortcuts: ['Ctrl+Alt+Y'], enabled: chartIsOpen, run: () => stepMoves('chart.redoMoves') },
  { id: 'arrange.moved', labelKey: 'arranging:moved', groupKey: 'arrange', icon: mdiGhostOutline, shortcuts: ['Ctrl+Alt+M'], enabled: chartIsOpen, run: () => toggleMoved() },
  { id: 'arrange.keepRow', labelKey: 'arranging:keepRow', groupKey: 'arrange', icon: mdiTableRow, enabled: canKeep, run: (context) => keepInLine('row', context) },
  { id: 'arrange.keepColumn', labelKey: 'arranging:keepColumn', groupKey: 'arrange', icon: mdiTableColumn, enabled: canKeep, run: (context) => keepInLine('column', context) },
  { id: 'arrange.freeRows', labelKey: 'arranging:freeRows', groupKey: 'arrange', icon: mdiTableRemove, enabled: hasRows, run: freeRows },
  { id: 'arrange.pointAny', labelKey: 'arranging:pointAny', groupKey: 'arrange', icon: mdiArrowAll, enabled: chartIsOpen, checked: pointingIs(undefined), run: point(null) },
  { id: 'arrange.pointRight', labelKey: 'arranging:pointRight', groupKey: 'arrange', icon: mdiArrowRightThin, enabled: chartIsOpen, checked: pointingIs('right'), run: point('right') },
  { id: 'arrange.pointDown', labelKey: 'arranging:pointDown', groupKey: 'arrange', icon: mdiArrowDownThin, enabled: chartIsOpen, checked: pointingIs('down'), run: point('down') },
];
