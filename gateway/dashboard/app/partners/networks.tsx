import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { PartnersNetworksDocument } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { Answered } from '../notice/answered.tsx';

/** The networks that the partnership has joined. */
export function Networks({ partnership }: { partnership: string }): ReactNode {
  const { nameOf } = useWords();
  const { path, hrefTo } = useAddress();
  const answer = useAnswer(PartnersNetworksDocument, {});
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>
        <Text id="partners.networks" />
      </h3>
      <Answered answer={answer}>
        {({ networks }) => {
          const joined = (networks?.nodes ?? []).filter(({ partnerships }) =>
            partnerships.nodes.some((member) => member.id === partnership),
          );
          if (networks && joined.length === 0)
            return (
              <p className="hint">
                <Text id="partners.noNetworks" />
              </p>
            );
          return (
            <ul className="entries">
              {joined.map(({ id: network, name, level, organisation, territory }) => (
                <li key={network}>
                  <p>
                    <strong>{name}</strong> <span className="tag">{nameOf('level', level)}</span>
                  </p>
                  {organisation && organisation.name !== name && <p>{organisation.name}</p>}
                  {territory && (
                    <p>
                      <Link href={hrefTo(path, { territory: territory.code })}>{territory.name}</Link>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}
