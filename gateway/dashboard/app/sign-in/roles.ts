const KEY = 'integration-hub.try-out';
const IN_ADDRESS = /^#try-out=([\w-]+)$/;

/** Takes the code out of the address that `npm start` printed, so that it is in no bookmark, and keeps it for this window. */
export function keepTryOutCode(): void {
  const code = IN_ADDRESS.exec(window.location.hash)?.[1];
  if (!code) return;
  sessionStorage.setItem(KEY, code);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
}

/** The roles as whom the hub may be tried out in this window; none without the code. */
export async function rolesToTry(): Promise<readonly string[]> {
  if (!sessionStorage.getItem(KEY)) return [];
  const response = await ask('/try-out/roles', 'GET').catch(() => null);
  return response?.ok ? ((await response.json()) as { roles: string[] }).roles : [];
}

/** Gives a token with a role's rights. Throws, with the reason, where there is none. */
export async function tokenFor(role: string): Promise<string> {
  const response = await ask(`/try-out/roles/${role}`, 'POST');
  const answer = (await response.json()) as { token?: string; errors?: { message: string }[] };
  if (answer.token) return answer.token;
  throw new Error(answer.errors?.[0]?.message ?? String(response.status));
}

const ask = (path: string, method: string): Promise<Response> =>
  fetch(path, { method, headers: { authorization: `Bearer ${sessionStorage.getItem(KEY)}` } });
