import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { CommunityServiceFragment, CommunityServicesQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { Empty } from '../notice/answered.tsx';
import { More } from '../notice/more.tsx';
import { openingWords } from './opening-words.ts';

type Found = NonNullable<CommunityServicesQuery['services']>;

export function Services({ services: { totalCount, nodes }, onMore }: { services: Found; onMore(): void }): ReactNode {
  if (nodes.length === 0) {
    return (
      <Empty>
        <Text id="community.noServices" />
      </Empty>
    );
  }
  return (
    <>
      <ul className="cards services">
        {nodes.map((service) => (
          <li key={service.id}>
            <Changed id={service.id}>
              <Service service={service} />
            </Changed>
          </li>
        ))}
      </ul>
      <More shown={nodes.length} total={totalCount} onMore={onMore} />
    </>
  );
}

function Service({ service }: { service: CommunityServiceFragment }): ReactNode {
  const { id, name, eligibility, schedule, seller, territory } = service;
  return (
    <article className="card service" id={`service-${id}`} tabIndex={-1} aria-labelledby={`service-name-${id}`}>
      <h3 id={`service-name-${id}`}>{name}</h3>
      <Price service={service} />
      <p>
        {seller?.name ?? '–'}
        {territory && <span className="meta"> · {territory.name}</span>}
      </p>
      <Rating service={service} />
      <dl className="facts">
        {eligibility && (
          <div>
            <dt>
              <Text id="community.forWhom" />
            </dt>
            <dd>{eligibility}</dd>
          </div>
        )}
        {schedule.length > 0 && (
          <div>
            <dt>
              <Text id="community.when" />
            </dt>
            <Schedule schedule={schedule} />
          </div>
        )}
      </dl>
    </article>
  );
}

function Price({ service: { price, priceUnit, priceOptions } }: { service: CommunityServiceFragment }): ReactNode {
  const { money } = useWords();
  return (
    <>
      {(price || priceOptions.nodes.length === 0) && (
        <p className="price">
          {price ? (
            <>
              {money(price)}
              {priceUnit && <span className="meta"> / {priceUnit}</span>}
            </>
          ) : (
            <Text id="community.noPrice" />
          )}
        </p>
      )}
      {priceOptions.nodes.length > 0 && (
        <ul className="plain">
          {priceOptions.nodes.map((option) => (
            <li key={option.id}>
              {option.label}: {money(option.price)}
              {option.unit && <span className="meta"> / {option.unit}</span>}
            </li>
          ))}
        </ul>
      )}
      <More shown={priceOptions.nodes.length} total={priceOptions.totalCount} />
    </>
  );
}

function Rating({ service: { rating, reviews } }: { service: CommunityServiceFragment }): ReactNode {
  const { number } = useWords();
  return (
    <p className="meta">
      {rating === null || reviews === null ? (
        <Text id="community.noRating" />
      ) : (
        <Text id="community.rating" values={{ rating: number(Number(rating), 1), reviews }} />
      )}
    </p>
  );
}

function Schedule({ schedule }: Pick<CommunityServiceFragment, 'schedule'>): ReactNode {
  const intl = useIntl();
  const { day, text } = useWords();
  return schedule.map((opening) => {
    const { validFrom, validTo } = opening;
    const season =
      validFrom && validTo
        ? text('community.fromTo', { from: day(validFrom), to: day(validTo) })
        : validFrom
          ? text('community.from', { day: day(validFrom) })
          : validTo && text('community.until', { day: day(validTo) });
    const words = openingWords(opening, intl);
    return (
      <dd key={`${words}${season}`}>
        {words}
        {season && <span className="meta"> ({season})</span>}
      </dd>
    );
  });
}
