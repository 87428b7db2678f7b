import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTableView } from '../chart/use-table-view.ts';
import { isPeriodOf } from '../figure/period.ts';
import { useFigures } from '../figure/use-figures.ts';
import { OverviewOutcomesDocument, OverviewReleasesDocument } from '../graph/generated/graphql.ts';
import { type Answer, useAnswer } from '../graph/use-answer.ts';
import { useLanguage } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { Changed, useEvents, useLive } from '../live/live.tsx';
import { Answered } from '../notice/answered.tsx';
import { DatasetSection } from './dataset-section.tsx';
import { type DatasetCode, KEY_INDICATORS } from './key-indicators.ts';
import './overview.css';

const DATASETS: readonly DatasetCode[] = ['PEOPLE', 'MANUFACTORIES'];

/** What the partnerships of a territory achieve, as far as it is published. */
export function Overview({ territory }: { territory: string }): ReactNode {
  const { address } = useAddress();
  const { isTable, toggle } = useTableView();
  const language = useLanguage() === 'pl' ? 'PL' : 'EN';
  const periodFor = (dataset: DatasetCode): string =>
    address.period && isPeriodOf(dataset, address.period) ? address.period : 'LATEST';
  const answer = useAnswer(OverviewOutcomesDocument, {
    territory,
    language,
    peoplePeriod: periodFor('PEOPLE'),
    people: [...KEY_INDICATORS.PEOPLE],
    manufactoriesPeriod: periodFor('MANUFACTORIES'),
    manufactories: [...KEY_INDICATORS.MANUFACTORIES],
  });
  useNewReleases(territory, answer);
  return (
    <>
      <Heading page="page.overview" territory={territory} />
      <p>
        <button type="button" aria-pressed={isTable} onClick={toggle}>
          <Text id="overview.asTable" />
        </button>
      </p>
      <Answered answer={answer}>
        {({ territory: place, datasets }) =>
          DATASETS.map((code) => {
            const dataset = datasets?.find((one) => one.code === code);
            if (!place || !dataset) return null;
            return (
              <Changed key={code} id={`release:${code}`}>
                <DatasetSection
                  dataset={code}
                  label={dataset.label}
                  periods={dataset.publishedPeriods ?? []}
                  period={periodFor(code)}
                  place={place}
                  outcomes={(code === 'PEOPLE' ? place.people : place.manufactories) ?? []}
                />
              </Changed>
            );
          })
        }
      </Answered>
    </>
  );
}

/** Asks again when a network that covers the territory publishes something, and says so quietly. */
function useNewReleases(territory: string, { again }: Answer<unknown>): void {
  const { note } = useLive();
  const { text } = useWords();
  const { period } = useFigures();
  useEvents(
    OverviewReleasesDocument,
    { territory },
    {
      onEvent: ({ releasePublished: { release } }) => {
        again();
        if (!release?.dataset) return;
        const words = { network: release.network?.name ?? '', period: period(release.period) };
        note(`release:${release.dataset.code}`, text('overview.published', words));
      },
      onGap: again,
    },
  );
}
