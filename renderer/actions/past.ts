import { create } from 'zustand';
import { rangeOf } from '../../shared/analysis/time/range';
import { Failure, type ChartView, type CaseService, type Client } from '../../shared/contract';
import { caseConnection } from '../ipc/caseConnection';
import { countedInTime, narrowed } from './chartFilter';
import { useSession } from './session';
import { chartTimesOf, seenThrough } from './timeWindow';

/**
 * How the chart in front is looked back at: as the case knew it at a moment (ISO, UTC), as one of its snapshots froze it, or as things were on a day ("2024-05-03") by all that is known now.
 */
export type Past = { readonly kind: 'known'; readonly at: string } | { readonly kind: 'snapshot'; readonly snapshot: string; readonly name: string } | { readonly kind: 'was'; readonly on: string };

/** The past that is being looked at; null for now. */
export const usePast = create<{ readonly past: Past | null }>(() => ({ past: null }));

export const lookBack = (past: Past): void => usePast.setState({ past });
export const backToNow = (): void => usePast.setState({ past: null });

/** The chart as the past shows it. Throws the failures of case.pastChart. */
export async function pastView(past: Past, now: ChartView): Promise<ChartView> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  if (past.kind !== 'was') {
    const { at: _at, ...view } = await connection.client['case.pastChart'](past.kind === 'known' ? { chart: now.chart.id, at: past.at } : { snapshot: past.snapshot });
    return view;
  }
  const day = rangeOf(past.on);
  const times = await chartTimesOf(now.chart.id);
  if (day === null || times === null) return now;
  const seen = seenThrough(now, times, day, true);
  return narrowed(countedInTime(now, seen), seen.kept);
}

/** Requests that change what is being looked at. */
const CHANGING: ReadonlySet<keyof CaseService['requests']> = new Set(['case.execute', 'case.undo', 'case.redo'] as const);

const guarded = new WeakMap<Client<CaseService>, Client<CaseService>>();

/** The same client, which changes nothing while the past is looked at: what is drawn is not what would be changed. */
export function readingOnlyInThePast(client: Client<CaseService>): Client<CaseService> {
  if (usePast.getState().past === null) return client;
  const known = guarded.get(client);
  if (known !== undefined) return known;
  const refuse = (): Promise<never> => Promise.reject(new Failure('pastView'));
  const made = { ...client, ...Object.fromEntries([...CHANGING].map((name) => [name, refuse])) } as Client<CaseService>;
  guarded.set(client, made);
  return made;
}

/** Another chart, or another case, is looked at as it is now. */
useSession.subscribe((now, before) => {
  if ((now.open !== before.open || now.chart !== before.chart) && usePast.getState().past !== null) backToNow();
});
