import type { ReactNode } from 'react';
export function Money({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
