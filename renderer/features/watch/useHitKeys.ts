import { useCallback, type KeyboardEvent } from 'react';
import { isTyping } from '../../actions/keys';
import type { WatchVerdictId } from '../../../shared/model/identity';

interface Doings {
  readonly move: (by: number) => void;
  readonly decide: (verdict: WatchVerdictId) => void;
  readonly onChart: () => void;
  readonly toReason: () => void;
}

/** Keys of the list of hits, by the letter they type, whatever the keyboard: M match, N no match, U unsure, E on the chart. */
export function useHitKeys({ move, decide, onChart, toReason }: Doings): (event: KeyboardEvent) => void {
  return useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || isTyping(event.target)) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('[role="dialog"]')) return;
    // On a button, Enter presses it.
    const onButton = target?.closest('button, a, .bp6-popover') !== null && target !== null;
    const doings: Readonly<Record<string, () => void>> = {
      j: () => move(1), k: () => move(-1), m: () => decide('match'), n: () => decide('noMatch'), u: () => decide('unsure'), e: onChart,
      ...(onButton ? {} : { arrowdown: () => move(1), arrowup: () => move(-1), enter: toReason }),
    };
    const doing = doings[event.key.toLowerCase()];
    if (doing === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    doing();
  }, [move, decide, onChart, toReason]);
}
