import type { ReactNode } from 'react';
import { Text } from '../language/text.tsx';

/** Where a list holds more than is shown: how much, and a button for the rest. */
export function More({ shown, total, onMore }: { shown: number; total: number; onMore?(): void }): ReactNode {
  if (shown >= total) return null;
  return (
    <p className="more">
      <Text id="notice.shown" values={{ shown, total }} />{' '}
      {onMore && (
        <button type="button" onClick={onMore}>
          <Text id="notice.more" />
        </button>
      )}
    </p>
  );
}
