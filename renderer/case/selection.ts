import { create } from 'zustand';

/** What is selected on one chart. Lines are link ids or fold ids ("type|from|to"). */
export interface Selection {
  readonly entities: readonly string[];
  readonly lines: readonly string[];
}

export const NOTHING: Selection = { entities: [], lines: [] };

interface SelectionState {
  readonly byChart: Readonly<Record<string, Selection>>;
  /** The item or line under the pointer, on whichever view; null when none. */
  readonly hovered: string | null;
  select(chart: string, selection: Selection): void;
  hover(id: string | null): void;
  /** Forgets a chart that was closed, or all charts of a case. */
  forget(chart?: string): void;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

/** Selection and hover, shared by canvas, table and inspector. View state only: ids, never data of the case. */
export const useSelection = create<SelectionState>((set) => ({
  byChart: {},
  hovered: null,
  select: (chart, selection) => set((state) => {
    const before = state.byChart[chart] ?? NOTHING;
    if (isSame(before.entities, selection.entities) && isSame(before.lines, selection.lines)) return state;
    return { byChart: { ...state.byChart, [chart]: selection } };
  }),
  hover: (id) => set((state) => (state.hovered === id ? state : { hovered: id })),
  forget: (chart) => set((state) => {
    if (chart === undefined) return { byChart: {}, hovered: null };
    const { [chart]: _gone, ...rest } = state.byChart;
    return { byChart: rest };
  }),
}));
