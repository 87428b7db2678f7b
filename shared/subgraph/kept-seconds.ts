/** How long a query's answer may be kept, though nothing that it holds is touched. */
export const KEPT_SECONDS = 60;
