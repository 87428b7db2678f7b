import { type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';
import { Text, useWords } from '../language/text.tsx';
import type { Partnership } from './partnership-details.tsx';
import { Span } from './span.tsx';

type Agreement = Partnership['agreements']['nodes'][number];

/** Who may give which data to whom, and for what: what is in force, and how many are not. */
export function Agreements({ agreements }: { agreements: readonly Agreement[] }): ReactNode {
  const { text } = useWords();
  const id = useId();
  const inForce = agreements.filter(({ isInForce }) => isInForce);
  const others = agreements.filter(({ isInForce }) => !isInForce);
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>
        <Text id="partners.agreements" />
      </h3>
      {inForce.length > 0 ? (
        <List agreements={inForce} />
      ) : (
        <p className="hint">
          <Text id="partners.noAgreements" />
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{text('partners.otherAgreements', { count: others.length })}</summary>
          <List agreements={others} />
        </details>
      )}
    </section>
  );
}

function List({ agreements }: { agreements: readonly Agreement[] }): ReactNode {
  const { text, nameOf } = useWords();
  const intl = useIntl();
  return (
    <ul className="entries">
      {agreements.map(({ id, purpose, categories, parties, since, until }) => (
        <li key={id}>
          <p>
            <strong>{nameOf('partners.purpose', purpose)}</strong>
          </p>
          <p>{intl.formatList(categories.map((category) => nameOf('partners.category', category)))}</p>
          <p>
            {text('partners.parties', {
              parties: intl.formatList(parties.map((party) => party.organisation?.name ?? text('partners.unnamed'))),
            })}
          </p>
          <p className="meta">
            <Span since={since} until={until} />
          </p>
        </li>
      ))}
    </ul>
  );
}
