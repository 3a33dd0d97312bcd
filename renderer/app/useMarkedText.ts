import { useEffect } from 'react';
import { copyText } from '../actions/pictures';
import { useSession } from '../actions/session';

/** Where people type: what stands there is theirs to move about. */
const FIELDS = 'input, textarea, [contenteditable="true"]';

const within = (target: EventTarget | null, selector: string): boolean => {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return element !== null && element.closest(selector) !== null;
};

/** While a case is open, text that is marked in the window leaves it only on record: not by the browser's own copying, and not by being dragged out. */
export function useMarkedText(): void {
  const open = useSession((state) => state.open !== null);
  useEffect(() => {
    if (!open) return;
    const copy = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || within(event.target, FIELDS)) return;
      event.preventDefault();
      const text = document.getSelection()?.toString() ?? '';
      if (text !== '') void copyText(text);
    };
    const drag = (event: DragEvent): void => {
      if (event.target instanceof Text || !within(event.target, `[draggable="true"], ${FIELDS}`)) event.preventDefault();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('dragstart', drag);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('dragstart', drag);
    };
  }, [open]);
}
