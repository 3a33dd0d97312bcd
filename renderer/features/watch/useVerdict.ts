import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchHitView } from '../../../shared/contract/watching';
import type { WatchVerdictId } from '../../../shared/model/identity';
import { proposedReason } from '../../actions/evidenceText';
import { judgeHits } from '../../actions/watch';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';

/** What each verdict says of the two: that they are the same, or not. */
const SAYS = { match: 'same', noMatch: 'different', unsure: 'unsure' } as const;

/** A verdict in the making. */
export interface Verdict {
  /** The reason that would be written down: what was typed, or what the comparison proposes. */
  readonly reason: string;
  readonly typed: boolean;
  readonly type: (reason: string | null) => void;
  /** For which verdict a reason is shown, where none was typed. */
  readonly lean: (verdict: WatchVerdictId | null) => void;
  /** A verdict that waits for a reason: the comparison offers none. */
  readonly waiting: WatchVerdictId | null;
  readonly busy: boolean;
  readonly decide: (verdict: WatchVerdictId) => void;
  /** A hit that was just judged a match, whose instruction is on show; null: none. */
  readonly done: WatchHitView | null;
  readonly goOn: () => void;
}

/** Keeps reason and verdict of the hit that is shown, and carries them to the case. `onDone` is called when it was judged. */
export function useVerdict(hit: WatchHitView | undefined, onDone: () => void): Verdict {
  const { t } = useTranslation('watch');
  const types = useTypes();
  const language = useLanguage();
  const [kept, setKept] = useState<{ readonly hit: string; readonly typed: string | null; readonly waiting: WatchVerdictId | null }>({ hit: '', typed: null, waiting: null });
  const [leaning, setLeaning] = useState<WatchVerdictId | null>(null);
  const [done, setDone] = useState<WatchHitView | null>(null);
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const { typed, waiting } = kept.hit === hit?.id ? kept : { typed: null, waiting: null };
  const proposed = (verdict: WatchVerdictId): string => (hit === undefined || hit.restricted ? '' : proposedReason(t, types, language, hit.evidence, SAYS[verdict]));
  const decide = async (verdict: WatchVerdictId): Promise<void> => {
    if (hit === undefined || under.current || done !== null) return;
    const reason = (typed ?? proposed(verdict)).trim();
    if (reason === '') return setKept({ hit: hit.id, typed, waiting: verdict });
    under.current = true;
    setBusy(true);
    const judged = await judgeHits([hit.id], verdict, reason);
    under.current = false;
    setBusy(false);
    if (!judged) return;
    setLeaning(null);
    if (verdict === 'match') setDone(hit);
    onDone();
  };
  const likely: WatchVerdictId = hit?.restricted === false && hit.score < 0.5 ? 'noMatch' : 'match';
  return {
    reason: typed ?? proposed(leaning ?? waiting ?? likely), typed: typed !== null, waiting, busy, done, lean: setLeaning,
    type: (reason) => setKept({ hit: hit?.id ?? '', typed: reason, waiting: reason === null ? null : waiting }),
    decide: (verdict) => void decide(verdict),
    goOn: () => setDone(null),
  };
}
