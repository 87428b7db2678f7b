/** The day on which a write happens when its input names none: today, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
