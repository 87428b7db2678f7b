import type { ReactNode } from 'react';
export function Partners({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
