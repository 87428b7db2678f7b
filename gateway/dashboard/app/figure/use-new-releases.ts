import { NewReleasesDocument } from '../graph/generated/graphql.ts';
import { useWords } from '../language/text.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { useFigures } from './use-figures.ts';

/** Asks again when a network that covers the territory publishes something, and marks `release:<dataset>` quietly. */
export function useNewReleases(territory: string, again: () => void): void {
  const { note } = useLive();
  const { text } = useWords();
  const { period } = useFigures();
  useEvents(
    NewReleasesDocument,
    { territory },
    {
      onEvent: ({ releasePublished: { release } }) => {
        again();
        if (!release?.dataset) return;
        const words = { network: release.network?.name ?? '', period: period(release.period) };
        note(`release:${release.dataset.code}`, text('figure.published', words));
      },
      onGap: again,
    },
  );
}
