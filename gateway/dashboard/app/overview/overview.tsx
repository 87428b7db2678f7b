import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address.ts';
import { useTableView } from '../chart/use-table-view.ts';
import { isOfNoTerritory, NoTerritory } from '../figure/no-territory.tsx';
import { isPeriodOf } from '../figure/period.ts';
import { useNewReleases } from '../figure/use-new-releases.ts';
import { OverviewOutcomesDocument } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useGraphLanguage } from '../language/language.tsx';
import { Text } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { Changed } from '../live/live.tsx';
import { Answered } from '../notice/answered.tsx';
import { DatasetSection } from './dataset-section.tsx';
import { type DatasetCode, KEY_INDICATORS } from './key-indicators.ts';
import './overview.css';

const DATASETS: readonly DatasetCode[] = ['PEOPLE', 'MANUFACTORIES'];

/** What the partnerships of a territory achieve, as far as it is published. */
export function Overview({ territory }: { territory: string }): ReactNode {
  const { address } = useAddress();
  const { isTable, toggle } = useTableView();
  const language = useGraphLanguage();
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
  useNewReleases(territory, answer.again);
  if (isOfNoTerritory(answer)) {
    return (
      <>
        <Heading page="page.overview" territory={territory} />
        <NoTerritory code={territory} />
      </>
    );
  }
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
