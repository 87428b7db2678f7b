/** The day on which a write happens that names none: today in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
