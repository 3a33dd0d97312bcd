import { mdiAlignHorizontalCenter, mdiAlignHorizontalDistribute, mdiAlignHorizontalLeft, mdiAlignHorizontalRight, mdiAlignVerticalBottom, mdiAlignVerticalCenter, mdiAlignVerticalDistribute, mdiAlignVerticalTop, mdiArrowCollapseAll, mdiArrowExpandAll, mdiFileTreeOutline, mdiFlipHorizontal, mdiFlipVertical } from '@mdi/js';
import { LAYOUTS } from '../canvas/layouts/offered';
import { glyphs } from '../case/types';
import type { AdjustmentId } from '../../shared/analysis/layout/adjust';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { changeSession, session } from './session';

const selected = (least: number) => (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length >= least;

interface Adjusting {
  readonly id: AdjustmentId;
  readonly icon: string;
  readonly shortcut?: string;
  readonly enabled: Action['enabled'];
}

/** Alt and an arrow align; with Shift as well they distribute along the arrow's way or align on the middle. */
const ADJUSTING: readonly Adjusting[] = [
  { id: 'alignLeft', icon: mdiAlignHorizontalLeft, shortcut: 'Alt+ArrowLeft', enabled: selected(2) },
  { id: 'alignCentre', icon: mdiAlignHorizontalCenter, shortcut: 'Alt+Shift+ArrowLeft', enabled: selected(2) },
  { id: 'alignRight', icon: mdiAlignHorizontalRight, shortcut: 'Alt+ArrowRight', enabled: selected(2) },
  { id: 'alignTop', icon: mdiAlignVerticalTop, shortcut: 'Alt+ArrowUp', enabled: selected(2) },
  { id: 'alignMiddle', icon: mdiAlignVerticalCenter, shortcut: 'Alt+Shift+ArrowUp', enabled: selected(2) },
  { id: 'alignBottom', icon: mdiAlignVerticalBottom, shortcut: 'Alt+ArrowDown', enabled: selected(2) },
  { id: 'distributeAcross', icon: mdiAlignHorizontalDistribute, shortcut: 'Alt+Shift+ArrowRight', enabled: selected(3) },
  { id: 'distributeDown', icon: mdiAlignVerticalDistribute, shortcut: 'Alt+Shift+ArrowDown', enabled: selected(3) },
  { id: 'mirrorAcross', icon: mdiFlipHorizontal, enabled: chartIsOpen },
  { id: 'mirrorDown', icon: mdiFlipVertical, enabled: chartIsOpen },
  { id: 'spread', icon: mdiArrowExpandAll, shortcut: 'Alt++', enabled: chartIsOpen },
  { id: 'tighten', icon: mdiArrowCollapseAll, shortcut: 'Alt+-', enabled: chartIsOpen },
];

/** Layouts and small changes of places. With two items or more selected they move only these; pinned items stay. A layout is shown first, to be kept or not. */
export const arrangeActions: readonly Action[] = [
  ...LAYOUTS.map(({ id, label, icon }): Action => ({
    id: `layout.${id}`, labelKey: `canvas:${label}`, groupKey: 'layouts', icon: glyphs[icon] ?? mdiFileTreeOutline, ...(id === 'standard' ? { shortcuts: ['Ctrl+L'] } : {}),
    // Which property is asked for first.
    enabled: chartIsOpen, run: () => (id === 'byProperty' ? changeSession({ dialog: 'arrangeBy' }) : session().canvas?.arrange(id)),
  })),
  ...ADJUSTING.map(({ id, icon, shortcut, enabled }): Action => ({ id: `arrange.${id}`, labelKey: `canvas:layout.${id}`, groupKey: 'arrange', icon, ...(shortcut === undefined ? {} : { shortcuts: [shortcut] }), enabled, run: () => session().canvas?.adjust(id) })),
];
