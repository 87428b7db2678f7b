import { type ReactNode, useId } from 'react';
import type { PartnerRole, PartnerStatus, PartnersPartnerFragment, Sector } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { Span } from './span.tsx';

const SECTORS: readonly Sector[] = ['PUBLIC', 'PRIVATE', 'NON_GOVERNMENTAL'];
const STATUSES: readonly PartnerStatus[] = ['ACCEPTED', 'INVITED', 'RELEASED', 'DECLINED'];
const ROLES: readonly PartnerRole[] = [
  'LEADER',
  'MUNICIPALITY',
  'SUPPORT_CENTRE',
  'PARENT_INSTITUTION',
  'MEDIA',
  'NETWORK',
];

interface Partners {
  totalCount: number;
  nodes: readonly PartnersPartnerFragment[];
}

/** A partnership is of three sectors; each is shown, also where nobody of it takes part. */
export function PartnersBySector({ partners: { totalCount, nodes } }: { partners: Partners }): ReactNode {
  const { text } = useWords();
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>{text('partners.partners', { count: totalCount })}</h3>
      <div className="sectors">
        {SECTORS.map((sector) => (
          <OfSector key={sector} sector={sector} partners={nodes.filter((partner) => partner.sector === sector)} />
        ))}
      </div>
      {totalCount > nodes.length && (
        <p className="hint">{text('partners.morePartners', { shown: nodes.length, all: totalCount })}</p>
      )}
    </section>
  );
}

function OfSector({ sector, partners }: { sector: Sector; partners: readonly PartnersPartnerFragment[] }): ReactNode {
  const { nameOf } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{nameOf('partners.sector', sector)}</h4>
      {partners.length === 0 ? (
        <p className="hint">
          <Text id="partners.noneOfSector" />
        </p>
      ) : (
        <ul>
          {partners.toSorted(byStanding).map((partner) => (
            <li key={partner.id}>
              <Changed id={partner.id}>
                <PartnerEntry partner={partner} />
              </Changed>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PartnerEntry({ partner }: { partner: PartnersPartnerFragment }): ReactNode {
  const { text, nameOf } = useWords();
  const { organisation, role, status, duties, since, until, reason } = partner;
  return (
    <>
      <p>
        <strong>{organisation?.name ?? text('partners.unnamed')}</strong>{' '}
        <span className="tag">{nameOf('partners.role', role)}</span>
      </p>
      <p>{duties}</p>
      <p className="meta">
        {nameOf('partners.partnerStatus', status)} · <Span since={since} until={until} />
        {reason && ` · ${reason}`}
      </p>
    </>
  );
}

const byStanding = (one: PartnersPartnerFragment, other: PartnersPartnerFragment): number =>
  STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) || ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
