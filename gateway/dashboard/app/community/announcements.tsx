import type { ReactNode } from 'react';
import type { CommunityAnnouncementsQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Empty } from '../notice/answered.tsx';

type Announcement = NonNullable<CommunityAnnouncementsQuery['announcements']>['nodes'][number];

export function Announcements({ announcements }: { announcements: readonly Announcement[] }): ReactNode {
  const { day } = useWords();
  if (announcements.length === 0) {
    return (
      <Empty>
        <Text id="community.noAnnouncements" />
      </Empty>
    );
  }
  return (
    <ul className="wide-cards">
      {announcements.map(({ id, title, text, shownFrom, shownUntil, supportCentre }) => (
        <li key={id}>
          <article className="card announcement" aria-labelledby={`announcement-${id}`}>
            <h3 id={`announcement-${id}`}>{title}</h3>
            <p>{text}</p>
            <p className="meta">
              {supportCentre?.name} ·{' '}
              <Text id="community.fromTo" values={{ from: day(shownFrom), to: day(shownUntil) }} />
            </p>
          </article>
        </li>
      ))}
    </ul>
  );
}
