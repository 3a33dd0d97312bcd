import { useCallback, type KeyboardEvent } from 'react';
import { isTyping } from '../../actions/keys';
import type { Verdict } from '../../actions/judging';

interface Doings {
  readonly move: (by: number) => void;
  readonly decide: (verdict: Verdict) => void;
  readonly onChart: () => void;
  readonly toReason: () => void;
}

/** Keys of the panel, by the letter they type, whatever the keyboard. Those that other parts of the window know stay here. */
export function usePairKeys({ move, decide, onChart, toReason }: Doings): (event: KeyboardEvent) => void {
  return useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || isTyping(event.target)) return;
    // On a button, Enter presses it; in a menu or dialog, keys are its own.
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, [role="dialog"], [role="radio"], .bp6-popover') !== null;
    const doings: Readonly<Record<string, () => void>> = {
      j: () => move(1), k: () => move(-1), ...(onButton ? {} : { arrowdown: () => move(1), arrowup: () => move(-1), enter: toReason }),
      s: () => decide('same'), d: () => decide('different'), u: () => decide('unsure'), e: onChart,
    };
    const doing = doings[event.key.toLowerCase()];
    if (doing === undefined || (event.target instanceof HTMLElement && event.target.closest('[role="dialog"]') !== null)) return;
    event.preventDefault();
    doing();
  }, [move, decide, onChart, toReason]);
}
