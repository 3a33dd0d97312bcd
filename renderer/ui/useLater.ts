import { useEffect, useState } from 'react';

/** A value that follows another once that has been still for `delay` ms: so that typing does not ask at every key. */
export function useLater<T>(value: T, delay = 120): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return later;
}
