const DAY_MS = 86_400_000;

/** A day of the graph as an instant, for scales of time. */
export const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Today, where the page is read, as the graph writes days. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to).getTime() - instantOf(from).getTime()) / DAY_MS);
