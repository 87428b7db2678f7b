import type { ReactNode } from 'react';
export function Community({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
