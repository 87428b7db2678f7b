import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Text, useWords } from '../language/text.tsx';
import { rolesToTry, tokenFor } from './roles.ts';
import { useSession } from './session.tsx';

/** Who uses the page, and how to be somebody else. */
export function SignIn(): ReactNode {
  const { token, roles, signOut } = useSession();
  const { text, nameOf } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  if (token) {
    const [role] = roles;
    return (
      <div className="session">
        <span>{role ? text('signIn.as', { who: nameOf('holder', role) }) : text('signIn.unknown')}</span>
        <button type="button" onClick={signOut}>
          <Text id="signIn.out" />
        </button>
      </div>
    );
  }
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        <Text id="signIn.open" />
      </button>
      <dialog ref={dialog} aria-labelledby="sign-in-title">
        <h2 id="sign-in-title">
          <Text id="signIn.title" />
        </h2>
        <WithToken />
        <AsRole />
        <button type="button" onClick={() => dialog.current?.close()}>
          <Text id="signIn.close" />
        </button>
      </dialog>
    </>
  );
}

function WithToken(): ReactNode {
  const { signIn } = useSession();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string' && token.trim()) signIn(token.trim());
  };
  return (
    <form onSubmit={onSubmit}>
      <label>
        <Text id="signIn.token" />
        <input
          name="token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          aria-describedby="token-hint"
        />
      </label>
      <p id="token-hint" className="hint">
        <Text id="signIn.tokenHint" />
      </p>
      <button type="submit">
        <Text id="signIn.enter" />
      </button>
    </form>
  );
}

/** Where the hub is tried out: anybody of the demo. */
function AsRole(): ReactNode {
  const { signIn } = useSession();
  const { text, nameOf } = useWords();
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    void rolesToTry().then((known) => isShown && setRoles(known));
    return () => {
      isShown = false;
    };
  }, []);
  if (roles.length === 0) return null;
  const enter = (role: string): void => {
    tokenFor(role).then(signIn, (error: Error) => setFailure(error.message));
  };
  return (
    <section className="roles">
      <h3>
        <Text id="signIn.roles" />
      </h3>
      <ul>
        {roles.map((role) => (
          <li key={role}>
            <button type="button" onClick={() => enter(role)}>
              {nameOf('role', role)}
            </button>
          </li>
        ))}
      </ul>
      {failure && <p role="alert">{text('signIn.failed', { reason: failure })}</p>}
    </section>
  );
}
