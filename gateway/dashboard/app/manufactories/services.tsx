import type { ReactNode } from 'react';
import { Text, useWords } from '../language/text.tsx';
import { From } from './story.tsx';
import type { Market } from './story-parts.ts';

/** What it offers, or did, and how its clients rate it. */
export function Services({ market: { services } }: { market: Market }): ReactNode {
  const { text, nameOf, money, number } = useWords();
  if (!services || services.nodes.length === 0) return null;
  const isCut = services.totalCount > services.nodes.length;
  return (
    <>
      <h2>
        <Text id="manufactories.services" />
      </h2>
      {isCut && (
        <p className="hint">
          <Text id="manufactories.servicesShown" values={{ shown: services.nodes.length, all: services.totalCount }} />
        </p>
      )}
      <ul className="cards">
        {services.nodes.map(({ id, name, status, price, priceUnit, rating, reviews, seller }) => (
          <li key={id} className="card manufactory">
            <h3>{name}</h3>
            <p>
              {[nameOf('serviceStatus', status), price && priceWords(money(price), priceUnit)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {rating !== null && reviews !== null && (
              <p>{text('manufactories.rating', { rating: number(Number(rating), 1), reviews })}</p>
            )}
            <p>
              <From source={{ role: 'marketplace', organisation: seller?.name ?? null }} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const priceWords = (price: string, unit: string | null): string => (unit ? `${price} / ${unit}` : price);
