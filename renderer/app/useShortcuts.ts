import { useEffect } from 'react';
import { actionForKey, runAction } from '../actions/registry';

/** Runs actions by their keys. Listens on the window, so that a shortcut works wherever the focus is; fields and dialogs keep their own keys. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionForKey(event);
      if (!action) return;
      event.preventDefault();
      runAction(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
