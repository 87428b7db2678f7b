import type { ReactNode } from 'react';
import { type Failure, isRefusal, isUnreachable, type Stale } from '../graph/failures.ts';
import type { Answer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';

/** Shows an answer in whatever state it is: awaited, refused, out of reach, partial, old, or whole. */
export function Answered<Data>({
  answer,
  children,
}: {
  answer: Answer<Data>;
  children(data: Data): ReactNode;
}): ReactNode {
  const { data, isAwaited, failures, stale, again } = answer;
  if (isAwaited) return <Awaited />;
  const told = failures.filter((failure) => !isRefusal(failure));
  if (!data) return failures.every(isRefusal) ? <Refused /> : <Unanswered failures={told} again={again} />;
  return (
    <>
      {stale && <Old stale={stale} />}
      {told.length > 0 && <Partly failures={told} again={again} />}
      {children(data)}
    </>
  );
}

/** Quiet, and only after a moment: most answers are faster. */
export function Awaited(): ReactNode {
  return (
    <p className="notice awaited" role="status">
      <Text id="notice.awaited" />
    </p>
  );
}

export function Empty({ children }: { children: ReactNode }): ReactNode {
  return <p className="notice empty">{children}</p>;
}

export function Refused(): ReactNode {
  return (
    <p className="notice refused" role="status">
      <Text id="notice.refused" />
    </p>
  );
}

function Unanswered({ failures, again }: { failures: readonly Failure[]; again(): void }): ReactNode {
  return (
    <div className="notice failed" role="alert">
      <p>
        <Text id={failures.some(isUnreachable) ? 'notice.unreachable' : 'notice.failed'} />
      </p>
      <Reasons failures={failures.filter((failure) => !isUnreachable(failure))} />
      <Again again={again} />
    </div>
  );
}

function Partly({ failures, again }: { failures: readonly Failure[]; again(): void }): ReactNode {
  return (
    <div className="notice partly" role="status">
      <p>
        <Text id="notice.partly" />
      </p>
      <Reasons failures={failures} />
      <Again again={again} />
    </div>
  );
}

/** One reason for each partner that did not answer, and each other mistake once. */
function Reasons({ failures }: { failures: readonly Failure[] }): ReactNode {
  const { text, nameOf, when } = useWords();
  const reasons = new Set(
    failures.map(({ service, since, code, message }) => {
      if (!service) return `${message} (${code})`;
      const name = nameOf('subgraph', service);
      return since
        ? text('notice.serviceSince', { service: name, since: when(since) })
        : text('notice.service', { service: name });
    }),
  );
  return reasons.size > 0 ? (
    <ul>
      {[...reasons].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  ) : null;
}

function Again({ again }: { again(): void }): ReactNode {
  return (
    <button type="button" onClick={again}>
      <Text id="notice.again" />
    </button>
  );
}

function Old({ stale: { service, since } }: { stale: Stale }): ReactNode {
  const { nameOf, moment } = useWords();
  return (
    <p className="notice old" role="status">
      <Text id="notice.old" values={{ service: nameOf('subgraph', service), since: moment(since) }} />
    </p>
  );
}
