import { type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';
import type { PartnersExchangeFragment } from '../graph/generated/graphql.ts';
import { Text } from '../language/text.tsx';
import { Span } from './span.tsx';

/** With whom abroad the partnership exchanges experience, and on what. */
export function Exchanges({ exchanges }: { exchanges: readonly PartnersExchangeFragment[] }): ReactNode {
  const intl = useIntl();
  const heading = useId();
  return (
    <section className="section" aria-labelledby={heading}>
      <h3 id={heading}>
        <Text id="partners.exchanges" />
      </h3>
      {exchanges.length === 0 && (
        <p className="hint">
          <Text id="partners.noExchanges" />
        </p>
      )}
      <ul className="entries">
        {exchanges.map(({ id, title, foreignPartner, country, topic, since, until }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{topic}</p>
            <p>
              {foreignPartner}, {intl.formatDisplayName(country, { type: 'region' }) ?? country}
            </p>
            <p className="meta">
              <Span since={since} until={until} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
