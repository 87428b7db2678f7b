export interface Hub {
  /** The gateway's address. */
  url: string;
  operatorToken: string;
}

export interface GraphError {
  message: string;
  path?: (string | number)[];
}

export interface Answer<D> {
  data?: D | null;
  errors?: GraphError[];
}

/** Asks the hub as its operator. Throws where it gives no GraphQL answer. */
export async function ask<D>(hub: Hub, query: string, variables: Record<string, unknown> = {}): Promise<Answer<D>> {
  const response = await fetch(new URL('graphql', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.operatorToken}` },
    body: JSON.stringify({ query, variables }),
  }).catch((cause: unknown) => {
    throw new Error(`No hub answers at ${hub.url}. Start it with \`npm start\`, or say where it is with PORT=….`, {
      cause,
    });
  });
  return (await response.json()) as Answer<D>;
}
