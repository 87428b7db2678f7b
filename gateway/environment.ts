const LONGEST_SECONDS = 24 * 60 * 60;

/** Gives milliseconds. */
export function seconds(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(environment[name] || otherwise);
  if (value > 0 && value <= LONGEST_SECONDS) return value * 1000;
  throw new Error(`${name}=${environment[name]} is no number of seconds above 0 and up to a day.`);
}

export function megabytes(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(environment[name] || otherwise);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`${name}=${environment[name]} is no whole number of megabytes, or 0 for none.`);
}

export function count(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(environment[name] || otherwise);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name}=${environment[name]} is no whole number above 0.`);
}

export function oneOf<T extends string>(
  environment: NodeJS.ProcessEnv,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const value = environment[name] || otherwise;
  const choice = choices.find((one) => one === value);
  if (choice) return choice;
  throw new Error(`${name}=${value} is none of ${choices.join(', ')}.`);
}

/** Separated by commas. */
export const listOf = (environment: NodeJS.ProcessEnv, name: string): string[] =>
  (environment[name] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
