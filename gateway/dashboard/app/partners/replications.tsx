import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { PartnersReplicationFragment } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';

/** Where others take the model over, and how far they are. */
export function Replications({ replications }: { replications: readonly PartnersReplicationFragment[] }): ReactNode {
  const { nameOf, day } = useWords();
  const { path, hrefTo } = useAddress();
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>
        <Text id="partners.replications" />
      </h3>
      {replications.length === 0 && (
        <p className="hint">
          <Text id="partners.noReplications" />
        </p>
      )}
      <ul className="entries">
        {replications.map((replication) => {
          const { territory, status, startedPartnership, reason } = replication;
          return (
            <li key={replication.id}>
              <p>
                {territory && <Link href={hrefTo(path, { territory: territory.code })}>{territory.name}</Link>}{' '}
                <span className="tag">{nameOf('partners.replicationStatus', status)}</span>
              </p>
              {startedPartnership && <p>{startedPartnership.name}</p>}
              {reason && <p>{reason}</p>}
              <p className="meta">{day(lastStepOf(replication))}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The day on which it came to where it is. */
const lastStepOf = ({ abandonedOn, startedOn, assessedOn, consideredOn }: PartnersReplicationFragment): string =>
  abandonedOn ?? startedOn ?? assessedOn ?? consideredOn;
