const DAY_MS = 86_400_000;

/** A day of the graph as an instant, for scales of time. */
export const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to).getTime() - instantOf(from).getTime()) / DAY_MS);
