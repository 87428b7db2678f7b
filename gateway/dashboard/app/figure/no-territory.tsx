import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { Failure } from '../graph/failures.ts';
import { Text } from '../language/text.tsx';
import { Empty } from '../notice/answered.tsx';

/** In the place of figures where the address names a territory that there is not; nothing where that only could not be answered. */
export function NoTerritory({ code, failures }: { code: string; failures: readonly Failure[] }): ReactNode {
  const { path, hrefTo } = useAddress();
  if (failures.some(({ service }) => service)) return null;
  return (
    <Empty>
      <Text id="figure.noTerritory" values={{ code }} />{' '}
      <Link href={hrefTo(path, { territory: 'EU' })}>
        <Text id="figure.toEurope" />
      </Link>
    </Empty>
  );
}
