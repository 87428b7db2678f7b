import type { ReactNode } from 'react';
export function Manufactories({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
