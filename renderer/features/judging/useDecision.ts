import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, PairView } from '../../../shared/contract/judging';
import { judge, type Verdict } from '../../actions/judging';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { proposedReason } from '../../actions/evidenceText';
import type { PairDetails } from './PropertyTable';

/** A judgement in the making. */
export interface Decision {
  /** The reason that would be written down: what was typed, or what the comparison proposes. */
  readonly reason: string;
  readonly typed: boolean;
  readonly type: (reason: string | null) => void;
  /** For which verdict a reason is shown, where none was typed. */
  readonly lean: (verdict: Verdict | null) => void;
  /** A verdict that waits for a reason: the comparison offers none. */
  readonly waiting: Verdict | null;
  /** A verdict that was refused. */
  readonly refused: Verdict | null;
  readonly busy: boolean;
  readonly decide: (verdict: Verdict) => void;
}

/** True when what stands against a verdict is more than what this pair itself was judged before, which a new judgement replaces. */
export function standsAgainst(details: PairDetails | undefined, verdict: Verdict): boolean {
  if (details === undefined || verdict === 'unsure') return false;
  const against = details.against[verdict];
  if (against === null) return false;
  const own = details.pair.judgement?.id;
  const standing = against.apart === null ? against.chain : [...against.chain, against.apart];
  return own === undefined || !standing.every((each) => each.id === own);
}

/** Keeps reason and verdict of the pair that is shown, and carries them to the case. `onDone` is called with the step when it was judged. */
export function useDecision(pair: PairView | undefined, details: PairDetails | undefined, onDone: (seq: number) => void): Decision {
  const { t } = useTranslation('judging');
  const types = useTypes();
  const language = useLanguage();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [leaning, setLeaning] = useState<Verdict | null>(null);
  const [waiting, setWaiting] = useState<Verdict | null>(null);
  const [refused, setRefused] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const key = pair === undefined ? '' : `${pair.left.id} ${pair.right.id}`;
  useEffect(() => {
    setTyped(null);
    setLeaning(null);
    setWaiting(null);
    setRefused(null);
  }, [key]);

  const evidence: readonly EvidenceView[] = details?.pair.evidence ?? pair?.evidence ?? [];
  const proposed = (verdict: Verdict): string => proposedReason(t, types, language, evidence, verdict);
  const likely: Verdict = pair !== undefined && pair.score < 0.5 ? 'different' : 'same';
  const decide = async (verdict: Verdict): Promise<void> => {
    if (pair === undefined || under.current) return;
    if (standsAgainst(details, verdict)) return setRefused(verdict);
    const reason = (typed ?? proposed(verdict)).trim();
    if (reason === '') return setWaiting(verdict);
    under.current = true;
    setBusy(true);
    const judged = await judge(pair.left.id, pair.right.id, verdict, reason);
    under.current = false;
    setBusy(false);
    if (judged.outcome === 'done') return onDone(judged.seq);
    if (judged.outcome === 'contradicts') {
      setRefused(verdict);
      await queries.invalidateQueries({ queryKey: ['case', 'case.pair'] });
    }
  };
  const type = (reason: string | null): void => {
    setTyped(reason);
    if (reason === null) setWaiting(null);
  };
  return { reason: typed ?? proposed(leaning ?? waiting ?? likely), typed: typed !== null, type, lean: setLeaning, waiting, refused, busy, decide: (verdict) => void decide(verdict) };
}
