import type { ReactNode } from 'react';
export function ManufactoryStory({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
