import { useState } from 'react';
import type { ManufactoryBoardQuery, ManufactoryCardFragment } from '../graph/generated/graphql.ts';
import { ManufactoryBoardChangesDocument, ManufactoryBoardDocument } from '../graph/generated/graphql.ts';
import { type Answer, useAnswer } from '../graph/use-answer.ts';
import { useWords } from '../language/text.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { useSoon } from '../live/soon.ts';
import { changeWords } from './change-words.ts';

/** The graph gives no more at once. */
const PAGE_SIZE = 100;

interface Manufactories {
  answer: Answer<ManufactoryBoardQuery>;
  /** All that were asked for so far, as they are by now. */
  nodes: readonly ManufactoryCardFragment[];
  /** Null where there are no more. */
  showMore: (() => void) | null;
}

/** The manufactories of a territory, page by page, which change while one looks. Give the component that uses it the territory as its key. */
export function useManufactories(territory: string): Manufactories {
  const [{ after, before }, setPlace] = useState<{ after?: string; before: readonly ManufactoryCardFragment[] }>({
    before: [],
  });
  const [changed, setChanged] = useState<readonly ManufactoryCardFragment[]>([]);
  const answer = useAnswer(ManufactoryBoardDocument, { territory, first: PAGE_SIZE, after });
  const again = useSoon(answer.again);
  const words = useWords();
  const { note } = useLive();
  useEvents(
    ManufactoryBoardChangesDocument,
    { territory },
    {
      onEvent({ manufactoryChanged: { change, manufactory } }) {
        again();
        if (!manufactory) return;
        setChanged((others) => latestOfEach([...others, manufactory]));
        note(manufactory.id, changeWords(change, manufactory, words));
      },
      onGap() {
        setPlace({ before: [] });
        again();
      },
    },
  );
  const nodes = latestOfEach([...before, ...(answer.data?.manufactories?.nodes ?? []), ...changed]);
  const { hasNextPage, endCursor } = answer.data?.manufactories?.pageInfo ?? {};
  const showMore = hasNextPage && endCursor ? () => setPlace({ after: endCursor, before: nodes }) : null;
  return { answer, nodes, showMore };
}

/** An answer and an event may overtake each other: the higher version is the newer. */
function latestOfEach(cards: readonly ManufactoryCardFragment[]): ManufactoryCardFragment[] {
  const latest = new Map<string, ManufactoryCardFragment>();
  for (const card of cards) {
    if ((latest.get(card.id)?.version ?? 0) <= card.version) latest.set(card.id, card);
  }
  return [...latest.values()];
}
