/** A class of figures that have one colour: above `over`, up to `to`. */
export interface Class {
  over: number;
  to: number;
}

const MOST_CLASSES = 5;
const STEPS = [1, 2, 2.5, 5, 10];

/** At the most five classes of one width, up to the largest figure, with round bounds; the first begins at 0, or below. */
export function classesOf(values: readonly number[], { isWhole }: { isWhole: boolean }): Class[] {
  const largest = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  if (largest === least) return [];
  const width = roundUp((largest - least) / MOST_CLASSES, isWhole);
  const start = Math.floor(least / width) * width;
  const count = Math.ceil((largest - start) / width);
  return Array.from({ length: count }, (_, at) => ({ over: start + at * width, to: start + (at + 1) * width }));
}

function roundUp(width: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const rounded = (STEPS.find((step) => step * power >= width) ?? 10) * power;
  return isWhole ? Math.max(1, Math.ceil(rounded)) : rounded;
}

/** Which class a figure is in: -1 for what is not above the first, such as 0; what is beyond all counts to the last. */
export function classAt(classes: readonly Class[], value: number): number {
  if (classes.length === 0 || value <= (classes[0]?.over ?? 0)) return -1;
  const at = classes.findIndex(({ to }) => value <= to);
  return at === -1 ? classes.length - 1 : at;
}

/** The colour of a class: the higher, the stronger, in both schemes. */
export function colourOf(classes: readonly Class[], at: number): string {
  const share = at < 0 ? 6 : 20 + (80 * at) / Math.max(1, classes.length - 1);
  return `color-mix(in oklab, var(--accent) ${Math.round(share)}%, var(--paper))`;
}
