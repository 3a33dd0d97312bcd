import { mdiBellPlusOutline } from '@mdi/js';
import { create } from 'zustand';
import type { ChosenFile } from '../../shared/contract';
import type { WatchVerdictId } from '../../shared/model/identity';
import { appClient } from '../ipc/app';
import { caseIsOpen, type Action } from './action';
import { attempt, openCaseClient } from './execute';
import { showPanel, whenCaseChanges } from './session';

/** What the panel of watch lists shows. */
interface WatchDesk {
  readonly tab: 'open' | 'judged' | 'lists';
  /** The hit in front. */
  readonly hit: string | null;
  /** Only hits of this list. */
  readonly list: string | null;
  /** A file that is about to be loaded, and the list that it is a newer version of. */
  readonly loading: { readonly file: ChosenFile; readonly replaces: string | null } | null;
}

const FRESH: WatchDesk = { tab: 'open', hit: null, list: null, loading: null };
export const useWatchDesk = create<WatchDesk>(() => FRESH);

whenCaseChanges(() => useWatchDesk.setState(FRESH));

/** Shows the hits of watch lists, one of them in front. */
export function openHits(hit: string | null = null, tab: 'open' | 'judged' = 'open'): void {
  useWatchDesk.setState({ tab, hit, list: null });
  showPanel('watch');
}

/** Asks for a file that holds a watch list, and shows how it would be read. */
export async function chooseWatchList(replaces: string | null = null): Promise<void> {
  const files = await attempt(() => appClient['app.chooseFiles']({ purpose: 'import' }));
  const [file] = files ?? [];
  if (file !== undefined) useWatchDesk.setState({ loading: { file, replaces } });
}

/** Keeps what was decided of hits. True when it was done; otherwise the reason has been shown. */
export async function judgeHits(hits: readonly string[], verdict: WatchVerdictId, reason: string): Promise<boolean> {
  return (await attempt(() => openCaseClient()['case.judgeHits']({ hits: [...hits], verdict, reason }))) !== undefined;
}

export const watchActions: readonly Action[] = [
  { id: 'watch.load', labelKey: 'watch:loadAction', icon: mdiBellPlusOutline, enabled: caseIsOpen, run: () => { openHits(); void chooseWatchList(); } },
];
