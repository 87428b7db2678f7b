import type { ReactNode } from 'react';
export function Overview({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
