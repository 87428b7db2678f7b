import { type ReactNode, StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Dashboard } from './dashboard.tsx';
import { createClient } from './graph/client.ts';
import { LanguageProvider } from './language/language.tsx';
import { createConnection } from './live/connection.ts';
import { LiveProvider } from './live/live.tsx';
import { keepTryOutCode } from './sign-in/roles.ts';
import { SessionProvider, useSession } from './sign-in/session.tsx';
import './style/base.css';
import './style/layout.css';
import './style/parts.css';
import './style/print.css';

/** Everything is asked, and followed, as whoever has signed in; with another token all begins anew. */
function Connected({ children }: { children: ReactNode }): ReactNode {
  const { token } = useSession();
  const client = useMemo(() => createClient(token), [token]);
  const connection = useMemo(() => createConnection(token), [token]);
  return (
    <Provider value={client} key={token}>
      <LiveProvider connection={connection}>{children}</LiveProvider>
    </Provider>
  );
}

keepTryOutCode();
const place = document.getElementById('dashboard');
if (!place) throw new Error('The page has no place for the dashboard.');
createRoot(place).render(
  <StrictMode>
    <SessionProvider>
      <LanguageProvider>
        <Connected>
          <Dashboard />
        </Connected>
      </LanguageProvider>
    </SessionProvider>
  </StrictMode>,
);
