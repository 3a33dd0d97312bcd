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
    // What is typed in a dialog or menu of the panel comes here as well, from another part of the page.
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || isTyping(event.target)) return;
    // On a button, Enter presses it, and arrows go through a row of choices.
    const onButton = event.target.closest('button, a, [role="radio"]') !== null;
    const doings: Readonly<Record<string, () => void>> = {
      j: () => move(1), k: () => move(-1), ...(onButton ? {} : { arrowdown: () => move(1), arrowup: () => move(-1), enter: toReason }),
      s: () => decide('same'), d: () => decide('different'), u: () => decide('unsure'), e: onChart,
    };
    const doing = doings[event.key.toLowerCase()];
    if (doing === undefined) return;
    event.preventDefault();
    doing();
  }, [move, decide, onChart, toReason]);
}
