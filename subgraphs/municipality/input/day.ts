/** The day that an input gives, or today, in UTC. */
export const dayIn = (on: string | null | undefined): string => on ?? new Date().toISOString().slice(0, 10);
