/** The roles as whom the hub may be tried out here: none in production, and none where the page is not asked from this machine. */
export async function rolesToTry(): Promise<readonly string[]> {
  const response = await fetch('/try-out/roles').catch(() => null);
  return response?.ok ? ((await response.json()) as { roles: string[] }).roles : [];
}

/** Gives a token of the embedded issuer. Throws, with the reason, where there is none. */
export async function tokenFor(role: string): Promise<string> {
  const response = await fetch(`/try-out/roles/${role}`, { method: 'POST' });
  const answer = (await response.json()) as { token?: string; errors?: { message: string }[] };
  if (answer.token) return answer.token;
  throw new Error(answer.errors?.[0]?.message ?? String(response.status));
}
