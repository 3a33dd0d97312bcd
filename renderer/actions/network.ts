import { create } from 'zustand';
import type { ArgumentsOf, CaseService, ResultOf } from '../../shared/contract';
import type { MeasureId, networkRequests, NetworkOptions, NetworkScope } from '../../shared/contract/network';
import { attempt, openCaseClient } from './execute';
import { selection } from './selected';
import { session, showPanel, useSession } from './session';
import { watched } from './watched';

type Question = keyof typeof networkRequests | 'case.pattern';

/** Kinds of questions that the panel has, a tab each. */
export const NETWORK_TABS = ['measures', 'paths', 'connect', 'around', 'pattern'] as const;
export type NetworkTab = (typeof NETWORK_TABS)[number];
type Requests = CaseService['requests'];

/** Asks a question about the network. Undefined when it was given up or failed; the failure has been shown. */
export const askNetwork = <Q extends Question>(question: Q, args: Omit<ArgumentsOf<Requests[Q]>, 'job'>): Promise<ResultOf<Requests[Q]> | undefined> =>
  attempt(() => watched(`network:asking.${question.slice('case.'.length)}`, {}, (job) => openCaseClient()[question]({ ...args, job } as never) as Promise<ResultOf<Requests[Q]>>));

export type ScopeId = NetworkScope['kind'] | 'selection';

/** The scope that a choice stands for now; null where there is none (no chart, nothing selected). */
export function scopeOf(choice: ScopeId): NetworkScope | null {
  if (choice === 'case') return { kind: 'case' };
  const { chart } = session();
  if (chart === null) return null;
  if (choice === 'chart') return { kind: 'chart', chart };
  const { entities } = selection();
  return entities.length < 2 ? null : { kind: 'entities', ids: [...entities] };
}

/** What all questions share: of what, and what of it counts. */
export interface Asking {
  readonly scope: ScopeId;
  readonly options: NetworkOptions;
}

/** Measures as they are shown on the chart: by how large, or in which colour, items are drawn, or written on a badge. By entity: `values` 0 to 1, communities by number; `texts` of badges. */
export interface Shown {
  readonly measure: MeasureId;
  readonly as: 'look' | 'badge';
  readonly values: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, string>;
}

interface NetworkState {
  readonly tab: NetworkTab;
  readonly asking: Asking;
  readonly measures: { readonly of: MeasureId; readonly found: ResultOf<Requests['case.measure']> } | null;
  readonly shown: Shown | null;
}

const FRESH: NetworkState = { tab: 'measures', asking: { scope: 'chart', options: { following: 'both', weight: 'none' } }, measures: null, shown: null };

/** What the panel of network questions has asked last: view state, kept while panels come and go. */
export const useNetwork = create<NetworkState>(() => FRESH);

/** Brings the panel of network questions to the front, with the questions of one kind. */
export function showNetwork(tab: NetworkTab): void {
  useNetwork.setState({ tab });
  showPanel('network');
}

/** Results are of one case. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) useNetwork.setState(FRESH);
  // What was reckoned with all links is not for a recipient's eyes, and the other way round.
  else if (now.viewingAs !== before.viewingAs) useNetwork.setState({ measures: null, shown: null });
});
