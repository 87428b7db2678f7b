/** What JSON wants escaped, and a little that it does not: looking for what is plain is the faster way. */
const NEEDS_ESCAPE = /[^ !#-[\]-\ud7ff]/;

/** A string as JSON writes it; most have nothing to escape, and then looking is faster than writing. */
export const quote = (text: string): string => (NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Any value of a parsed answer as JSON writes it; null where it is nested too deep. */
export function jsonText(value: unknown): string | null {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return isShallow(value) ? JSON.stringify(value) : null;
}

const DEEPEST = 100;

/** Whether functions that call themselves can go through it. JSON may be nested deeper than their stack. */
export function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return true;
  }
  return false;
}
