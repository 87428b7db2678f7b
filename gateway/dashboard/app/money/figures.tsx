import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { MoneyFigureFragment, TerritoryLevel } from '../graph/generated/graphql.ts';
import { MoneyFiguresDocument } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useLanguage } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { Answered, Empty } from '../notice/answered.tsx';

const LATEST = 'LATEST';

/** What the networks published on it: the public cost of a sustained job, and the incentives of the quarter. */
export function Figures({ territory }: { territory: string }): ReactNode {
  const language = useLanguage();
  const { address } = useAddress();
  const year = /^\d{4}$/.test(address.period ?? '') ? (address.period ?? LATEST) : LATEST;
  const quarter = /^\d{4}-Q[1-4]$/.test(address.period ?? '') ? (address.period ?? LATEST) : LATEST;
  const answer = useAnswer(MoneyFiguresDocument, {
    territory,
    year,
    quarter,
    language: language === 'pl' ? 'PL' : 'EN',
  });
  return (
    <section className="section" aria-labelledby="money-figures">
      <h2 id="money-figures">
        <Text id="money.figures" />
      </h2>
      <Answered answer={answer}>
        {({ territory: place }) => {
          const figures = [...(place?.jobs ?? []), ...(place?.incentives ?? [])];
          if (!place || figures.length === 0) {
            if (answer.failures.length > 0) return null; // it is told already
            return (
              <Empty>
                <Text id="money.noFigures" />
              </Empty>
            );
          }
          return (
            <ul className="cards">
              {figures.map((figure) => (
                <li key={figure.indicator?.code} className="card figure">
                  <Figure figure={figure} level={place.level} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}

function Figure({ figure, level }: { figure: MoneyFigureFragment; level: TerritoryLevel }): ReactNode {
  const { day, nameOf } = useWords();
  const periodOf = usePeriod();
  const amount = useAmount(figure);
  return (
    <>
      <h3>{figure.indicator?.label}</h3>
      {figure.value !== null && <p className="value">{amount(figure.value)}</p>}
      {figure.value === null && <Hidden figure={figure} level={level} />}
      {figure.target !== null && (
        <p className="meta">
          <Text id="money.target" values={{ target: amount(figure.target) }} />
        </p>
      )}
      <p className="meta">
        <Text
          id="money.published"
          values={{
            period: periodOf(figure.period),
            network: figure.release?.network?.name ?? '–',
            day: day(figure.asOf),
            basis: nameOf('basis', figure.basis),
          }}
        />
      </p>
    </>
  );
}

/** Why there is no number, and where the nearest is. */
function Hidden({ figure, level }: { figure: MoneyFigureFragment; level: TerritoryLevel }): ReactNode {
  const { hrefTo } = useAddress();
  const { day } = useWords();
  const periodOf = usePeriod();
  const amount = useAmount(figure);
  const { fallback, indicator, confidential } = figure;
  const threshold = indicator?.thresholds.find((one) => one.level === level)?.threshold;
  return (
    <>
      <p className="value none">
        <Text id={confidential ? 'money.hidden' : 'money.unpublished'} />
      </p>
      {confidential && (
        <p className="hint">
          {threshold === undefined ? (
            <Text id="money.hiddenHere" />
          ) : (
            <Text id="money.hiddenWhy" values={{ threshold }} />
          )}
        </p>
      )}
      {fallback?.territory && fallback.value !== null && (
        <p>
          <Text
            id="money.above"
            values={{
              place: (
                <Link key="place" href={hrefTo('/money', { territory: fallback.territory.code })}>
                  {fallback.territory.name}
                </Link>
              ),
              value: amount(fallback.value),
              period: periodOf(fallback.period),
              day: day(fallback.asOf),
            }}
          />
        </p>
      )}
    </>
  );
}

/** A value in the unit and with the decimals of its indicator. */
function useAmount({ unit, indicator }: MoneyFigureFragment): (value: number) => string {
  const intl = useIntl();
  const decimals = indicator?.decimals ?? 0;
  return (value) =>
    intl.formatNumber(value, {
      ...(/^[A-Z]{3}$/.test(unit) ? { style: 'currency', currency: unit } : {}),
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
}

/** A year as it is, a quarter in the words of the language. */
function usePeriod(): (period: string) => string {
  const { text } = useWords();
  return (period) => {
    const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
    return year && quarter ? text('money.quarter', { year, quarter }) : period;
  };
}
