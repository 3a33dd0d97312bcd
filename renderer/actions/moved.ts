import { useMemo } from 'react';
import { create } from 'zustand';
import type { ChangeMarks } from '../canvas';
import { drawnSelection, type DrawnChart } from '../case/drawn/drawnChart';
import { useCase } from '../case/queries';
import { notify } from '../ui/notices';
import { shownAs } from './chartView';
import { execute } from './execute';
import { usePast } from './past';
import { useSession, whenCaseChanges } from './session';

/** Since when it is shown what moved: the last arrangement, the opening of the case, or a snapshot. */
export type MovedSince = { readonly kind: 'arrangement' } | { readonly kind: 'opened' } | { readonly kind: 'snapshot'; readonly id: string };

/** An item that stood elsewhere, with the place where it stood, chart units. */
export interface MovedItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** View state of the window. */
const useMovedState = create<{ readonly since: MovedSince | null }>(() => ({ since: null }));

export const showMoved = (since: MovedSince | null): void => useMovedState.setState({ since });
export const toggleMoved = (): void => useMovedState.setState(({ since }) => ({ since: since === null ? { kind: 'arrangement' } : null }));

whenCaseChanges(() => showMoved(null));

const NONE: readonly MovedItem[] = [];

/** What moved on the chart in front since the moment that is shown; null while nothing is shown. Follows the chart. */
export function useMoved(): { readonly since: MovedSince; readonly items: readonly MovedItem[]; readonly waiting: boolean } | null {
  const chart = useSession((state) => state.chart);
  const past = usePast((state) => state.past !== null);
  const since = useMovedState((state) => state.since);
  const shown = since !== null && !past && chart !== null;
  const { data: now } = useCase('case.arrangement', { chart: chart ?? '' }, shown && since.kind !== 'snapshot');
  const last = now?.last ?? null;
  const seq = since?.kind === 'opened' ? now?.opened : last === null ? undefined : last.seq - 1;
  const asked = since?.kind === 'snapshot' ? { chart: chart ?? '', snapshot: since.id } : { chart: chart ?? '', seq: seq ?? 0 };
  const { data, isPlaceholderData } = useCase('case.movedSince', asked, shown && (since.kind === 'snapshot' || seq !== undefined));
  return useMemo(() => {
    if (!shown) return null;
    const nothing = since.kind === 'arrangement' && now !== undefined && last === null;
    return { since, items: nothing || isPlaceholderData ? NONE : (data ?? NONE), waiting: !nothing && (data === undefined || isPlaceholderData) };
  }, [shown, since, now, last, data, isPlaceholderData]);
}

/** The same as marks on the drawing: a dot where each stood, and the way from there. */
export function useMovedMarks(drawn: DrawnChart | null): ChangeMarks | null {
  const moved = useMoved();
  return useMemo(() => {
    if (moved === null || drawn === null) return null;
    const onDrawing = new Set(drawn.entities.map(({ id }) => id));
    return { added: new Set<string>(), changed: new Set<string>(), gone: [], moved: new Map(moved.items.flatMap(({ id, x, y }) => {
      const shown = shownAs(id) ?? id;
      const [at = shown] = drawnSelection(drawn, { entities: [shown], lines: [] }).entities;
      // What is in a closed group has no way of its own on the drawing.
      return at === shown && onDrawing.has(shown) ? [[shown, { x, y }] as const] : [];
    })) };
  }, [moved, drawn]);
}

/** Puts items back where they stood: one step. */
export async function putBack(chart: string, items: readonly MovedItem[]): Promise<void> {
  if (items.length === 0) return;
  if (await execute('chart.moveItems', { chart, items: items.map(({ id, x, y }) => ({ subject: id, x, y })) })) notify('arranging:putBackDone', { count: items.length }, 'success');
}
