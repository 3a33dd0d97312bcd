import { useMemo } from 'react';
import { create } from 'zustand';
import type { ChangeMarks } from '../canvas';
import { drawnSelection, type DrawnChart } from '../case/drawn/drawnChart';
import { useCase } from '../case/queries';
import { shownAs } from './chartView';
import { usePast } from './past';
import { useSession, whenCaseChanges } from './session';
import type { Comparison } from './snapshots';

/** Since which snapshot the changes of a chart are marked on it. */
interface Since {
  readonly chart: string;
  readonly id: string;
  readonly name: string;
}

/** View state of the window: marks are not kept with the case. */
const useSince = create<{ readonly since: Since | null }>(() => ({ since: null }));

export const markChanges = (since: Since): void => useSince.setState({ since });
export const unmarkChanges = (): void => useSince.setState({ since: null });

whenCaseChanges(unmarkChanges);

/** Since which snapshot the changes of the chart in front are marked on it; null where they are not. */
export function useMarkedSince(): Since | null {
  const chart = useSession((state) => state.chart);
  const since = useSince((state) => state.since);
  const past = usePast((state) => state.past !== null);
  // What is marked is told of the chart as it is now.
  return since !== null && !past && since.chart === chart ? since : null;
}

/** What changed on the chart in front since the snapshot whose marks are shown; null while none are. Follows the chart. */
export function useChanges(): { readonly since: Since; readonly changes: Comparison } | null {
  const since = useMarkedSince();
  const { data } = useCase('case.compareSnapshots', { from: since?.id ?? '', to: null }, since !== null);
  return useMemo(() => (since === null || data === undefined ? null : { since, changes: data }), [since, data]);
}

/** The same as marks on the drawing: what is in a closed group is marked on it, what stands for several on that one. */
export function useChangeMarks(drawn: DrawnChart | null): ChangeMarks | null {
  const found = useChanges();
  return useMemo(() => {
    if (found === null || drawn === null) return null;
    const { added, changed, moved, gone } = found.changes;
    const onDrawing = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(drawnSelection(drawn, { entities: list.flatMap(({ id }) => shownAs(id) ?? []), lines: [] }).entities);
    return { added: onDrawing(added), changed: onDrawing(changed), moved: new Map(moved.map(({ id, x, y }) => [shownAs(id) ?? id, { x, y }])), gone };
  }, [found, drawn]);
}
