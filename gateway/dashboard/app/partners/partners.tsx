import { type ReactNode, useState } from 'react';
import { PartnersPartnershipsDocument, type PartnersPartnershipsQuery } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { Answered, Empty } from '../notice/answered.tsx';
import { Answering } from './answering/answering.tsx';
import { PartnershipDetails } from './partnership-details.tsx';
import './partners.css';

/** Who works together in a territory, on what, and which of their systems answers now. */
export function Partners({ territory }: { territory: string }): ReactNode {
  const answer = useAnswer(PartnersPartnershipsDocument, { territory });
  return (
    <>
      <Heading page="page.partners" territory={territory} />
      <div className="partners">
        <div className="section">
          <Answered answer={answer}>
            {({ partnerships }) =>
              partnerships?.nodes.length ? (
                <Partnerships {...partnerships} />
              ) : (
                <Empty>
                  <Text id="partners.none" />
                </Empty>
              )
            }
          </Answered>
        </div>
        <Answering />
      </div>
    </>
  );
}

type Found = NonNullable<PartnersPartnershipsQuery['partnerships']>;

function Partnerships({ totalCount, nodes }: Found): ReactNode {
  const { text } = useWords();
  return (
    <>
      {nodes.map((partnership, index) => (
        <Partnership key={partnership.id} partnership={partnership} isFirst={index === 0} />
      ))}
      {totalCount > nodes.length && (
        <p className="hint">{text('partners.more', { shown: nodes.length, all: totalCount })}</p>
      )}
    </>
  );
}

/** The first is open; what belongs to the others is asked for when they are opened. */
function Partnership({
  partnership: { id, name, status },
  isFirst,
}: {
  partnership: Found['nodes'][number];
  isFirst: boolean;
}): ReactNode {
  const { nameOf } = useWords();
  const [isOpen, setIsOpen] = useState(isFirst);
  return (
    <details className="card partnership" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h2>{name}</h2> <span className="tag">{nameOf('partners.partnershipStatus', status)}</span>
      </summary>
      {isOpen && <PartnershipDetails id={id} />}
    </details>
  );
}
