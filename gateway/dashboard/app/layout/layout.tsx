import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { type MessageId, useLanguage } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { useLive } from '../live/live.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';

const PAGES = [
  ['/', 'page.overview'],
  ['/map', 'page.map'],
  ['/manufactories', 'page.manufactories'],
  ['/money', 'page.money'],
  ['/community', 'page.community'],
  ['/partners', 'page.partners'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** What stands around every page. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  return (
    <>
      <a className="skip" href="#main">
        <Text id="layout.skip" />
      </a>
      <header>
        <p className="brand">
          <Text id="layout.title" />
        </p>
        <Navigation />
        <div className="tools">
          <LiveSign />
          <LanguageSwitch />
          <SignIn />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Said />
    </>
  );
}

function Navigation(): ReactNode {
  const { text } = useWords();
  const { path, hrefTo } = useAddress();
  return (
    <nav aria-label={text('layout.pages')}>
      <ul>
        {PAGES.map(([to, name]) => (
          <li key={to}>
            <Link href={hrefTo(to)} aria-current={isWithin(path, to) ? 'page' : undefined}>
              <Text id={name} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isWithin = (path: string, page: string): boolean =>
  path === page || (page !== '/' && path.startsWith(`${page}/`));

function LanguageSwitch(): ReactNode {
  const language = useLanguage();
  const { change } = useAddress();
  const other = language === 'pl' ? 'en' : 'pl';
  return (
    <button type="button" lang={other} onClick={() => change({ language: other })}>
      {other === 'pl' ? 'Polski' : 'English'}
    </button>
  );
}

/** Whether changes come by themselves now. */
function LiveSign(): ReactNode {
  const { state } = useLive();
  if (state === 'idle') return null;
  return (
    <p className={`live ${state}`} role="status">
      <Text id={`live.${state}`} />
    </p>
  );
}

function Said(): ReactNode {
  const { said } = useLive();
  return (
    <p className="said" role="status" aria-live="polite">
      {said}
    </p>
  );
}
