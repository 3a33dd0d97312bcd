import { mdiNewBox } from '@mdi/js';
import { useMemo } from 'react';
import { create } from 'zustand';
import { useCase } from '../case/queries';
import { chartIsOpen, type Action } from './action';
import { changeSession, useSession, whenCaseChanges } from './session';

/** Since when what is new on a chart is marked: its last snapshot, or the start of a day ("2026-05-03", local); null: nothing is marked. */
export type Since = { readonly of: 'snapshot' } | { readonly of: 'day'; readonly day: string };

export const useSince = create<{ readonly since: Since | null }>(() => ({ since: null }));

whenCaseChanges(() => useSince.setState({ since: null }));

export interface News {
  /** ISO, UTC; null where the chart has no snapshot yet. */
  readonly at: string | null;
  readonly marks: ReadonlyMap<string, 'added' | 'changed'>;
}

/** The first moment of a day where one is, ISO, UTC. */
const momentOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** What is new on the chart in front, where that is to be marked; null where it is not, or is not known yet. */
export function useNews(): News | null {
  const chart = useSession((state) => state.chart);
  const since = useSince((state) => state.since);
  const viewing = useSession((state) => state.viewingAs !== null);
  const wanted = chart !== null && since !== null && !viewing;
  const { data } = useCase('case.newSince', { chart: chart ?? '', since: since?.of === 'day' ? momentOf(since.day) : null }, wanted);
  return useMemo(() => {
    if (!wanted || data === undefined) return null;
    return { at: data.at, marks: new Map([...data.added.map((id) => [id, 'added'] as const), ...data.changed.map((id) => [id, 'changed'] as const)]) };
  }, [wanted, data]);
}

export const newsActions: readonly Action[] = [
  { id: 'view.newSince', labelKey: 'marks:new.action', icon: mdiNewBox, enabled: chartIsOpen, checked: () => useSince.getState().since !== null, run: () => changeSession({ dialog: 'newSince' }) },
];
