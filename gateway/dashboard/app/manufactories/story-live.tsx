import type { ReactNode } from 'react';
import { ManufactoryStoryAwardsDocument, ManufactoryStoryChangesDocument } from '../graph/generated/graphql.ts';
import { useWords } from '../language/text.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { useSoon } from '../live/soon.ts';
import type { Host, Parts } from './story-parts.ts';

/** Keeps a manufactory's story as it is by now, where it is known in which territory to listen. */
export function StoryLive({ host, parts }: { host: Host; parts: Parts }): ReactNode {
  const { territory } = host;
  return territory && <Following host={host} parts={parts} territory={territory.code} />;
}

function Following({ host, parts, territory }: { host: Host; parts: Parts; territory: string }): ReactNode {
  const { text, nameOf, money } = useWords();
  const { note } = useLive();
  const askAll = useSoon(() => {
    for (const answer of [parts.host, parts.centre, parts.incentives, parts.market]) answer.again();
  });
  const askIncentives = useSoon(() => parts.incentives.again());
  useEvents(
    ManufactoryStoryChangesDocument,
    { territory },
    {
      onEvent({ manufactoryChanged: { manufactory } }) {
        if (manufactory && manufactory.id !== host.id) return;
        askAll();
        if (!manufactory) return;
        const { id, name, status } = manufactory;
        const words =
          status === host.status
            ? text('manufactories.factsChanged', { name })
            : text('manufactories.nowAt', { name, status: nameOf('status', status) });
        note(id, words);
        if (status !== host.status) note(`${id}:${status}`, words);
      },
      onGap: askAll,
    },
  );
  useEvents(
    ManufactoryStoryAwardsDocument,
    { territory },
    {
      onEvent({ incentiveAwarded: { incentive } }) {
        if (incentive?.manufactory?.id !== host.id) return;
        askIncentives();
        const { id, kind, amount } = incentive;
        note(id, text('manufactories.event.awarded', { kind: nameOf('incentiveKind', kind), amount: money(amount) }));
      },
      onGap: askIncentives,
    },
  );
  return null;
}
