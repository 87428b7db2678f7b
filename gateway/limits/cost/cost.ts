export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known, or is known once the variables are. */
export type Amount = number | ((variables: Variables) => number);

export const amountFor = (amount: Amount, variables: Variables): number =>
  typeof amount === 'number' ? amount : amount(variables);

/** What is known is added up at once, so that a request adds the rest alone. */
export function sum(amounts: readonly Amount[]): Amount {
  let known = 0;
  const open: ((variables: Variables) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') known += amount;
    else open.push(amount);
  }
  if (open.length === 0) return known;
  return (variables) => open.reduce((total, amount) => total + amount(variables), known);
}

export function product(a: Amount, b: Amount): Amount {
  if (a === 0 || b === 0) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  return (variables) => amountFor(a, variables) * amountFor(b, variables);
}
