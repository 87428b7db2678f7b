import type { ReactNode } from 'react';
import { Text, useWords } from '../language/text.tsx';

/** Since when something is, and until when, where that is known. */
export function Span({ since, until }: { since: string; until: string | null }): ReactNode {
  const { day } = useWords();
  return until ? (
    <Text id="partners.sinceUntil" values={{ since: day(since), until: day(until) }} />
  ) : (
    <Text id="partners.since" values={{ since: day(since) }} />
  );
}
