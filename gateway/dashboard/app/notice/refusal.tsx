import type { ReactNode } from 'react';
import { type Failure, isUnreachable } from '../graph/failures.ts';
import type { MessageId } from '../language/language.tsx';
import { Text } from '../language/text.tsx';

/** What came of something that was sent and not done, beside its form: what it was, and why, in the hub's own words, which are English. */
export function Refusal({ id, failures }: { id: MessageId; failures: readonly Failure[] }): ReactNode {
  const reasons = failures.filter((failure) => !isUnreachable(failure));
  return (
    <div role="alert">
      {failures.length > 0 && (
        <div className="notice failed">
          <p>
            <Text id={reasons.length < failures.length ? 'notice.unreachable' : id} />
          </p>
          <ul>
            {reasons.map(({ message, code }) => (
              <li key={message}>
                <span lang="en">{message}</span> <code>{code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
