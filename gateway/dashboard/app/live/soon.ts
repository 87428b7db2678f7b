import { useCallback, useEffect, useRef } from 'react';

const SOON_MS = 300;

/** The same act, done once for all the times that it is wanted within a moment: many events may come at once. */
export function useSoon(act: () => void): () => void {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), SOON_MS);
  }, []);
}
