import type { ReactNode } from 'react';
import type { CommunityNeedFragment, CommunityNeedsQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Empty } from '../notice/answered.tsx';
import { More } from '../notice/more.tsx';

type Found = NonNullable<CommunityNeedsQuery['needs']>;

const isUnanswered = ({ answeredBy }: CommunityNeedFragment): boolean => answeredBy?.totalCount === 0;

/** What nobody answers yet comes first: there is work to be done. */
export function Needs({ needs: { totalCount, nodes }, onMore }: { needs: Found; onMore(): void }): ReactNode {
  if (nodes.length === 0) {
    return (
      <Empty>
        <Text id="community.noNeeds" />
      </Empty>
    );
  }
  const unanswered = nodes.filter(isUnanswered);
  const others = nodes.filter((need) => !isUnanswered(need));
  return (
    <>
      {nodes.length === totalCount && nodes.every(({ answeredBy }) => answeredBy) && (
        <p className="hint">
          <Text id="community.needsInShort" values={{ count: totalCount, unanswered: unanswered.length }} />
        </p>
      )}
      <ul className="wide-cards">
        {[...unanswered, ...others].map((need) => (
          <li key={need.id}>
            <Need need={need} />
          </li>
        ))}
      </ul>
      <More shown={nodes.length} total={totalCount} onMore={onMore} />
    </>
  );
}

function Need({ need }: { need: CommunityNeedFragment }): ReactNode {
  const { day, text } = useWords();
  const { id, title, description, voicedOn, activity, territory } = need;
  return (
    <article className={`card need ${isUnanswered(need) ? 'unanswered' : ''}`} aria-labelledby={`need-${id}`}>
      {isUnanswered(need) && (
        <p className="tags">
          <span className="tag open">
            <Text id="community.unanswered" />
          </span>
        </p>
      )}
      <h3 id={`need-${id}`}>{title}</h3>
      <p>{description}</p>
      <AnsweredBy need={need} />
      <p className="meta">
        {[
          territory?.name,
          text('community.voicedOn', { day: day(voicedOn) }),
          activity?.label ?? text('community.noActivity'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}

function AnsweredBy({ need: { answeredBy } }: { need: CommunityNeedFragment }): ReactNode {
  const { nameOf } = useWords();
  if (!answeredBy || answeredBy.nodes.length === 0) return null;
  return (
    <div>
      <h4>
        <Text id="community.answeredBy" />
      </h4>
      <ul className="plain">
        {answeredBy.nodes.map(({ id, service }) => (
          <li key={id}>
            {service?.status === 'ACTIVE' ? (
              <a href={`#service-${service.id}`}>{service.name}</a>
            ) : (
              <>
                {service?.name ?? '–'} {service && `(${nameOf('serviceStatus', service.status)})`}
              </>
            )}
            {service?.seller && <span className="meta"> · {service.seller.name}</span>}
          </li>
        ))}
      </ul>
      <More shown={answeredBy.nodes.length} total={answeredBy.totalCount} />
    </div>
  );
}
