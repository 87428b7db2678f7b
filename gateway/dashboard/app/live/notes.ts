import { useCallback, useEffect, useRef, useState } from 'react';

/** For so long something that changed stays marked. */
const MARKED_MS = 20_000;
/** What comes within a moment is said together: each text replaces the one before. */
const TOGETHER_MS = 300;

interface Notes {
  marked: ReadonlySet<string>;
  said: string;
  note(id: string, words: string): void;
}

type Timer = ReturnType<typeof setTimeout>;

/** What changed lately, and the words for it. */
export function useNotes(): Notes {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const unmarking = useRef(new Map<string, Timer>());
  const saying = useRef<{ words: Set<string>; timer?: Timer }>({ words: new Set() });

  const note = useCallback((id: string, words: string) => {
    setMarked((before) => new Set(before).add(id));
    clearTimeout(unmarking.current.get(id));
    const unmark = (): void => setMarked((before) => new Set([...before].filter((other) => other !== id)));
    unmarking.current.set(id, setTimeout(unmark, MARKED_MS));

    const next = saying.current;
    next.words.add(words);
    clearTimeout(next.timer);
    next.timer = setTimeout(() => {
      setSaid([...next.words].join(' '));
      next.words.clear();
    }, TOGETHER_MS);
  }, []);
  useEffect(() => {
    const [timers, { timer }] = [unmarking.current, saying.current];
    return () => {
      for (const one of timers.values()) clearTimeout(one);
      clearTimeout(timer);
    };
  }, []);
  return { marked, said, note };
}
