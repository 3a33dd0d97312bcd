import { useEffect, useRef } from 'react';

interface Wishes {
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  readonly blank: () => void;
  readonly notes: () => void;
  readonly legend: () => void;
  readonly end: () => void;
}

/** Keys of the keyboard and of presenters' remotes, which send page keys, F5 and a full stop. */
const KEYS: Readonly<Record<string, keyof Wishes>> = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next', n: 'next',
  ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous', Backspace: 'previous', p: 'previous',
  Home: 'first', F5: 'first', End: 'last', b: 'blank', '.': 'blank', s: 'notes', l: 'legend', Escape: 'end',
};

/** While something is shown all keys are its own: before any panel or command sees them. */
export function useShowKeys(wishes: Wishes): void {
  const now = useRef(wishes);
  useEffect(() => { now.current = wishes; });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      event.stopImmediatePropagation();
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const wish = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      event.preventDefault();
      if (wish !== undefined) now.current[wish]();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
