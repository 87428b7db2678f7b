/** Multiplies an amount with two digits behind the point by a whole number; exact. */
export function times(amount: string, quantity: number): string {
  const cents = (BigInt(amount.replace('.', '')) * BigInt(quantity)).toString().padStart(3, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
