import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Text } from '../language/text.tsx';

export function NotFound(): ReactNode {
  const { hrefTo } = useAddress();
  return (
    <div className="notice empty">
      <h1>
        <Text id="notice.notFound" />
      </h1>
      <p>
        <Link href={hrefTo('/')}>
          <Text id="page.overview" />
        </Link>
      </p>
    </div>
  );
}
