import { mdiArrowRightThick, mdiFormatListBulleted, mdiSwapHorizontal, mdiUndoVariant } from '@mdi/js';
import { pairKey, shownPair } from '../../shared/analysis/drawing/folding';
import type { ChartView } from '../../shared/contract';
import { FOLDINGS, type ChartOptions, type Folding } from '../../shared/model/drawing';
import type { Selection } from '../case/selection';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { chartView } from './chartView';
import { execute } from './execute';
import { select } from './selected';
import { showPanel } from './session';

/** Signs of the foldings, 24 × 24: the lines that come of them. */
export const FOLDING_ICONS: Readonly<Record<Folding, string>> = {
  type: 'M2 11C7 3.5 17 3.5 22 11l-1.3 1C16.2 5.6 7.8 5.6 3.3 12zM2 13c5 7.5 15 7.5 20 0l-1.3-1c-4.5 6.4-12.9 6.4-17.4 0z',
  pair: 'M2 10.3h20v3.4H2z',
  direction: mdiSwapHorizontal,
  apart: 'M2 11C7 3.5 17 3.5 22 11l-1.3 1C16.2 5.6 7.8 5.6 3.3 12zM2 11.1h20v1.8H2zM2 13c5 7.5 15 7.5 20 0l-1.3-1c-4.5 6.4-12.9 6.4-17.4 0z',
  flow: mdiArrowRightThick,
};

/** More pairs than these are a matter of the whole chart. */
const MOST_PAIRS = 500;

/** What folding is asked for: that of pairs, of types or of the whole chart. */
export type FoldingOf = 'pair' | 'types' | 'chart';

/** Lines that a wish is about: the selected ones, else those between the selected entities. */
function linesMeant(view: ChartView, { entities, lines }: Selection): ChartView['lines'] {
  if (lines.length > 0) {
    const chosen = new Set(lines);
    return view.lines.filter((line) => chosen.has(line.id));
  }
  const among = new Set(entities);
  return among.size < 2 ? [] : view.lines.filter((line) => among.has(line.from) && among.has(line.to) && line.from !== line.to);
}

/** Pairs of entities, and types of links, that a wish is about; empty where nothing with lines is selected. */
export function foldable(selection: Selection, view: ChartView | null = chartView()): { readonly pairs: readonly string[]; readonly types: readonly string[] } {
  const lines = view === null ? [] : linesMeant(view, selection);
  return { pairs: [...new Set(lines.map((line) => pairKey(line.from, line.to)))], types: [...new Set(lines.map((line) => line.type))] };
}

const shownAs = (view: ChartView): ((id: string) => string) => {
  const tops = new Map(view.entities.flatMap((entity) => (entity.members ?? []).map((member) => [member, entity.id] as const)));
  return (id) => tops.get(id) ?? id;
};

/** Without what says nothing, so that a chart that is as it was has no options. */
function tidy({ folding, typeFolding, pairFolding, lineTexts, ...others }: ChartOptions): ChartOptions {
  const filled = <T extends object>(record: T | undefined): record is T => record !== undefined && Object.keys(record).length > 0;
  return { ...others, ...(folding === undefined || folding === 'type' ? {} : { folding }), ...(filled(typeFolding) ? { typeFolding } : {}), ...(filled(pairFolding) ? { pairFolding } : {}), ...(lineTexts === undefined ? {} : { lineTexts }) };
}

/** What was last set, until the page knows it: whoever is quick changes what he set just before, not what was there before that. */
let sent: { readonly chart: string; readonly seq: number; readonly options: ChartOptions } | null = null;

/** Draws the chart in front in another way, as one step. */
export async function changeOptions(change: (options: ChartOptions, view: ChartView) => ChartOptions): Promise<void> {
  const view = chartView();
  if (view === null) return;
  const { id } = view.chart;
  const before = sent?.chart === id && sent.seq === view.seq ? sent.options : (view.chart.options ?? {});
  const mine = { chart: id, seq: view.seq, options: tidy(change(before, view)) };
  sent = mine;
  if (!(await execute('chart.setOptions', { chart: id, options: mine.options })) && sent === mine) sent = null;
}

const withKeys = (before: Readonly<Record<string, Folding>>, keys: readonly string[], folding: Folding | null): Record<string, Folding> => {
  const after = Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)));
  return folding === null ? after : { ...after, ...Object.fromEntries(keys.map((key) => [key, folding])) };
};

/** Pairs as they were set, by the ids that are shown now. */
function pairsOf(options: ChartOptions | undefined, view: ChartView): Record<string, Folding> {
  const shown = shownAs(view);
  return Object.fromEntries(Object.entries(options?.pairFolding ?? {}).map(([key, folding]) => [shownPair(key, shown), folding]));
}

/** Folds what is meant as asked; null: as the chart, or the type, says. */
export async function fold(of: FoldingOf, folding: Folding | null, selection: Selection): Promise<void> {
  await changeOptions((options, view) => {
    const { pairs, types } = foldable(selection, view);
    if (of === 'chart') return { ...options, folding: folding ?? 'type' };
    return of === 'pair' ? { ...options, pairFolding: withKeys(pairsOf(options, view), pairs, folding) } : { ...options, typeFolding: withKeys(options.typeFolding ?? {}, types, folding) };
  });
}

/** How what is meant is folded by a setting of its own: null where it has none, undefined where they differ. */
export function foldingNow(of: FoldingOf, selection: Selection, view: ChartView | null): Folding | null | undefined {
  if (view === null) return undefined;
  const { options } = view.chart;
  if (of === 'chart') return options?.folding ?? 'type';
  const { pairs, types } = foldable(selection, view);
  const set: Readonly<Record<string, Folding>> = of === 'pair' ? pairsOf(options, view) : (options?.typeFolding ?? {});
  const found = new Set((of === 'pair' ? pairs : types).map((key) => set[key] ?? null));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Takes back what was set for pairs and types: all is folded as the chart says. */
export const foldAllAlike = (): Promise<void> => changeOptions(({ typeFolding: _types, pairFolding: _pairs, ...others }) => others);

/** Selects the lines that are meant and lists their links. */
function showMembers({ selection }: ActionContext): void {
  const view = chartView();
  const lines = view === null ? [] : linesMeant(view, selection);
  if (lines.length === 0) return;
  select([], lines.map((line) => line.id));
  showPanel('inspector');
}

const fits = (of: FoldingOf) => (context: ActionContext): boolean => {
  if (!chartIsOpen(context)) return false;
  if (of === 'chart') return true;
  // Asked for every key and menu: a large selection is not gone through.
  if (context.selection.lines.length === 0 && (context.selection.entities.length < 2 || context.selection.entities.length > MOST_PAIRS)) return false;
  const { pairs } = foldable(context.selection);
  return pairs.length > 0 && pairs.length <= MOST_PAIRS;
};

/** Alt and a digit fold the pair that is selected. */
const foldActions = (of: FoldingOf): Action[] => [
  ...FOLDINGS.map((folding, at): Action => ({
    id: `fold.${of}.${folding}`, labelKey: `folding:as.${folding}`, groupKey: `folding:of.${of}`, icon: FOLDING_ICONS[folding], ...(of === 'pair' ? { shortcuts: [`Alt+${at + 1}`] } : {}),
    checked: ({ selection }) => foldingNow(of, selection, chartView()) === folding, enabled: fits(of), run: ({ selection }) => fold(of, folding, selection),
  })),
  ...(of === 'chart' ? [] : [{
    id: `fold.${of}.none`, labelKey: 'folding:as.none', groupKey: `folding:of.${of}`, icon: mdiUndoVariant, ...(of === 'pair' ? { shortcuts: ['Alt+0'] } : {}),
    enabled: (context: ActionContext) => fits(of)(context) && foldingNow(of, context.selection, chartView()) !== null, run: ({ selection }: ActionContext) => fold(of, null, selection),
  }]),
];

export const foldingActions: readonly Action[] = [
  { id: 'fold.members', labelKey: 'folding:members', icon: mdiFormatListBulleted, shortcuts: ['Ctrl+Alt+L'], enabled: fits('pair'), run: showMembers },
  ...foldActions('pair'), ...foldActions('types'), ...foldActions('chart'),
  { id: 'fold.alike', labelKey: 'folding:alike', icon: mdiUndoVariant, enabled: (context) => { const options = chartIsOpen(context) ? chartView()?.chart.options : undefined; return options?.pairFolding !== undefined || options?.typeFolding !== undefined; }, run: foldAllAlike },
];
