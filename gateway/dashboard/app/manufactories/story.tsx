import type { ReactNode } from 'react';
import { thisDay } from '../address/this-day.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import type { Source, StoryEvent } from './story-event.ts';

/** What happened, and what is still to come, each with whose knowledge it is. */
export function Story({ events }: { events: readonly StoryEvent[] }): ReactNode {
  const now = thisDay();
  const [past, coming] = [events.filter(({ day }) => day <= now), events.filter(({ day }) => day > now)];
  return (
    <>
      <Events events={past} />
      {coming.length > 0 && (
        <>
          <h3>
            <Text id="manufactories.coming" />
          </h3>
          <Events events={coming} />
        </>
      )}
    </>
  );
}

function Events({ events }: { events: readonly StoryEvent[] }): ReactNode {
  const { day } = useWords();
  return (
    <ol className="story">
      {events.map((event) => (
        <li key={event.key} data-source={event.source.role}>
          <Changed id={event.key}>
            <p className="when">
              <time dateTime={event.day}>{day(event.day)}</time>
            </p>
            <p className="what">{event.title}</p>
            {event.details.length > 0 && <p className="meta">{event.details.join(' · ')}</p>}
            <p>
              <From source={event.source} />
            </p>
          </Changed>
        </li>
      ))}
    </ol>
  );
}

/** Whose knowledge something is. */
export function From({ source: { role, organisation } }: { source: Source }): ReactNode {
  const { nameOf } = useWords();
  return (
    <span className="tag from" data-source={role}>
      {[nameOf('manufactories.from', role), organisation].filter(Boolean).join(' · ')}
    </span>
  );
}
