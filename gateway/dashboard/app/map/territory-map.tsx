import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { isOfNoTerritory, NoTerritory } from '../figure/no-territory.tsx';
import { isPeriodOf } from '../figure/period.ts';
import { PeriodChoice } from '../figure/period-choice.tsx';
import { ReleaseLine } from '../figure/release-line.tsx';
import { useNewReleases } from '../figure/use-new-releases.ts';
import { MapFiguresDocument, MapIndicatorsDocument, MapPartsDocument } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useGraphLanguage } from '../language/language.tsx';
import { Text } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { Changed } from '../live/live.tsx';
import { Answered, Awaited, Empty } from '../notice/answered.tsx';
import { type Chosen, chosenOf, IndicatorChoice, type MappedDataset } from './indicator-choice.tsx';
import { outlinesOf } from './outlines.ts';
import { type Below, partsOf, withFigures } from './parts.ts';
import { PartsMap } from './parts-map.tsx';
import './map.css';

/** One figure of every part of a territory, as a map and as a table; each part leads to its own. */
export function TerritoryMap({ territory }: { territory: string }): ReactNode {
  const language = useGraphLanguage();
  const { hrefTo } = useAddress();
  const outlines = outlinesOf(territory);
  const steps = outlines?.steps ?? 1;
  const catalogue = useAnswer(MapIndicatorsDocument, { territory, language });
  const below = useAnswer(MapPartsDocument, { territory, two: steps >= 2, three: steps === 3 });
  const parts = useMemo(() => partsOf(below.data, outlinesOf(territory)), [below.data, territory]);
  if (isOfNoTerritory(below)) {
    return (
      <>
        <Heading page="page.map" territory={territory} />
        <NoTerritory code={territory} />
      </>
    );
  }
  return (
    <>
      <Heading page="page.map" territory={territory} />
      <Answered answer={catalogue}>
        {({ datasets }) => (
          <Answered answer={below}>
            {({ territory: place }) =>
              !place ? null : place.code !== territory ? (
                <Awaited />
              ) : parts.length === 0 ? (
                <Empty>
                  <Text id="map.nothingBelow" values={{ place: place.name }} />{' '}
                  <Link href={hrefTo('/')}>
                    <Text id="map.toOverview" />
                  </Link>
                </Empty>
              ) : (
                <ChosenMap place={place} parts={parts} datasets={datasets ?? []} />
              )
            }
          </Answered>
        )}
      </Answered>
    </>
  );
}

interface ChosenMapProps {
  place: { code: string; name: string };
  parts: readonly Below[];
  datasets: readonly MappedDataset[];
}

function ChosenMap({ place, parts, datasets }: ChosenMapProps): ReactNode {
  const { address } = useAddress();
  const chosen = chosenOf(datasets, address);
  if (!chosen) return null;
  const period = address.period && isPeriodOf(chosen.dataset.code, address.period) ? address.period : 'LATEST';
  const periods = chosen.dataset.publishedPeriods ?? [];
  const level = parts[0]?.level ?? 'LOCAL';
  return (
    <>
      <div className="choices">
        <IndicatorChoice datasets={datasets} chosen={chosen} level={level} />
        {periods.length > 0 && <PeriodChoice label={chosen.dataset.label} periods={periods} shown={period} />}
      </div>
      <MapOfFigures place={place} parts={parts} chosen={chosen} period={period} />
    </>
  );
}

interface MapOfFiguresProps {
  place: { code: string; name: string };
  parts: readonly Below[];
  chosen: Chosen;
  period: string;
}

function MapOfFigures({ place, parts, chosen, period }: MapOfFiguresProps): ReactNode {
  const language = useGraphLanguage();
  const dataset = chosen.dataset.code;
  const answer = useAnswer(MapFiguresDocument, {
    dataset,
    indicator: chosen.indicator.code,
    period,
    parts: parts.map(({ code }) => code),
    language,
  });
  useNewReleases(place.code, answer.again);
  const shown = useMemo(() => withFigures(parts, answer.data?.observations ?? []), [parts, answer.data]);
  const releases = new Map(
    shown.flatMap(({ figure }) => (figure?.release ? [[figure.release.id, figure.release]] : [])),
  );
  return (
    <Changed id={`release:${dataset}`}>
      <div className="section">
        <Answered answer={answer}>
          {({ observations }) => (
            <>
              {observations?.length === 0 && (
                <Empty>
                  <Text id="map.nothing" />
                </Empty>
              )}
              <PartsMap place={place} parts={shown} indicator={chosen.indicator} period={period} />
            </>
          )}
        </Answered>
        {[...releases.values()].map((release) => (
          <ReleaseLine key={release.id} release={release} territory={place.code} />
        ))}
      </div>
    </Changed>
  );
}
