/** What a token may allow. Rows are another matter: whoever may write writes the rows of their own organisation. */
export const SCOPES = {
  /** Runs the hub: acts for every organisation, and changes the graph. No people. */
  'hub:write': 'run the hub',
  'partnership:write': "change the partnership's records",
  'municipality:write': "change the municipality's records",
  'cps:write': "change the Centre's records",
  'institutions:write': "change a parent institution's records",
  'marketplace:write': "change a market organisation's records",
  'outcomes:write': 'work on the releases of a network',
  'registers:read': 'export registers, drafts included',
  'figures:read': 'count raw figures from the records',
  'figures:submit': 'submit and sign off figures',
  'submissions:read': 'read what was submitted',
  'submissions:approve': 'approve submissions, or return them',
  'orders:read': 'read single orders',
  'orders:write': 'order a service, as its client, and review it',
  'advice:request': 'ask the Centre for advice',
  'people:read': 'read about people, for a purpose',
  'people:write': 'write about people, for a purpose',
  'people:erase': 'erase a person',
  'people:audit': 'read who looked at whom',
} as const;

export type Scope = keyof typeof SCOPES;

/** Those by which whole files are sent: registers, and what was counted. */
const OF_FILES: ReadonlySet<string> = new Set<Scope>([
  'hub:write',
  'partnership:write',
  'municipality:write',
  'cps:write',
  'institutions:write',
  'marketplace:write',
  'outcomes:write',
  'figures:submit',
]);

/** Whether any of the scopes lets its holder send a whole file. */
export const maySendFiles = (scopes: readonly string[]): boolean => scopes.some((scope) => OF_FILES.has(scope));
