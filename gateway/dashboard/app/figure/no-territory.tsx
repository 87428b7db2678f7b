import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { Answer } from '../graph/use-answer.ts';
import { Text } from '../language/text.tsx';
import { Empty } from '../notice/answered.tsx';

/** Whether an answer says that there is no such territory, and not only that nobody could be asked for it. */
export const isOfNoTerritory = ({ data, failures }: Answer<{ territory: unknown }>): boolean =>
  data?.territory === null && !failures.some(({ service }) => service);

/** In the place of figures where the address names a territory that there is not. */
export function NoTerritory({ code }: { code: string }): ReactNode {
  const { path, hrefTo } = useAddress();
  return (
    <Empty>
      <Text id="figure.noTerritory" values={{ code }} />{' '}
      <Link href={hrefTo(path, { territory: 'EU' })}>
        <Text id="figure.toEurope" />
      </Link>
    </Empty>
  );
}
