/** Whether JSON has lists and objects within each other more than so deep: whoever looks through it by recursion would run out of stack. */
export function nestsDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((one) => nestsDeeper(one, limit - 1));
}
