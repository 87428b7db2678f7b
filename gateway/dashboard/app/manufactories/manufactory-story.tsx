import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { isRefusal } from '../graph/failures.ts';
import type { Answer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { useTitle } from '../layout/heading.tsx';
import { Changed } from '../live/live.tsx';
import { Answered, Empty } from '../notice/answered.tsx';
import { Facts } from './facts.tsx';
import { hostEvents } from './host-events.ts';
import { Income } from './income.tsx';
import { IndependenceForm } from './independence-form.tsx';
import { centreEvents, incentiveEvents, marketEvents } from './other-events.ts';
import { Services } from './services.tsx';
import { Story } from './story.tsx';
import { inOrder } from './story-event.ts';
import { StoryLive } from './story-live.tsx';
import { type Host, type Parts, useParts } from './story-parts.ts';
import './manufactories.css';
import './manufactory-story.css';

/** One manufactory from its idea to independence, as its partners know it. */
export function ManufactoryStory({ id }: { id: string }): ReactNode {
  return <Of key={id} id={id} />;
}

function Of({ id }: { id: string }): ReactNode {
  const parts = useParts(id);
  const { text } = useWords();
  useTitle([parts.host.data?.manufactory?.name ?? text('page.manufactories'), text('layout.title')]);
  return (
    <>
      <Way name={parts.host.data?.manufactory?.name} />
      <Answered answer={parts.host}>
        {({ manufactory }) =>
          manufactory ? <Known host={manufactory} parts={parts} /> : parts.host.failures.length === 0 && <Unknown />
        }
      </Answered>
    </>
  );
}

function Unknown(): ReactNode {
  return (
    <Empty>
      <Text id="manufactories.unknown" />
    </Empty>
  );
}

function Way({ name }: { name: string | undefined }): ReactNode {
  const { text } = useWords();
  const { hrefTo } = useAddress();
  return (
    <div className="heading">
      <nav className="breadcrumbs" aria-label={text('layout.breadcrumbs')}>
        <ol>
          <li>
            <Link href={hrefTo('/manufactories')}>
              <Text id="page.manufactories" />
            </Link>
          </li>
          {name && (
            <li>
              <span aria-current="page">{name}</span>
            </li>
          )}
        </ol>
      </nav>
      <h1>{name ?? <Text id="page.manufactories" />}</h1>
    </div>
  );
}

function Known({ host, parts }: { host: Host; parts: Parts }): ReactNode {
  const words = useWords();
  const { centre, incentives, market, years } = parts;
  const [advice, cost] = [centre.data?.manufactory?.legalFormAdvice, incentives.data?.manufactory?.publicCost];
  const events = inOrder([
    ...(centre.data?.manufactory ? centreEvents(centre.data.manufactory, words) : []),
    ...hostEvents(host, words),
    ...(incentives.data?.manufactory ? incentiveEvents(incentives.data.manufactory, words) : []),
    ...(market.data?.manufactory ? marketEvents(market.data.manufactory, words) : []),
  ]);
  return (
    <>
      <StoryLive host={host} parts={parts} />
      <Changed id={host.id}>
        <Facts host={host} publicCost={cost ?? null} />
      </Changed>
      <IndependenceForm host={host} advised={advice?.recommended.code} onDone={parts.host.again} />
      <div className="section telling">
        <section className="section">
          <h2>
            <Text id="manufactories.story" />
          </h2>
          {[centre, incentives].map((answer, index) => (
            <Missing key={String(index)} answer={answer} />
          ))}
          <Story events={events} />
        </section>
        <section className="section">
          <Missing answer={market} />
          {market.data?.manufactory && (
            <>
              <Services market={market.data.manufactory} />
              <Income market={market.data.manufactory} years={years} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

/** Says of a part that it is missing, or old; nothing of one that is refused. */
function Missing({ answer }: { answer: Answer<unknown> }): ReactNode {
  const isRefused = !answer.data && answer.failures.length > 0 && answer.failures.every(isRefusal);
  return isRefused ? null : <Answered answer={answer}>{() => null}</Answered>;
}
