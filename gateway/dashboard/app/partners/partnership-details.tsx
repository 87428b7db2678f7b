import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import {
  PartnersChangedDocument,
  PartnersPartnershipDocument,
  type PartnersPartnershipQuery,
} from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { Answered, Empty } from '../notice/answered.tsx';
import { Agreements } from './agreements.tsx';
import { Exchanges } from './exchanges.tsx';
import { Networks } from './networks.tsx';
import { PartnersBySector } from './partners-by-sector.tsx';
import { Replications } from './replications.tsx';
import { Span } from './span.tsx';

export type Partnership = NonNullable<PartnersPartnershipQuery['partnership']>;

/** All about one partnership; it is asked for anew whenever a partner of it changes. */
export function PartnershipDetails({ id }: { id: string }): ReactNode {
  const { text, nameOf } = useWords();
  const { note } = useLive();
  const answer = useAnswer(PartnersPartnershipDocument, { id });
  useEvents(
    PartnersChangedDocument,
    { partnership: id },
    {
      onEvent: ({ partnerChanged }) => {
        const { partner, change } = partnerChanged ?? {};
        if (partner && change) {
          const who = partner.organisation?.name ?? text('partners.unnamed');
          note(partner.id, text('partners.changed', { who, status: nameOf('partners.partnerStatus', change) }));
        }
        answer.again();
      },
      onGap: answer.again,
    },
  );
  return (
    <Answered answer={answer}>
      {({ partnership }) =>
        partnership ? (
          <Told partnership={partnership} />
        ) : (
          <Empty>
            <Text id="notice.none" />
          </Empty>
        )
      }
    </Answered>
  );
}

function Told({ partnership }: { partnership: Partnership }): ReactNode {
  return (
    <div className="section">
      <Facts partnership={partnership} />
      <PartnersBySector partners={partnership.partners} />
      <Agreements agreements={partnership.agreements.nodes} />
      <Replications replications={partnership.replications.nodes} />
      <Exchanges exchanges={partnership.exchanges.nodes} />
      <Networks partnership={partnership.id} />
    </div>
  );
}

function Facts({ partnership }: { partnership: Partnership }): ReactNode {
  const { text } = useWords();
  const { path, hrefTo } = useAddress();
  const { problem, since, until, leader, territory, replicatedFrom } = partnership;
  return (
    <dl className="facts">
      <Fact name={text('partners.problem')} isWide>
        {problem}
      </Fact>
      <Fact name={text('partners.time')}>
        <Span since={since} until={until} />
      </Fact>
      <Fact name={text('partners.where')}>
        {territory ? <Link href={hrefTo(path, { territory: territory.code })}>{territory.name}</Link> : '–'}
      </Fact>
      <Fact name={text('partners.leader')}>{leader?.organisation?.name ?? text('partners.noLeader')}</Fact>
      {replicatedFrom && (
        <Fact name={text('partners.replicatedFrom')}>
          {replicatedFrom.name}
          {replicatedFrom.territory && ` (${replicatedFrom.territory.name})`}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
