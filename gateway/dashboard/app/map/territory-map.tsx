import type { ReactNode } from 'react';
export function TerritoryMap({ territory }: { territory: string }): ReactNode {
  return <p>{territory}</p>;
}
